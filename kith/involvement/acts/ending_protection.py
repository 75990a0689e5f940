"""A protection plan ends: on a decision another has agreed, or because life or a court ended it (S3-17, S3-20)."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions.acts import decide_inside
from kith.decisions.models import Decision
from kith.decisions.queries import held_back
from kith.involvement import rules
from kith.involvement.acts.holding import pack_on
from kith.involvement.acts.moving import move_inside
from kith.involvement.models import AT_HAND, MeetingLine, ProtectionPlan, Spell
from kith.packs import Pack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act


@act(
    "The protection plan of {about} ended.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    staff_only=True,
    story=True,
    significance=3,
    makes="involvement.ProtectionPlan",
)
def end_protection_plan(
    *, by: Actor, about: Person, on: date, plan: ProtectionPlan, reason: str, level: str = ""
) -> ProtectionPlan:
    """From a conference: once what it decided is agreed and nobody challenges it; then the help goes on at `level`.
    A court, a move, a birthday or a death is recorded first, and our own decision is owed (design 7.1).

    Raises Refused: no reason; ended already; a day before it began; no conference that decided it, its decision not
    agreed or challenged; a level that is not less help.
    """
    found, pack = _open(about, plan), pack_on(on)
    if reason not in dict(pack.choices("protection_end")):
        raise Refused("Say why the plan ends.", field="reason")
    if found.started_on and on <= found.started_on:
        raise Refused("A plan ends after the day it began.", field="on")
    if reason in pack.flagged("protection_end", "records_first"):
        question = "The protection plan has ended. What help does the child have now?"
        found.ended_by_decision = decide_inside(by, about, kind="plan", question=question)
    else:
        found.ended_by_decision = _decided(found, about, pack)
        _step_down(by, found, about, level, on, pack)
    found.ended_on, found.end_reason = on, reason
    found.save()
    return found


def _open(about: Person, plan: ProtectionPlan) -> ProtectionPlan:
    found = ProtectionPlan.objects.select_for_update().filter(pk=plan.pk, person=about).first()
    if found is None or found.ended_on:
        raise Refused("There is no protection plan to end.")
    return found


def _decided(plan: ProtectionPlan, about: Person, pack: Pack) -> Decision:
    if held_back(about):
        raise Refused("Ending this plan is challenged. It goes on until the challenge is answered.")
    ends = pack.flagged("review_outcome", "ends_plan")
    lines = MeetingLine.objects.filter(protection=plan, kind="review", decision__isnull=False)
    latest = lines.select_related("decision").order_by("-held_on", "-pk").first()
    if latest is None or latest.outcome not in ends or latest.decision is None:
        raise Refused(f"A {rules.name_of('review', pack)} decides that a plan ends. None has.", field="reason")
    if latest.decision.state != "agreed":
        raise Refused("The plan ends when what was decided is agreed. Finish it, and let somebody else read it.")
    return latest.decision


def _step_down(by: Actor, plan: ProtectionPlan, about: Person, level: str, on: date, pack: Pack) -> None:
    spell = Spell.objects.select_for_update().filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if spell is None or not level or spell.level == level:
        return
    if level not in {one.code for one in pack.levels} or rules.way(pack, spell.level, level) != "down":
        raise Refused("Choose the help that goes on: less than now.", field="level")
    decision = plan.ended_by_decision
    move_inside(by, spell, level, on, decision, decision.reasons if decision else "")
