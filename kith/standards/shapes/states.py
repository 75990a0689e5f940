"""How a promise to one child stands."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kith.standards.shapes.facts import Explained, Found


class State(StrEnum):
    """Late and explained stays late: it is told apart from met and from missed, and never added to either."""

    MET = "met"
    DUE = "due"  # kept so far; something must be done, by a day
    MISSED = "missed"
    EXPLAINED = "explained"
    NOT_YET = "not_yet"  # too soon to say
    NOT_APPLICABLE = "not_applicable"


COUNTED = (State.MET, State.DUE, State.MISSED, State.EXPLAINED)  # what a share is taken of


class Standing(NamedTuple):
    """A state and what it rests on.

    `last`: the day of the newest evidence. `since`: the day the clock runs from. `due`: the last day that keeps the
    promise. `late_from`: the first day an explanation can speak of this lateness. `item`: what to answer or complete.
    `n`: how many are waiting. `missing`: the parts that lack. `why`: why it does not apply, or cannot be said yet.
    `key`: the pack's limit that was applied, where it is not the level's own. `minutes`: how long it took.
    """

    state: State
    last: date | None = None
    since: date | None = None
    due: date | None = None
    late_from: date | None = None
    item: int | None = None
    n: int = 0
    missing: tuple[str, ...] = ()
    why: str = ""
    explanation: Explained | None = None
    found: Found | None = None
    key: str = ""
    minutes: int | None = None


# Made once: a board comes to them for most children and most promises.
NOTHING_OWED = Standing(State.NOT_APPLICABLE)
NO_LIMIT = Standing(State.NOT_APPLICABLE, why="pack")


def running(today: date, since: date, due: date, last: date | None) -> Standing:
    """A clock: met, then due in the last quarter of its time, then missed. Not yet, when nothing ever happened."""
    if today > due:
        return Standing(State.MISSED, last, since, due, due + timedelta(days=1))
    if today >= due - (due - since) // 4:
        return Standing(State.DUE, last, since, due)
    return Standing(State.MET if last else State.NOT_YET, last, since, due)
