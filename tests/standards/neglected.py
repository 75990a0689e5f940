"""A child for whom everything was left undone: any promise worth the name is broken for them in one way or another."""

from collections.abc import Iterator
from datetime import date

from kith.standards import rules
from kith.standards.shapes import (
    Asked,
    Both,
    EachAnswered,
    EachTime,
    Events,
    Facts,
    Found,
    Judged,
    Owed,
    SeenLine,
    Shape,
    State,
    Time,
    Waiting,
    Within,
)
from tests.standards.makings import at, facts

LONG_AGO, LATELY = date(2023, 3, 1), date(2026, 11, 13)
NEVER_ALONE = tuple(SeenLine(date(2026, month, 2), "not_tried", "", False) for month in (11, 10, 9, 8, 7, 6))
_LEFT = {
    EachAnswered: Asked((Owed(1, LONG_AGO, LONG_AGO),)),
    Within: Events((Waiting(1, LONG_AGO),)),
    EachTime: (Time(1, LATELY, "overdue", 90_000), Time(2, LATELY, "late", 90_000)),
}


def neglected(promise: Shape, level: str) -> Iterator[Facts]:
    """Nothing was done for years; a visit, but never alone and nothing seen; told of nothing in time; looked at, and
    found wanting."""
    left = {part.id: _LEFT[type(part)] for part in _parts(promise) if type(part) in _LEFT}
    common = {"level": level, "started_on": LONG_AGO, "first_led_on": LONG_AGO, "owed": left, "leads": 0}
    care = {"moved_on": LONG_AGO, "plan_on": LONG_AGO, "placed_as": "other", "placed_on": LONG_AGO, "law_on": LONG_AGO}
    for known in ({}, care, {"seen": NEVER_ALONE}, {"tried_on": LONG_AGO, "plan_on": LONG_AGO}):
        yield facts(**{**common, **known})
    if isinstance(promise, Judged):
        yield facts(**common, found=(Found(1, promise.id, "not_met", LATELY),))


def can_be_broken(promise: Shape) -> bool:
    """Whether there is a child for whom it is missed."""
    moment = at()
    return any(
        rules.stand(promise, known, moment).state is State.MISSED
        for level in moment.pack.levels
        for known in neglected(promise, level.code)
    )


def _parts(promise: Shape) -> Iterator[Shape]:
    yield promise
    if isinstance(promise, Both):
        for part in promise.parts:
            yield from _parts(part)
