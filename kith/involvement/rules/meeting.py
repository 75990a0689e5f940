"""What a meeting about a child's safety is told, who must be there for it to decide, and what it still lacks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kith.involvement.models import CONFERENCES, LeftOut, MeetingLine, MeetingPart, ProtectionMeeting
from kith.involvement.rules.leaving_out import why_not_without
from kith.packs import Pack
from kith.words import joined, needs_words

OUTCOMES = {
    "strategy": "strategy_outcome",
    "conference": "conference_outcome",
    "transfer_in": "conference_outcome",
    "review": "review_outcome",
}
_AGENCIES = "conference-other-agencies"
_NOT_THERE = "no"  # the pack's `attended`
_ROLES = "meeting_role"


@dataclass(frozen=True)
class PartGiven:
    """How one person took part."""

    who: str
    role: str = ""
    how: str = ""
    prepared_with: Sequence[str] = ()
    attended: str = ""
    spoke: str = ""
    why_not: str = ""
    in_core_group: bool = False


@dataclass(frozen=True)
class StepGiven:
    what: str
    who: str = ""
    by_when: date | None = None


class OfChild(TypedDict, total=False):
    """Everything a meeting may tell of one child, all of it optional: facts always record (design 7.1).

    `reasons`, `child_view` and `dissents` (who, why) go into the child's own decision.
    """

    suspected_on: date | None
    told_on: date | None
    known: str
    safe_now: str
    outcome: str
    category: str
    enquiry_how: str
    child_part: str
    child_prepared_with: Sequence[str]
    child_why_not: str
    next_by: date | None
    reasons: str
    child_view: str
    dissents: Sequence[tuple[str, str]]
    steps: Sequence[StepGiven]


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, in a practitioner's words; `field` is where the form that finishes asks for it."""

    text: str
    field: str = ""


def name_of(kind: str, pack: Pack) -> str:
    """What a meeting of this kind is called here; nothing for a kind there is not."""
    terms = pack.terms
    return {
        "strategy": terms.strategy_meeting,
        "conference": terms.conference_first,
        "transfer_in": terms.conference_first,
        "review": terms.conference_review,
        "core_group": terms.core_group,
    }.get(kind, "")


def latest_parts(parts: Iterable[MeetingPart]) -> list[MeetingPart]:
    """The newest line of each person, in the order they were first named."""
    found: dict[str, MeetingPart] = {}
    for part in sorted(parts, key=lambda each: each.pk):
        found[part.who.casefold()] = part
    return list(found.values())


def too_few(kind: str, parts: Iterable[MeetingPart], pack: Pack) -> str:
    """Who was missing for this meeting to decide, by the pack; nothing when enough came (E4, E6)."""
    there = {part.role for part in latest_parts(parts) if part.attended and part.attended != _NOT_THERE}
    if kind == "strategy":
        needed = [code.code for code in pack.codes(_ROLES).codes if "needed_to_discuss" in code.flags]
        missing = [pack.label(_ROLES, role) for role in needed if role not in there]
        return f"Not there: {joined(missing)}." if missing else ""
    if kind not in CONFERENCES:
        return ""
    others, wanted = there & pack.flagged(_ROLES, "agency"), int(pack.figure(_AGENCIES))
    missing = sorted(pack.label(_ROLES, role) for role in pack.flagged(_ROLES, "our_own") - there)
    absent = f"Not there: {joined(missing)}." if missing else ""
    few = f"{wanted} other agencies are asked for; {len(others)} came." if len(others) < wanted else ""
    return " ".join(filter(None, (absent, few)))


def meeting_lacks(
    meeting: ProtectionMeeting,
    parts: Sequence[MeetingPart],
    lines: Sequence[MeetingLine],
    pack: Pack,
    left_out: Mapping[str, LeftOut] | None = None,
) -> list[Lack]:
    """Everything missing before the record of a meeting is finished; nothing here stops it being saved (S0-03, S3-17).

    `lines` with their decision and person. `left_out`: who of the family meetings go on without, by name (S2-29.2).
    """
    return [
        *([] if meeting.held_on else [Lack("It has not been held yet.")]),
        *_who_came(meeting, parts, lines, pack),
        *_excluded(meeting, parts, left_out or {}, pack),
        *(lack for line in lines for lack in _of_child(line, pack)),
    ]


def said(lacks: Iterable[Lack]) -> str:
    """All of them as one refusal."""
    return " ".join(lack.text for lack in lacks)


def _who_came(
    meeting: ProtectionMeeting, parts: Sequence[MeetingPart], lines: Sequence[MeetingLine], pack: Pack
) -> Iterator[Lack]:
    latest = latest_parts(parts)
    if meeting.kind in CONFERENCES and not meeting.chair_name:
        yield Lack("Say who chaired it.")
    if not latest:
        yield Lack("Write who took part.")
    for part in latest:
        yield from _part(part, pack)
    missing = too_few(meeting.kind, latest, pack)
    if latest and missing and needs_words(meeting.too_few_because) and not _put_off(lines, pack):
        yield Lack(f"{missing} Say why it decided all the same.", "too_few_because")


def _put_off(lines: Sequence[MeetingLine], pack: Pack) -> bool:
    return any(
        line.kind in OUTCOMES and line.outcome in pack.flagged(OUTCOMES[line.kind], "not_held") for line in lines
    )


def _part(part: MeetingPart, pack: Pack) -> Iterator[Lack]:
    """Everybody of the family who was not there or not asked has a reason, and it is no matter of course (S2-29.2)."""
    if not part.attended:
        yield Lack(f"Say whether {part.who} was there.")
    left_out = part.how in pack.flagged("took_part_how", "asks_why")
    missed = part.attended in pack.flagged("attended", "asks_why")
    of_family = part.role in pack.flagged(_ROLES, "of_the_family")
    if (left_out or (missed and of_family)) and needs_words(part.why_not):
        yield Lack(f"Say of {part.who} why not.")


def _excluded(
    meeting: ProtectionMeeting, parts: Sequence[MeetingPart], left_out: Mapping[str, LeftOut], pack: Pack
) -> Iterator[Lack]:
    """Whoever of the family was not asked is left out on a ground that stands. Not of those who talk first, at once."""
    if meeting.kind == "strategy" or meeting.held_on is None:
        return
    for part in latest_parts(parts):
        of_family = part.role in pack.flagged(_ROLES, "of_the_family")
        if of_family and part.how in pack.flagged("took_part_how", "asks_why"):
            missing = why_not_without(part.who, left_out, meeting.held_on)
            yield from [Lack(missing)] if missing else []


def _of_child(line: MeetingLine, pack: Pack) -> Iterator[Lack]:
    name = line.person.called
    if needs_words(line.known):
        yield Lack(f"Write what is known about {name}, and who said it.")
    if line.kind == "core_group":
        return
    if not line.outcome:
        yield Lack(f"Say what was decided for {name}.")
    if line.decision is None or needs_words(line.decision.reasons):
        yield Lack(f"Give the reasons for what was decided for {name}.")
    if line.kind == "strategy":
        if needs_words(line.safe_now):
            yield Lack(f"Say what keeps {name} safe from today.")
    else:
        yield from _conference(line, name, pack)


def _conference(line: MeetingLine, name: str, pack: Pack) -> Iterator[Lack]:
    if line.outcome in pack.flagged(OUTCOMES[line.kind], "not_held"):
        return
    if not line.child_part:
        yield Lack(f"Say how {name} took part.")
    elif line.child_part in pack.flagged("child_took_part", "asks_why") and needs_words(line.child_why_not):
        yield Lack(f"Say why no view of {name}’s came.")
    if line.outcome in pack.flagged(OUTCOMES[line.kind], "begins_plan") and not line.category:
        yield Lack(f"Say which kind of harm {name} is protected from.")
