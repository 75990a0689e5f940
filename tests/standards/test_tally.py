"""A board made in one quick pass says what each promise says of each child when it is asked by itself."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from kith.standards import rules
from kith.standards.register import STANDARDS
from kith.standards.shapes import Explained, Facts, Found, SeenLine
from kith.standards.shapes.facts import Asked, Events, Owed, Time, Waiting
from kith.standards.shapes.sources import Answering, Following
from kith.standards.tally import Tally
from tests.standards import makings
from tests.standards.makings import TODAY, at, facts

LEVELS = ("child_in_need", "child_protection", "looked_after", "family_help", "early_help", "assessment")
WHO = (
    {},
    {"died_on": TODAY - timedelta(days=3)},
    {"born_on": None, "unborn": True},
    {"came_from": "the census", "first_led_on": None},
    {"came_from": "the census", "first_led_on": TODAY - timedelta(days=4)},
    {"came_from": "the census", "first_led_on": TODAY - timedelta(days=200)},
    {"found": (Found(1, "story-reviewed", "on_paper_only", TODAY), Found(2, "every", "on_paper_only", TODAY))},
    {"explanations": (Explained(1, "seen-in-time", TODAY, True, TODAY + timedelta(days=9)),)},
    {"leads": 0, "lead_id": None, "lead_from": None},
)
DAYS = (None, 1, 60, 400)


def owed(promise, days: int):
    """Something of each kind in the promise's own table, so many days old."""
    on = TODAY - timedelta(days=days)
    if isinstance(promise.source, Answering):
        return Asked((Owed(1, on),), on, on - timedelta(days=2), on - timedelta(days=3))
    if isinstance(promise.source, Following):
        return Events((Waiting(1, on), Waiting(2, on, "It was not safe to tell her.")), on, on - timedelta(days=30))
    return (Time(1, on, "late", 90),)


def children() -> Iterator[Facts]:
    for level, who, days in product(LEVELS, WHO, DAYS):
        seen = (SeenLine(TODAY - timedelta(days=days), "alone", "Asleep on the sofa."),) if days else ()
        reviewed = TODAY - timedelta(days=days) if days else None
        told = {each.id: owed(each, days) for each in STANDARDS if each.source and days} if days != 1 else {}
        yield facts(**{"level": level, "seen": seen, "reviewed_to": reviewed, "owed": told, **who})


def test_the_counts_are_those_of_each_promise_asked_of_each_child():
    for standards in (STANDARDS, makings.ONE_OF_EACH):
        moment, tally, everyone = at(), Tally(standards, at()), list(children())
        for each in everyone:
            tally.add(each)
        assert tally.counts() == {
            promise.id: rules.count([rules.stand(promise, each, moment).state for each in everyone])
            for promise in standards
        }


def test_a_promise_with_a_table_of_its_own_does_not_apply_where_nothing_stands_in_it():
    for promise in (each for each in STANDARDS if each.source):
        for level in LEVELS:
            standing = promise.stands(facts(level=level, owed={}), at())
            assert standing.state == "not_applicable", promise.id


def test_nobody_counted_is_nobody_in_any_state():
    counts = Tally(STANDARDS, at(date(2026, 11, 17))).counts()
    assert all(n == 0 for states in counts.values() for n in states.values())
