"""Confirming, agreeing and ending a plan."""

from collections.abc import Sequence
from datetime import date

from kith.access import Actor, Right
from kith.decisions.acts import take_back_inside
from kith.decisions.models import SignOffTakenBack
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.plans import rules
from kith.plans.acts.written import chosen, pack_on, score_of, still_open
from kith.plans.models import Plan, PlanView, held
from kith.record import Refused
from kith.record.acting import act
from kith.voice import queries as voice
from kith.words import asks_for_words


@act(
    "{by} wrote what somebody thinks of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.PlanView"
)
def confirm_plan_words(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    who: str,
    whose: str,
    view: str,
    words: str = "",
    of: Person | None = None,
    score: int | None = None,
) -> PlanView:
    """One person's view of this version of the plan, and their own steps in their own words (N36, S3-21). Without
    words it is kept, and does not count as confirmed. "Not asked" says why in `words` (design 7.4). `score`: how it is
    for the child now, 0 to 10, in their own view; nobody has to give one.

    Raises Refused: nobody named, no view or role of the pack's, a number not from 0 to 10, another child's plan, or one
    that has ended.
    """
    still_open(plan, about)
    if not who.strip():
        raise Refused("Say who this is.", field="who")
    if not whose or not view:
        raise Refused("Choose one of the answers.", field="view" if whose else "whose")
    pack = pack_on(on)
    chosen(pack, "whose_view", whose, "whose")
    chosen(pack, "plan_view", view, "view")
    score_of(score)
    said = PlanView(
        person=about,
        plan=plan,
        version=plan.version,
        who=who.strip(),
        whose=whose,
        of=of,
        view=view,
        words=words.strip(),
        score=score,
        said_on=on,
        heard_by_id=by.account_id,
    )
    said.save()
    return said


@act("{by} and the family agreed the plan for {about}.", story=True, significance=2, makes="plans.Plan")
def agree_plan(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    no_strength_because: str = "",
    no_parents_change_because: str = "",
    unanswered_because: str = "",
) -> Plan:
    """This version is what everybody works to (S1-12, S1-27, S3-21, S3-22, N35, N36).

    Raises Refused, naming every gap `rules.plan_gaps` finds; nobody who leads the work (S2-15); agreed already; another
    child's, or ended. The plan stays as it was, with everything in it.
    """
    still_open(plan, about)
    if plan.agreed:
        raise Refused("This version is agreed already.")
    plan.no_strength_because = no_strength_because.strip()
    plan.no_parents_change_because = no_parents_change_because.strip()
    plan.unanswered_because = unanswered_because.strip()
    found, owed = held(plan), voice.wishes_owed(about).count()
    gaps = rules.plan_gaps(plan, found.outcomes, found.to_do, found.views, owed, pack_on(on))
    if gaps:
        raise Refused(rules.said(gaps), field=gaps[0].field)
    if not LeadWorker.objects.filter(person=about, until_on=None, spell__closed_on=None).exists():
        raise Refused("Nobody leads the work. Name the lead worker first: then everybody knows whom to ask.")
    plan.agreed_on, plan.agreed_by, plan.agreed_version = on, by.name, plan.version
    plan.save()
    return plan


@act(
    "{by} took back that the plan for {about} was agreed.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    makes="decisions.SignOffTakenBack",
)
def take_back_plan(*, by: Actor, about: Person, on: date, plan: Plan, because: str) -> SignOffTakenBack:
    """It was agreed by mistake: it is open again as it stands, with what was agreed kept as it read. Whoever has a copy
    has it still. Raises Refused: another child’s, ended, not agreed as it is now; no reason; one’s own signature.
    """
    still_open(plan, about)
    if not plan.agreed:
        raise Refused("This version is not agreed.")
    made = take_back_inside(
        by,
        about,
        of="plan",
        row=plan.pk,
        version=plan.version,
        signed_by=(None, plan.agreed_by),
        signed_on=plan.agreed_on or on,
        as_signed=rules.in_lines(held(plan)),
        because=because,
    )
    plan.agreed_on, plan.agreed_by, plan.agreed_version = None, "", None
    plan.save()
    return made


@act(
    "{by} wrote why the plan for {about} leaves something for later.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="plans.Plan",
)
def say_not_now(*, by: Actor, about: Person, on: date, plan: Plan, not_now: Sequence[str], because: str) -> Plan:
    """Which of the five outcomes this plan does not aim at now, and why (S2-11). The plan as people agreed it stays.
    Raises Refused: none chosen, one the pack has not, no reason, another child's plan, or one that has ended.
    """
    still_open(plan, about)
    if not not_now:
        raise Refused("Choose what the plan does not aim at now.", field="not_now")
    for code in not_now:
        chosen(pack_on(on), "five_outcomes", code, "not_now")
    if asked_for := asks_for_words(because):
        raise Refused(asked_for, field="because")
    plan.not_now, plan.not_now_because = list(not_now), because.strip()
    plan.save()
    return plan


@act("{by} ended the plan for {about}.", story=True, significance=2, makes="plans.Plan")
def end_plan(*, by: Actor, about: Person, on: date, plan: Plan, because: str) -> Plan:
    """The plan is over. Raises Refused: no reason, before it began, ended already."""
    still_open(plan, about)
    if not because.strip():
        raise Refused("Say why the plan ends, and what people see now.", field="because")
    if plan.started_on and on < plan.started_on:
        raise Refused("A plan cannot end before it began.", field="on")
    plan.ended_on, plan.ended_because = on, because.strip()
    plan.save()
    return plan
