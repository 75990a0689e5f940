"""Which limit a child's next visit is held against, and what begins it again (S3-09: the table is the row's own)."""

from datetime import date, timedelta

import pytest
from django.db import connection

from kith import packs
from kith.access import acting_as
from kith.people.acts import move_home
from kith.standards import queries
from kith.standards.register import standard
from kith.visits.acts import Seen
from kith.visits.rules import clock_of
from tests.cast import TODAY
from tests.standards.clockwork import add
from tests.visits.going import went_before

STARTED = date(2026, 3, 2)
SEEN = date(2026, 3, 24)
LATER = date(2026, 3, 27)

# level, last seen, moved, plan began -> the limit, the day it runs from, the day it ends (counted by hand)
TABLE = [
    ("child_in_need", None, None, None, "visit-child-in-need", STARTED, "2026-03-30"),
    ("child_in_need", SEEN, None, None, "visit-child-in-need", SEEN, "2026-04-23"),
    ("child_in_need", SEEN, LATER, LATER, "visit-child-in-need", SEEN, "2026-04-23"),
    ("family_help", date(2026, 12, 15), None, None, "visit-child-in-need", date(2026, 12, 15), "2027-01-15"),
    ("family_help", date(2026, 8, 21), None, None, "visit-child-in-need", date(2026, 8, 21), "2026-09-21"),
    ("child_protection", None, None, None, "visit-child-protection", STARTED, "2026-03-16"),
    ("child_protection", SEEN, None, None, "visit-child-protection", SEEN, "2026-04-09"),
    ("child_protection", SEEN, None, LATER, "visit-child-protection", LATER, "2026-04-14"),
    ("child_protection", SEEN, None, SEEN, "visit-child-protection", SEEN, "2026-04-09"),
    ("child_protection", LATER, None, SEEN, "visit-child-protection", LATER, "2026-04-14"),
    ("child_protection", date(2026, 5, 1), None, STARTED, "visit-child-protection", date(2026, 5, 1), "2026-05-18"),
    ("child_protection", date(2026, 12, 15), None, None, "visit-child-protection", date(2026, 12, 15), "2026-12-31"),
    ("looked_after", None, None, None, "visit-looked-after", STARTED, "2026-04-13"),
    ("looked_after", SEEN, None, None, "visit-looked-after", SEEN, "2026-05-05"),
    ("looked_after", None, LATER, None, "visit-looked-after-first", LATER, "2026-04-03"),
    ("looked_after", SEEN, LATER, None, "visit-looked-after-first", LATER, "2026-04-03"),
    ("looked_after", LATER, LATER, None, "visit-looked-after", LATER, "2026-05-08"),
    ("looked_after", LATER, SEEN, None, "visit-looked-after", LATER, "2026-05-08"),
    (
        "looked_after",
        date(2026, 12, 1),
        date(2026, 12, 18),
        None,
        "visit-looked-after-first",
        date(2026, 12, 18),
        "2026-12-25",
    ),
]


@pytest.mark.parametrize(("level", "seen", "moved", "plan", "key", "since", "due"), TABLE)
def test_s3_09_the_limit_the_day_it_runs_from_and_the_day_it_ends(level, seen, moved, plan, key, since, due):
    clock = clock_of(level, STARTED, seen, moved, plan)
    assert (clock.key, clock.since) == (key, since)
    pack = packs.pack_for("england-2026", since)
    assert pack.timescale(clock.key).limit.after(clock.since, pack.calendar) == date.fromisoformat(due)


# The limits of each kind of home, as `visited_as` tells them apart, each against a day counted by hand.
HOMES = [
    ("visit-looked-after-lasting", "2026-11-30", "2027-02-28"),
    ("visit-with-parent-early", "2026-03-27", "2026-04-03"),
    ("visit-with-parent", "2026-12-20", "2027-01-31"),
    ("visit-connected-person-early", "2026-12-31", "2027-01-07"),
    ("visit-connected-person", "2026-03-02", "2026-03-30"),
    ("visit-connected-person", "2026-12-31", "2027-01-28"),
    ("visit-care-order-home-first", "2026-10-25", "2026-11-01"),
    ("visit-care-order-home", "2026-10-25", "2026-12-06"),
    ("visit-private-fostering", "2026-11-30", "2027-01-11"),
    ("visit-private-fostering", "2026-03-27", "2026-05-08"),
    ("visit-private-fostering-later", "2026-03-02", "2026-05-25"),
    ("visit-private-fostering-later", "2026-12-31", "2027-03-25"),
]


@pytest.mark.parametrize(("key", "start", "due"), HOMES)
def test_s3_09_the_limits_of_each_kind_of_home_end_on_the_day_counted_by_hand(key, start, due):
    day = date.fromisoformat(start)
    pack = packs.pack_for("england-2026", day)
    assert pack.timescale(key).limit.after(day, pack.calendar) == date.fromisoformat(due)


def test_s3_09_thirty_cases_over_every_kind_of_visit_and_over_bank_holidays():
    cases = [(key, since, date.fromisoformat(due)) for *_, key, since, due in TABLE]
    cases += [(key, date.fromisoformat(since), date.fromisoformat(due)) for key, since, due in HOMES]
    assert len(cases) >= 30
    assert {key for key, *_ in cases} >= {
        "visit-child-protection",
        "visit-child-in-need",
        "visit-looked-after-first",
        "visit-connected-person-early",  # weekly
        "visit-looked-after",  # six weeks
        "visit-looked-after-lasting",  # three months
        "visit-private-fostering",  # six weeks, then twelve
        "visit-private-fostering-later",
    }
    for holiday in (date(2026, 4, 3), date(2026, 8, 31), date(2026, 12, 28), date(2027, 1, 1)):
        assert any(since < holiday < due for _, since, due in cases), holiday


@pytest.mark.parametrize("level", ["universal", "early_help", "care_leaver"])
def test_levels_that_arrange_their_visits_otherwise_have_no_clock(level):
    assert clock_of(level, STARTED, SEEN).key == ""


def seen_in_time(child):
    return queries.judge(standard("seen-in-time"), TODAY, [child.pk])[0]


def put_at(child, level):
    """The level of the open work, as an import or a decision will one day have set it."""
    with connection.cursor() as cursor:
        cursor.execute("update involvement_spell set level = %s where person_id = %s", [level, child.pk])


@pytest.mark.parametrize("kind", ["placement", "home"])
def test_a_looked_after_child_who_moves_is_to_be_seen_within_the_week(cast, kind):
    went_before(cast, 12, [Seen(cast.maya, True, alone="alone")])
    moved = TODAY - timedelta(days=6)
    with acting_as(cast.system):
        put_at(cast.maya, "looked_after")
        assert seen_in_time(cast.maya).key == "visit-looked-after"
        move_home(by=cast.system, about=[cast.maya], on=moved, lines="8 Fern Bank", postcode="NC2 2FB", kind=kind)
        row = seen_in_time(cast.maya)
    assert (row.key, row.since, row.due) == ("visit-looked-after-first", moved, TODAY + timedelta(days=1))
    assert (row.state, row.day_of) == ("due", "day 6 of 7")
    assert row.sentence == "See Maya Okafor-Nowak by 18 November 2026."
    went_before(cast, 2, [Seen(cast.maya, True, alone="alone")])
    with acting_as(cast.aisha):
        assert seen_in_time(cast.maya).key == "visit-looked-after"


def test_where_a_child_lived_before_the_work_began_is_no_move(cast):
    with acting_as(cast.system):
        put_at(cast.maya, "looked_after")
        assert seen_in_time(cast.maya).key == "visit-looked-after"


def test_a_protection_plan_begins_the_clock_on_its_first_day(cast):
    went_before(cast, 30, [Seen(cast.maya, True, alone="alone")])
    with acting_as(cast.system):
        put_at(cast.maya, "child_protection")
        assert seen_in_time(cast.maya).state == "missed"
        add("involvement_protectionplan", cast.maya, started_on=date(2026, 11, 9))
        row = seen_in_time(cast.maya)
    assert (row.key, row.since, row.due) == ("visit-child-protection", date(2026, 11, 9), date(2026, 11, 23))
    assert (row.state, row.day_of) == ("met", "day 6 of 10")
