"""What a supervision still lacks, and by when the next one is due; and when an e-mail about work may be sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kith.packs import NotInPack, Pack
from kith.words import needs_words

EVERY_CHILD = "supervision"
PROTECTED = "oversight-child-protection"
NEW_WORKER, NEW_FOR = "supervision-new-worker", "first-year-in-practice"
_EXPLANATIONS = 2


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, in a practitioner's words; `field` is where the form that signs asks for it."""

    text: str
    field: str = ""


def next_by(day: date, level: str, pack: Pack, *, first_year: bool = False) -> date | None:
    """The last day for the next talk about a child at this level (E35), sooner for somebody in their `first_year`
    (S3-32); none where the place sets no limit.
    """
    limits = (EVERY_CHILD, PROTECTED, *([NEW_WORKER] if first_year else []))
    found = [limit for limit in limits if _runs(limit, level, pack)]
    return min((pack.due(limit, day) for limit in found), default=None)


def in_first_year(practising_from: date | None, day: date, pack: Pack) -> bool:
    """Whether a worker counts as new on a day; nobody does where the place does not say for how long."""
    if practising_from is None or not _runs(NEW_FOR, "", pack):
        return False
    return practising_from <= day < pack.due(NEW_FOR, practising_from)


def _runs(limit: str, level: str, pack: Pack) -> bool:
    try:
        levels = pack.timescale(limit).applies_to
    except NotInPack:
        return False
    return not levels or level in levels


def lacks(talk: Any, hypotheses: Iterable[Any], actions: Iterable[Any], latest: date | None) -> list[Lack]:
    """What is missing before it can be signed, with the answers that finish it already on `talk` (S3-31, S4-19)."""
    return [
        *_explanations(talk, list(hypotheses)),
        *(Lack(words) for words, given in _questions(talk) if needs_words(given)),
        *(lack for action in actions for lack in _action(action)),
        *_next(talk, latest),
    ]


def _questions(talk: Any) -> Sequence[tuple[str, str]]:
    return (
        ("Say what it is like to be this child this week.", talk.like_now),
        ("Say what is not known.", talk.not_known),
        ("Say what will be done next to find out.", talk.next_test),
        ("Say what is being assumed, about race, gender, class and disability too.", talk.assumptions),
        ("Say what would change your minds.", talk.would_change),
    )


def _explanations(talk: Any, hypotheses: Sequence[Any]) -> Iterator[Lack]:
    written = [one for one in hypotheses if not needs_words(one.what)]
    if not written:
        yield Lack("Write what you think explains it.")
    elif len(written) < _EXPLANATIONS and needs_words(talk.clear_cut_because):
        yield Lack(
            "Write a second explanation of what is seen; or whoever supervises says why this one is clear-cut.",
            "clear_cut_because",
        )
    for one in written:
        if needs_words(one.speaks_for) or needs_words(one.speaks_against):
            yield Lack(f"Say what speaks for and what against: “{_begins(one.what)}”.")


def _action(action: Any) -> Iterator[Lack]:
    if not needs_words(action.what) and (not action.who or not action.by_when or needs_words(action.because)):
        yield Lack(f"Say who does it, by when, and because of what: “{_begins(action.what)}”.")


def _next(talk: Any, latest: date | None) -> Iterator[Lack]:
    if talk.next_on is None:
        yield Lack("Give the day of the next supervision.", "next_on")
    elif talk.next_on <= talk.held_on:
        yield Lack("The next supervision comes after this one.", "next_on")
    elif latest and talk.next_on > latest:
        yield Lack("The next supervision is due sooner: choose an earlier day.", "next_on")


def said(found: Iterable[Lack]) -> str:
    """All of them as one refusal."""
    return " ".join(lack.text for lack in found)


def _begins(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


def digest_hours(pack: Pack) -> range:
    """The hours of a working day at which an e-mail about work may be sent."""
    return range(int(pack.figure("digest-earliest")), int(pack.figure("digest-latest")))


def is_time(hour: int, weekly: bool, at: datetime, pack: Pack) -> bool:
    """Whether an e-mail wanted at this hour is sent now: on working days, never in quiet hours; a weekly one on the
    first working day of the week. `at` in home time.
    """
    day, hours = at.date(), digest_hours(pack)
    if at.hour not in hours or at.hour < hour or not pack.calendar.is_working(day):
        return False
    before = (day - timedelta(days=back) for back in range(1, day.weekday() + 1))
    return not weekly or not any(pack.calendar.is_working(earlier) for earlier in before)
