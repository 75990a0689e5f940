"""What one child's part of a visit holds, and what it still lacks. Nothing here stops a save (design 7.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kith import words
from kith.calendar import age
from kith.packs import Pack
from kith.people.models import Person

NOT_COUNTED = ("doorstep", "video")  # modes that never stop a statutory clock (design 7.6)
ALONE_NEEDS_WORDS = ("prevented", "not_tried", "child_chose_not", "not_appropriate")
ALONE_ALERTS = ("prevented", "not_tried")
REASON_NEEDS_WORDS = ("ill", "other")
OUR_SIDE = "our_side"  # the pack's not_seen_reasons: we could not come
YOUNG = 5
_LISTS = {"alone": "alone", "bedroom": "bedroom", "not_seen_because": "not_seen_reasons"}  # the pack's, by answer
UNSORTED = "worry"  # words nobody sorted are owed an answer until somebody does
OUTCOMES = ("kept", "changed_told", "changed_not_told", "missed")  # how a promise ends
RUNNING = 2  # visits running without seeing the child: the question is asked
UNSEEN_DAYS = 3  # visits running at which the day was only told or assumed: somebody should look
USUAL_HOURS = 3  # visits running at the same time of day before another time is suggested (S3-10)


@dataclass(frozen=True)
class Said:
    """One thing a child said: the sort (wish, worry, good_thing, harm), the words verbatim, how they were said."""

    sort: str
    text: str
    question_asked: str = ""
    way: str = "spoken"
    checked_back: bool | None = None


@dataclass(frozen=True)
class Promised:
    """Something promised. Without a day it is due by the next time the family hears from us."""

    text: str
    due_on: date | None = None


@dataclass(frozen=True)
class Learnt:
    """One thing about a child's day: which part of it, how it is known (seen, told, assumed), and what it is."""

    topic: str
    known: str
    text: str
    told_by: str = ""


@dataclass(frozen=True)
class Seen:
    """One child on one visit. Only this child: no group tick-box, no shared "seen"."""

    person: Person
    seen: bool
    alone: str = ""
    alone_words: str = ""
    bedroom: str = ""
    not_seen_because: str = ""
    not_seen_words: str = ""
    plan_to_see: str = ""
    saw: str = ""
    means: str = ""
    said: Sequence[Said] = field(default_factory=tuple)
    promised: Sequence[Promised] = field(default_factory=tuple)
    day: Sequence[Learnt] = field(default_factory=tuple)
    planned: Any = None  # the PlannedVisit this was


def is_answer(pack: Pack, key: str, answer: str) -> bool:
    """Whether the pack's list holds this answer, still offered or not."""
    return answer in {code.code for code in pack.codes(key).codes}


def unknown_answer(line: Seen, pack: Pack) -> str:
    """The first answer of a line that is none of the pack's; "" when each is, or was left out."""
    for name, key in _LISTS.items():
        if (answer := getattr(line, name)) and not is_answer(pack, key, answer):
            return name
    for learnt in line.day:
        if not (is_answer(pack, "day_topic", learnt.topic) and is_answer(pack, "how_known", learnt.known)):
            return "day"
    return ""


def gaps(line: Seen, on: date, written_elsewhere: Sequence[str] = ()) -> list[str]:
    """What is missing from one child's line: asked for, owed, never required to save (design 7.6, 7.11; S1-02, S1-04).

    A child of five or older was heard, or something was seen of them; a younger one was seen (S0-02).
    `written_elsewhere` is what was seen of brothers and sisters, and of this child the last time: the same words twice
    are nobody's own.
    """
    if not line.seen:
        return _gaps_unseen(line)
    missing = []
    if not line.alone:
        missing.append("alone")
    elif words.needs_words(line.alone_words) and alone_needs_words(line.person, on, line.alone):
        missing.append("alone_reason")
    heard = not is_young(line.person, on) and any(not words.needs_words(said.text) for said in line.said)
    if not heard and words.needs_words(line.saw, written_elsewhere):
        missing.append("observation")
    return missing


def _gaps_unseen(line: Seen) -> list[str]:
    unsaid = words.needs_words(line.not_seen_words)
    no_reason = not line.not_seen_because or (line.not_seen_because in REASON_NEEDS_WORDS and unsaid)
    return ["not_seen_reason"] * no_reason + ["plan_to_see"] * words.needs_words(line.plan_to_see)


def alone_needs_words(person: Person, on: date, alone: str) -> bool:
    """Whether the answer to "alone?" wants a reason in words. That a baby is not left alone explains itself."""
    if alone == "not_appropriate" and is_young(person, on):
        return False
    return alone in ALONE_NEEDS_WORDS


def owes_daily_life(mode: str, lines: Sequence[Seen], for_everyone: str) -> Seen | None:
    """The line that owes "how they really live": asked of a visit home at which somebody was seen (S3-10)."""
    if mode != "home" or not words.needs_words(for_everyone):
        return None
    return next((line for line in lines if line.seen), None)


def fault_in_completing(
    what: str, line: Any, text: str, choice: str, written_elsewhere: Sequence[str]
) -> tuple[str, str]:
    """(form field, what is wrong) with an answer to a gap in a ChildLine; two empty strings when it will do."""
    if what in ("alone", "not_seen_reason") and not choice:
        return "choice", "Choose what happened."
    if what == "alone" and not alone_needs_words(line.person, line.visited_on, choice):
        return "", ""
    if what == "not_seen_reason" and choice not in REASON_NEEDS_WORDS:
        return "", ""
    asked_for = words.asks_for_words(text, written_elsewhere if what == "observation" else ())
    return ("text", asked_for) if asked_for else ("", "")


def is_young(person: Person, on: date) -> bool:
    """Under five, or not yet born as far as the record knows: seen rather than heard."""
    years = age(person.born_on, on) if person.born_on else None
    return years is None or years < YOUNG


def only_told(days: Sequence[set[str]]) -> bool:
    """Whether on the latest visits at which anything of the day was learnt, newest first, nobody saw any of it (N18).

    `days`: how things were known, visit by visit.
    """
    latest = days[:UNSEEN_DAYS]
    return len(latest) == UNSEEN_DAYS and not any("seen" in known for known in latest)


def is_attempt(seen: bool, mode: str, not_seen_because: str) -> bool | None:
    """Whether a visit that ended so was one more without the child: True; False when it saw the child, and the run is
    over. None for one that says neither: a child met on the doorstep or on a screen was not seen in the sense of a
    visit, nobody was kept from anybody, and that we could not come is ours (design 7.6).
    """
    if seen:
        return None if mode in NOT_COUNTED else False
    return None if not_seen_because == OUR_SIDE else True


def attempts_running(visits: Iterable[tuple[bool, str, str]]) -> int:
    """How many visits running ended without the child. `visits`: (seen, mode, why not), newest first."""
    n = 0
    for seen, mode, because in visits:
        attempt = is_attempt(seen, mode, because)
        if attempt is False:
            break
        n += bool(attempt)
    return n


def asks_strategy_question(attempts_running: int) -> bool:
    """A second visit running without seeing the child asks: is a strategy discussion needed?"""
    return attempts_running >= RUNNING


def usual_time(began: Sequence[datetime]) -> str:
    """ "10am" when the latest visits all began on weekdays at about that time; "" when the times vary (S3-10).

    `began`: newest first, in home time.
    """
    latest = began[:USUAL_HOURS]
    same_hour = len({at.hour for at in latest}) == 1
    on_weekdays = all(at.weekday() < 5 for at in latest)
    return words.clock(latest[0].replace(minute=0)) if len(latest) == USUAL_HOURS and same_hour and on_weekdays else ""
