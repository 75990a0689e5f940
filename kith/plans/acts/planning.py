"""Writing a child's plan: why, until when, and what will be different."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.plans.acts.written import changed, chosen, pack_on, score_of, still_open
from kith.plans.models import Outcome, Plan
from kith.record import Refused
from kith.record.acting import act

_TEXTS = ("because", "ends_when", "if_worse")


@act("{by} began a plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="plans.Plan")
def begin_plan(
    *, by: Actor, about: Person, on: date, kind: str, because: str, ends_when: str = "", if_worse: str = ""
) -> Plan:
    """One plan for one child (S1-12). What is not known yet is asked for before it is agreed. A plan a census knows of
    and nobody has written yet is taken up, with the day it began.

    Raises Refused: no open work, no kind of the pack's, nothing of why there is one, a plan open already.
    """
    return begin_inside(about, on, kind=kind, because=because, ends_when=ends_when, if_worse=if_worse)


def begin_inside(about: Person, on: date, *, kind: str, because: str, ends_when: str = "", if_worse: str = "") -> Plan:
    """The same inside the act at hand."""
    if kind not in dict(pack_on(on).choices("plan_kind")):
        raise Refused("Choose what kind of plan this is.", field="kind")
    if not because.strip():
        raise Refused("Say in one sentence why there is a plan.", field="because")
    spell = Spell.objects.filter(person=about, closed_on=None).order_by("-started_on", "-pk").first()
    if spell is None:
        raise Refused("There is no open work with this child. Begin the work first.")
    before = list(Plan.objects.filter(person=about, ended_on=None).order_by("-started_on", "-pk"))
    if any(plan.written for plan in before):
        raise Refused("There is a plan already: change that one, or end it.")
    known = next((plan for plan in before if plan.spell_id == spell.pk and plan.kind == kind), None)
    plan = known or Plan(person=about, spell=spell, kind=kind, started_on=on)
    plan.because, plan.ends_when, plan.if_worse = because.strip(), ends_when.strip(), if_worse.strip()
    plan.save()
    return plan


@act("{by} changed the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Plan")
def change_plan(
    *, by: Actor, about: Person, on: date, plan: Plan, because: str, ends_when: str = "", if_worse: str = ""
) -> Plan:
    """Its first page in other words: a new version, when it was agreed. Raises Refused: nothing of why there is one,
    another child's plan, or one that has ended.
    """
    still_open(plan, about)
    if not because.strip():
        raise Refused("Say in one sentence why there is a plan.", field="because")
    new = (because.strip(), ends_when.strip(), if_worse.strip())
    if new != tuple(getattr(plan, name) for name in _TEXTS):
        plan.because, plan.ends_when, plan.if_worse = new
        changed(plan)
    plan.save()
    return plan


def _check_outcome(
    on: date,
    need: str,
    statement: str,
    need_of: str,
    whose_change: str,
    tags: Sequence[str],
    score: int | None,
    no_words: str,
) -> None:
    pack = pack_on(on)
    if not (need.strip() or statement.strip()):
        raise Refused("Write what will be different, or the need.", field="statement")
    chosen(pack, "need_of", need_of, "need_of")
    chosen(pack, "whose_change", whose_change, "whose_change")
    for tag in tags:
        chosen(pack, "five_outcomes", tag, "five_outcomes")
    chosen(pack, "no_own_words", no_words, "no_words")
    score_of(score, "baseline_score")


@act("{by} wrote what will be different for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Outcome")
def add_outcome(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    statement: str = "",
    need: str = "",
    need_of: str = "",
    five_outcomes: Sequence[str] = (),
    baseline_score: int | None = None,
    assessment: Any = None,
    whose_change: str = "",
    no_words: str = "",
    **rest: Any,
) -> Outcome:
    """One outcome of this child's plan (S1-09, S1-12, S3-02, S3-22, N34, N35). `rest`: measure, baseline, target,
    by_when, assessed_on, not_assessed_because, seen; the child's words are cited beside it. What is missing is asked
    for before the plan is agreed.

    Raises Refused: neither need nor statement, an answer the pack has not, another child's plan or assessment, a plan
    that has ended, a score outside 0-10.
    """
    still_open(plan, about)
    _check_outcome(on, need, statement, need_of, whose_change, five_outcomes, baseline_score, no_words)
    if assessment is not None and assessment.person_id != about.pk:
        raise Refused("Choose an assessment of this child.", field="assessment")
    outcome = Outcome(
        person=about,
        plan=plan,
        statement=statement.strip(),
        need=need.strip(),
        need_of=need_of,
        five_outcomes=list(five_outcomes),
        baseline_score=baseline_score,
        assessment=assessment,
        whose_change=whose_change,
        no_words=no_words,
        **rest,
    )
    outcome.save()
    changed(plan)
    return outcome


@act("{by} changed what will be different for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Outcome")
def change_outcome(*, by: Actor, about: Person, on: date, outcome: Outcome, **new: Any) -> Outcome:
    """The same outcome in other words, or with what was missing. Raises Refused: as `add_outcome`; one that has
    ended.
    """
    still_open(outcome.plan, about)
    if outcome.ended_on:
        raise Refused("This outcome has ended. Write a new one.")
    for name, value in new.items():
        setattr(outcome, name, value)
    _check_outcome(
        on,
        outcome.need,
        outcome.statement,
        outcome.need_of,
        outcome.whose_change,
        outcome.five_outcomes,
        outcome.baseline_score,
        outcome.no_words,
    )
    outcome.save()
    changed(outcome.plan)
    return outcome


@act("{by} ended an outcome of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Outcome")
def end_outcome(*, by: Actor, about: Person, on: date, outcome: Outcome, because: str) -> Outcome:
    """No longer worked on: reached, or given up for a reason. Raises Refused: no reason, ended already."""
    still_open(outcome.plan, about)
    if outcome.ended_on:
        raise Refused("This outcome has ended already.")
    if not because.strip():
        raise Refused("Say why it is no longer worked on.", field="because")
    outcome.ended_on, outcome.ended_because = on, because.strip()
    outcome.save()
    changed(outcome.plan)
    return outcome
