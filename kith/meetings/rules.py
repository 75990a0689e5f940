"""What a meeting still lacks before its board is closed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kith.involvement.rules import why_not_without
from kith.meetings.models import Carried, Part, Shown
from kith.packs import Pack
from kith.plans.rules import says_why_no_words
from kith.voice.models import Words
from kith.words import needs_words


@dataclass(frozen=True)
class CarriesGiven:
    """What a decision carries: its bottom line, the event that breaks it, who watches; the child's own words it rests
    on, by their row, or why on none and what was seen instead (J14, N31, S3-02).
    """

    bottom: str = ""
    broken_when: str = ""
    watcher: str = ""
    rests_on: Sequence[int] = ()
    no_words: str = ""
    seen: str = ""


@dataclass(frozen=True)
class LineGiven:
    """Something for the wall. `why`: of a decision, its reasons; `carries`: what stands beside it; `wants`: of
    somebody who does not agree.
    """

    sort: str
    words: str = ""
    who: str = ""
    whose: str = ""
    score: int | None = None
    why: str = ""
    wants: str = ""
    carries: CarriesGiven = CarriesGiven()


@dataclass(frozen=True)
class ActionGiven:
    """One thing to be done, by one person, by a day."""

    what: str
    who: str = ""
    by_when: date | None = None
    whose: str = ""


@dataclass(frozen=True)
class Lack:
    text: str
    field: str = ""


def board_lacks(shown: Shown, pack: Pack) -> list[Lack]:
    """What is missing before a meeting is closed; it stops nothing from being written (S0-03, S2-29.2, J14)."""
    return [
        *([] if shown.held_on else [Lack("It has not been held yet.")]),
        *_parts(shown, pack),
        *_decided(shown, pack),
        *_actions(shown),
        *_next(shown),
    ]


def _parts(shown: Shown, pack: Pack) -> Iterator[Lack]:
    if not any(one.child for one in shown.parts):
        yield Lack("Say how the child took part.")
    if not any(not one.child for one in shown.parts):
        yield Lack("Say who else was there.")
    for one in shown.parts:
        yield from _part(one, pack)
        if (one.family or one.child) and one.how in pack.flagged("took_part_how", "asks_why") and one.spoke != "PN0":
            missing = why_not_without(one.who, shown.left_out, shown.held_on or shown.board.started_on)
            yield from [Lack(missing)] if missing else []


def _part(one: Part, pack: Pack) -> Iterator[Lack]:
    spoke = "child_took_part" if one.child else "spoke"
    if one.child and not one.spoke:
        yield Lack(f"Say how {one.who} took part.")
    if not one.child and not one.attended:
        yield Lack(f"Say whether {one.who} was there.")
    if (one.family or one.child) and not one.how:
        yield Lack(f"Say how {one.who} was asked.")
    why = (
        one.spoke in pack.flagged(spoke, "asks_why")
        or one.how in pack.flagged("took_part_how", "asks_why")
        or ((one.family or one.child) and one.attended in pack.flagged("attended", "asks_why"))
    )
    if why and needs_words(one.why_not):
        yield Lack(f"Say of {one.who} why not.")


def _decided(shown: Shown, pack: Pack) -> Iterator[Lack]:
    for one in shown.decided:
        if needs_words(one.reasons):
            yield Lack(f"Give the reasons: “{one.chosen}”.")
        carried = shown.carries[one.pk]
        if carried.row and not (carried.said or says_why_no_words(carried.row, pack)):
            asks = "Say which of the child’s own words this rests on, or why on none and what was seen instead"
            yield Lack(f"{asks}: “{one.chosen}”.")


def may_hear(carried: Carried, whom: str, up: Collection[int] = ()) -> list[str]:
    """Of the child's words a decision rests on, those that somebody may read: `staff` and the `child` all but a telling
    of harm; `family` and the `meeting` those the child is content they hear, and what the child agreed to put `up`.
    """
    return [one.in_words for one in carried.said if hears(one, whom, up)]


def hears(said: Words, whom: str, up: Collection[int] = ()) -> bool:
    """The same of one line of the child's."""
    told = whom in ("staff", "child") or whom in (said.may_tell or ()) or said.pk in up
    return told and said.sort != "harm" and bool(said.in_words)


def _actions(shown: Shown) -> Iterator[Lack]:
    for one in shown.actions:
        if not one.who or not one.by_when:
            yield Lack(f"Say who does it, and by when: “{one.what}”.")


def _next(shown: Shown) -> Iterator[Lack]:
    if shown.board.next_on is None:
        yield Lack("Give the day of the next meeting.", "next_on")
    elif shown.held_on and shown.board.next_on <= shown.held_on:
        yield Lack("The next meeting comes after this one.", "next_on")


def said(lacks: Iterable[Lack]) -> str:
    """All of them as one refusal."""
    return " ".join(lack.text for lack in lacks)
