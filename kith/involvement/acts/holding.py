"""The record of a meeting as it is written: what all shared, each child's line, the decision and what follows from it.

Inside whichever act records it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor
from kith.decisions.acts import decide_inside, write_inside
from kith.decisions.rules import DissentGiven, Given
from kith.directory.acts import notify
from kith.involvement.acts.following import follow
from kith.involvement.models import LeadWorker, MeetingLine, MeetingPart, MeetingStep, ProtectionMeeting
from kith.involvement.rules import OUTCOMES, OfChild, PartGiven, latest_parts
from kith.packs import Pack
from kith.people.models import Person
from kith.record import Refused
from kith.words import in_full

_TELLS = "There was a meeting about how safe a child is whom you lead the work with. Open it."
_COLUMNS = (
    *("suspected_on", "told_on", "known", "safe_now", "category", "child_part", "child_prepared_with"),
    *("child_why_not", "next_by"),
)
_DECIDES = {"strategy": "strategy", "conference": "conference", "transfer_in": "conference", "review": "conference"}


def hold(
    by: Actor,
    children: Sequence[Person],
    on: date,
    kind: str,
    *,
    lines: Mapping[int, OfChild] | None = None,
    parts: Sequence[PartGiven] = (),
    how: str = "",
    chair_name: str = "",
    meeting: ProtectionMeeting | None = None,
) -> MeetingLine:
    """`lines`: what is told of each child, by the child's id; `meeting`: the one that was planned. Returns the line of
    the first child. Raises Refused: an answer that is not the pack's; held already.
    """
    pack = pack_on(on)
    for key, code, field in (("meeting_how", how, "how"), *(("meeting_role", part.role, "parts") for part in parts)):
        one_of(pack, key, code, field)
    held = ProtectionMeeting(kind=kind) if meeting is None else _planned(meeting)
    held.held_on, held.how = on, how
    held.chair_name = chair_name.strip() or held.chair_name
    held.save()
    keep_parts(held, parts)
    written = [_line_of(held, child) for child in children]
    for line in written:
        line.held_on = on
        write(by, line, (lines or {}).get(line.person_id, {}))
    for lead in LeadWorker.objects.filter(person__in=list(children), until_on=None).exclude(account_id=by.account_id):
        notify(lead.account_id, "safety_meeting", lead.person, _TELLS)
    return written[0]


def _planned(meeting: ProtectionMeeting) -> ProtectionMeeting:
    found = ProtectionMeeting.objects.select_for_update().get(pk=meeting.pk)
    if found.held_on:
        raise Refused(f"This has been recorded already, for {in_full(found.held_on)}. Add to it instead.")
    return found


def _line_of(meeting: ProtectionMeeting, child: Person) -> MeetingLine:
    found = MeetingLine.objects.filter(meeting=meeting, person=child).first()
    return found or MeetingLine(meeting=meeting, person=child, kind=meeting.kind)


def write(by: Actor, line: MeetingLine, given: OfChild) -> None:
    """What is given of one child, its decision, and what follows from it."""
    pack = pack_on(line.held_on or by.today)
    _keep_answers(line, given, pack)
    for name in _COLUMNS:
        value = given.get(name)
        if value:
            setattr(line, name, value.strip() if isinstance(value, str) else value)
    if line._state.adding:
        line.save()
    _decide(by, line, given, pack)
    follow(by, line)
    if given.get("enquiry_how") and line.enquiry and not line.enquiry.how:
        line.enquiry.how = given["enquiry_how"]
        line.enquiry.save()
    for step in given.get("steps", ()):
        if step.what.strip():
            MeetingStep(
                person=line.person, line=line, what=step.what.strip(), who=step.who, by_when=step.by_when
            ).save()


def _keep_answers(line: MeetingLine, given: OfChild, pack: Pack) -> None:
    outcome = given.get("outcome", "")
    lists = {"category": "category_of_abuse", "child_part": "child_took_part", "enquiry_how": "enquiry_how"}
    for name, key in lists.items():
        one_of(pack, key, str(given.get(name, "")), name)
    if not outcome:
        return
    one_of(pack, OUTCOMES[line.kind], outcome, "outcome")
    if line.outcome and line.outcome != outcome:
        raise Refused("What was decided stands. Another meeting may decide otherwise.", field="outcome")
    line.outcome = outcome


def _decide(by: Actor, line: MeetingLine, given: OfChild, pack: Pack) -> None:
    """The child's own decision, begun with the first word of it and owed until it is finished (S3-17)."""
    told: Given = {}
    if line.outcome:
        told["chosen"] = pack.label(OUTCOMES[line.kind], line.outcome)
    if given.get("reasons", "").strip():
        told["reasons"] = given["reasons"]
    if given.get("child_view", "").strip():
        told["child_view"] = given["child_view"]
    if spoke := [(who.strip(), why.strip()) for who, why in given.get("dissents", ()) if who.strip() or why.strip()]:
        told["dissents"] = [DissentGiven(who or "Not named", why or "No reason written yet.") for who, why in spoke]
    if not told or line.kind not in _DECIDES:
        return
    if line.decision is None:
        question = f"Is {line.person.called} safe, and what happens next?"
        line.decision = decide_inside(
            by, line.person, on=line.held_on, kind=_DECIDES[line.kind], question=question, **told
        )
        line.save()
    else:
        write_inside(by, line.decision, **told)


def keep_parts(meeting: ProtectionMeeting, parts: Sequence[PartGiven]) -> None:
    """A new line for whoever something new is said of; the latest of a person counts."""
    known = {part.who.casefold(): part for part in latest_parts(MeetingPart.objects.filter(meeting=meeting))}
    for part in parts:
        told = {**asdict(part), "prepared_with": list(part.prepared_with)}
        told |= {"who": part.who.strip(), "why_not": part.why_not.strip()}
        before = known.get(told["who"].casefold())
        if told["who"] and (before is None or any(getattr(before, name) != value for name, value in told.items())):
            MeetingPart(meeting=meeting, **told).save()


def one_of(pack: Pack, key: str, code: str, field: str) -> None:
    if code and code not in {one.code for one in pack.codes(key).codes}:
        raise Refused("Choose one of the answers.", field=field)


def born_by(child: Person, on: date, field: str) -> None:
    """Raises Refused for a day before the child was born, where that day is known: it is another year that is meant."""
    if child.born_on and child.born_precision == "day" and on < child.born_on:
        raise Refused(f"{child.called} was not born yet on that day.", field=field)


def pack_on(on: date) -> Pack:
    return packs.pack_for(settings.PACK, on)
