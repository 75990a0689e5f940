"""Each shape in each state it can reach by itself. What people say about a promise is in test_standing.py."""

from dataclasses import replace
from datetime import date

import pytest

from kith.standards.seeing import seen_in_time
from kith.standards.shapes import Asked, Events, Found, Owed, SeenLine, Waiting
from tests.standards import makings
from tests.standards.makings import TODAY, at, facts


@pytest.mark.parametrize(
    ("known", "state", "due"),
    [
        ({"started_on": date(2026, 11, 1)}, "not_yet", date(2027, 1, 30)),
        ({"started_on": date(2026, 8, 25)}, "due", date(2026, 11, 23)),
        ({"started_on": date(2026, 8, 1)}, "missed", date(2026, 10, 30)),
        ({"reviewed_to": date(2026, 11, 1)}, "met", date(2027, 1, 30)),
        ({"reviewed_to": date(2026, 9, 12)}, "met", date(2026, 12, 11)),
        ({"reviewed_to": date(2026, 9, 9)}, "due", date(2026, 12, 8)),  # its last quarter: 22 days
        ({"reviewed_to": date(2026, 8, 19)}, "due", TODAY),  # the last day still keeps it
        ({"reviewed_to": date(2026, 8, 18)}, "missed", date(2026, 11, 16)),
    ],
)
def test_every_is_met_then_due_then_missed(known, state, due):
    standing = makings.every.stands(facts(**known), at())
    assert (standing.state, standing.due) == (state, due)


def visits(*alone):
    return tuple(SeenLine(date(2026, 11, 16 - n), answer) for n, answer in enumerate(alone))


@pytest.mark.parametrize(
    ("level", "newest_first", "state"),
    [
        ("child_in_need", [], "not_yet"),
        ("child_in_need", ["alone"], "met"),
        ("child_in_need", ["prevented"], "due"),
        ("child_in_need", ["prevented", "alone"], "due"),
        ("child_in_need", ["alone", "prevented", "prevented"], "met"),
        ("child_in_need", ["prevented", "prevented", "alone"], "missed"),
        ("looked_after", ["prevented", "alone"], "missed"),  # each visit, in law
    ],
)
def test_every_so_many_visits_counts_the_visits_running(level, newest_first, state):
    standing = makings.every_other.stands(facts(level=level, seen=visits(*newest_first)), at())
    assert standing.state == state


def test_an_explanation_of_missed_visits_cannot_be_older_than_the_newest_of_them():
    standing = makings.every_other.stands(facts(seen=visits("prevented", "", "alone")), at())
    assert (standing.late_from, standing.last) == (date(2026, 11, 16), date(2026, 11, 14))


FRIDAY, THURSDAY = date(2026, 11, 13), date(2026, 11, 12)
FOLLOWED = {"done_on": date(2026, 11, 4), "since": date(2026, 11, 2)}


# Two working days from Friday 13 November end on Tuesday the 17th.
@pytest.mark.parametrize(
    ("answers", "state", "due"),
    [
        (Events(), "not_applicable", None),
        (Events((Waiting(5, FRIDAY),)), "due", TODAY),
        (Events((Waiting(5, THURSDAY),)), "missed", date(2026, 11, 16)),
        (Events(**FOLLOWED), "met", None),
        (Events(done_on=date(2026, 11, 5), since=date(2026, 11, 2)), "missed", date(2026, 11, 4)),
        (Events((Waiting(5, THURSDAY, "He knows where they live."),)), "explained", None),
        (Events((Waiting(5, THURSDAY, "n/a"),)), "missed", date(2026, 11, 16)),
        (Events((Waiting(5, date(2026, 10, 1), "Not safe."),), **FOLLOWED), "met", None),
        (Events((Waiting(5, date(2026, 10, 1), "Not safe."), Waiting(6, FRIDAY))), "due", TODAY),
    ],
    ids=[
        "nothing happened",
        "in time",
        "late",
        "done in time",
        "done late stays late",
        "left for a reason",
        "a reason that says nothing",
        "told since",
        "another is open",
    ],
)
def test_within_counts_from_each_event(answers, state, due):
    standing = makings.within.stands(facts(owed={"within": answers}), at())
    assert (standing.state, standing.due) == (state, due)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        ({"parents": 2}, "met"),
        ({"parents": 1, "started_on": date(2026, 11, 16)}, "due"),  # lacking, so something is to do
        ({"parents": 1, "started_on": date(2026, 10, 20)}, "due"),  # the twentieth working day
        ({"parents": 1, "started_on": date(2026, 10, 19)}, "missed"),
    ],
)
def test_has_is_due_from_the_day_it_lacks(known, state):
    assert makings.has.stands(facts(**known), at()).state == state


LATE = {"late": date(2026, 10, 19), "late_due": date(2026, 10, 16)}


@pytest.mark.parametrize(
    ("wishes", "state", "item"),
    [
        (Asked(), "not_applicable", None),
        (Asked((Owed(5, TODAY),)), "due", 5),
        (Asked((Owed(5, TODAY), Owed(4, date(2026, 10, 23)))), "missed", 4),
        (Asked(in_time=date(2026, 11, 16)), "met", None),
        (Asked(**LATE), "missed", None),
        (Asked((Owed(5, TODAY),), **LATE), "missed", 5),
        (Asked(in_time=date(2026, 10, 20), **LATE), "met", None),
        (Asked(in_time=date(2026, 10, 18), **LATE), "missed", None),
        (Asked(in_time=date(2026, 10, 19), **LATE), "missed", None),
    ],
    ids=[
        "nothing asked",
        "owed",
        "the oldest is late",
        "answered",
        "answered late stays late",
        "late, and one more is open",
        "late, then one in time",
        "in time, then late",
        "both on one day",
    ],
)
def test_each_answered_is_as_good_as_its_worst_answer(wishes, state, item):
    standing = makings.each_answered.stands(facts(owed={"each-answered": wishes}), at())
    assert (standing.state, standing.item) == (state, item)


def test_an_explanation_must_speak_of_the_newest_late_answer():
    two = Asked((Owed(4, date(2026, 10, 23)), Owed(5, date(2026, 11, 3))))
    assert makings.each_answered.stands(facts(owed={"each-answered": two}), at()).late_from == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("known", "state", "missing"),
    [
        ({"parents": 2, "deciders": 1}, "met", ()),
        ({"parents": 1, "deciders": 1}, "missed", ("two parents",)),
        ({"parents": 0, "deciders": 0}, "missed", ("two parents", "who decides")),
        ({"parents": 2, "deciders": 0, "started_on": date(2026, 11, 10)}, "due", ("who decides",)),
    ],
)
def test_both_is_as_good_as_its_worst_part_and_names_what_lacks(known, state, missing):
    standing = makings.both.stands(facts(**known), at())
    assert (standing.state, standing.missing) == (state, missing)


@pytest.mark.parametrize(
    ("verdict", "state"), [(None, "not_yet"), ("met", "met"), ("not_met", "missed"), ("on_paper_only", "missed")]
)
def test_judged_stands_as_somebody_says(verdict, state):
    found = (Found(1, "judged", verdict, date(2026, 11, 3)),) if verdict else ()
    assert makings.judged.stands(facts(found=found), at()).state == state


def test_where_the_pack_sets_no_limit_nothing_is_promised():
    unset = {"limit": "no-such-timescale"}
    owed = facts(owed={"within": Events((Waiting(5, date(2026, 1, 1)),))})
    part = replace(makings.has, **unset)
    for shape in (replace(makings.every, **unset), part, replace(makings.within, **unset)):
        assert shape.stands(owed, at()).state == "not_applicable"
    assert replace(makings.both, parts=(part,)).stands(owed, at()).state == "not_applicable"


def test_scotland_sets_no_visiting_limit_so_none_is_judged():
    assert seen_in_time.stands(facts(), at(pack="scotland-2023")).state == "not_applicable"
