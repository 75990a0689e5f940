"""Meetings about whether children are safe: planned, held, added to, finished (E4, E6, E9, E12-E14, E16).

What was held is recorded at once, however late and whatever is missing; only finishing its record may be refused
(design 7.1). One meeting for every child it was about, and a line, a decision and clocks for each.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.directory.training import must_be_trained_to_chair
from kith.involvement import rules
from kith.involvement.acts.holding import hold, keep_parts, pack_on, write
from kith.involvement.models import CONFERENCES, KINDS, LeftOut, MeetingLine, MeetingStep, ProtectionMeeting
from kith.involvement.rules import OfChild, PartGiven
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.MeetingLine"


def _says(verb: str, kind: str = "") -> Callable[[Any, dict[str, Any]], str]:
    """ "Aisha Khan recorded a meeting about Maya: strategy discussion." By the words of the place."""

    def sentence(_person: Any, details: dict[str, Any]) -> str:
        named = kind or details["kind"]
        return f"{{by}} {verb} a meeting about {{about}}: {rules.name_of(named, pack_on(date.max))}."

    return sentence


@act(_says("planned"), needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes=_MADE)
def plan_meeting(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    kind: str,
    planned_for: date,
    chair_name: str = "",
    parts: Sequence[PartGiven] = (),
    told_on: date | None = None,
) -> MeetingLine:
    """A day for it, and who is asked. `told_on`: when we were told in writing that a child moved here for good (E16).
    Returns the line of the first child. Raises Refused: a kind there is not; a conference whose chair has no training
    for it that counts that day (S2-09).
    """
    if kind not in dict(KINDS):
        raise Refused("Choose which meeting it is.", field="kind")
    if kind in CONFERENCES:
        must_be_trained_to_chair(chair_name, planned_for, pack_on(planned_for))
    meeting = ProtectionMeeting(kind=kind, planned_for=planned_for, chair_name=chair_name.strip())
    meeting.save()
    keep_parts(meeting, parts)
    lines = [MeetingLine(person=child, meeting=meeting, kind=kind, told_on=told_on) for child in about]
    for line in lines:
        line.save()
    return lines[0]


@act("{by} noted what is ready for a meeting about {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def note_ready(
    *,
    by: Actor,
    about: Person,
    on: date,
    line: MeetingLine,
    ready: Sequence[str],
    report_shared_on: date | None = None,
    not_ready_because: str = "",
) -> MeetingLine:
    """What is ready before a conference, and when the family had the report (E7, S3-14). It stops nothing.

    Raises Refused: another child's meeting; a day to come.
    """
    found = _own(about, line)
    put_ready(by, found, on, ready, report_shared_on, not_ready_because)
    found.save()
    return found


def put_ready(
    by: Actor, row: Any, on: date, ready: Sequence[str], report_shared_on: date | None, not_ready_because: str
) -> None:
    """The same of whatever is prepared with the family, inside the act at hand. Raises Refused: a day to come."""
    if report_shared_on and report_shared_on > by.today:
        raise Refused("That day has not come yet. Note it when the family has it.", field="report_shared_on")
    row.ready = [code for code, _ in pack_on(on).choices(rules.LIST) if code in ready]
    row.report_shared_on, row.not_ready_because = report_shared_on, not_ready_because.strip()


@act(
    _says("recorded", "strategy"),
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes=_MADE,
)
def record_strategy(*, by: Actor, about: Sequence[Person], on: date, **held: Any) -> MeetingLine:
    """Who talked together, what is known, what keeps each child safe from today, and what happens next (E4). Where an
    enquiry begins, it begins that day. The details are those of `hold`. Kept from families and partners whole.
    """
    return hold(by, about, on, "strategy", **held)


@act(_says("recorded"), needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, story=True, significance=3, makes=_MADE)
def record_conference(*, by: Actor, about: Sequence[Person], on: date, kind: str, **held: Any) -> MeetingLine:
    """A first conference, one of a child who moved here with a plan, or a review (E6, E12, E13, E16): for each child
    what was decided, why, who thinks otherwise, and how they took part. A protection plan begins that day (E8).

    Raises Refused: a kind that is no conference; as `hold` does.
    """
    if kind not in CONFERENCES:
        raise Refused("Choose which conference it was.", field="kind")
    return hold(by, about, on, kind, **held)


@act(
    _says("recorded", "core_group"),
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=2,
    makes=_MADE,
)
def record_core_group(*, by: Actor, about: Sequence[Person], on: date, **held: Any) -> MeetingLine:
    """The core group met (E9, E14). It is not a visit."""
    return hold(by, about, on, "core_group", **held)


@act("{by} added to the record of a meeting about {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def add_to_meeting(
    *,
    by: Actor,
    about: Person,
    on: date,
    line: MeetingLine,
    given: OfChild,
    parts: Sequence[PartGiven] = (),
    chair_name: str = "",
    too_few_because: str = "",
    record_sent_on: date | None = None,
) -> MeetingLine:
    """More of it: what is given stands, what is not stays as it was. Raises Refused: another child's meeting; not held
    yet; finished; another outcome than the one that was decided.
    """
    found = _own(about, line)
    meeting = _open(found.meeting_id)
    if meeting.held_on is None:
        raise Refused("It has not been held yet. Record it first.")
    told = {"chair_name": chair_name.strip(), "too_few_because": too_few_because.strip()}
    for name, text in {**told, "record_sent_on": record_sent_on}.items():
        setattr(meeting, name, text or getattr(meeting, name))
    meeting.save()
    keep_parts(meeting, parts)
    write(by, found, given)
    return found


@act("{by} finished the record of a meeting about {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def finish_meeting(
    *, by: Actor, about: Sequence[Person], on: date, meeting: ProtectionMeeting, too_few_because: str = ""
) -> ProtectionMeeting:
    """Nothing is missing: who took part and how, enough of them by the pack, and the own decision of each child whose
    line the writer may see (S0-03).

    Raises Refused with everything that is missing.
    """
    found = _open(meeting.pk)
    found.too_few_because = too_few_because.strip() or found.too_few_because
    lines = list(found.lines.select_related("person", "decision").order_by("pk"))
    left_out = rules.standing(LeftOut.objects.filter(person__in=[line.person_id for line in lines]))
    lacks = rules.meeting_lacks(found, list(found.parts.all()), lines, pack_on(found.held_on or on), left_out)
    if lacks:
        raise Refused(rules.said(lacks), field=next((lack.field for lack in lacks if lack.field), ""))
    found.finished_on, found.finished_by = on, by.name
    found.save()
    return found


@act(
    "{by} noted that something from a meeting about {about} is done.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True
)
def do_meeting_step(*, by: Actor, about: Person, on: date, step: MeetingStep) -> MeetingStep:
    """Raises Refused: another child's, or done already."""
    found = MeetingStep.objects.filter(pk=step.pk, person=about, done_on=None, withdrawn_on=None).first()
    if found is None:
        raise Refused("This has been done already.")
    found.done_on = on
    found.save()
    return found


def withdraw_step_inside(about: Person, on: date, step: MeetingStep, because: str) -> MeetingStep:
    """Written by mistake: nobody owes it, and the row stays. Inside the act at hand. Raises Refused: another child's,
    or done.
    """
    if step.person_id != about.pk:
        raise Refused("This is another child’s.")
    if step.done_on:
        raise Refused("This has been done. It stands.")
    step.withdrawn_on, step.withdrawn_because = on, because.strip()
    step.save()
    return step


def _open(pk: int) -> ProtectionMeeting:
    found = ProtectionMeeting.objects.select_for_update().get(pk=pk)
    if found.finished_on:
        raise Refused("The record of this meeting is finished.")
    return found


def _own(about: Person, line: MeetingLine) -> MeetingLine:
    found = MeetingLine.objects.select_related("person", "decision").filter(pk=line.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found
