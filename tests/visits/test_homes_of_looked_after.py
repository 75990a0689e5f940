"""How often a looked-after child is visited, by the home they live in and the law (E20, E20a-c): frozen days."""

from datetime import date

import pytest

from kith import packs
from kith.visits.rules import Home, clock_of

BEGAN = date(2026, 1, 5)
ENGLAND = packs.pack_for("england", date(2026, 4, 1))


def on(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("as_", "since", "seen", "order", "reviewed", "key", "due"),
    [
        # E20: a week, then six weeks; three months once it has lasted a year and is meant to last
        ("", "2026-10-20", "", "", "", "visit-looked-after-first", "2026-10-27"),
        ("", "2026-10-20", "2026-10-20", "", "", "visit-looked-after", "2026-12-01"),
        ("", "2026-02-26", "2026-02-26", "", "", "visit-looked-after", "2026-04-09"),
        ("lasting", "2025-10-20", "2026-10-19", "", "", "visit-looked-after", "2026-11-30"),
        ("lasting", "2025-10-20", "2026-10-20", "", "", "visit-looked-after-lasting", "2027-01-20"),
        ("lasting", "2025-02-28", "2026-11-30", "", "", "visit-looked-after-lasting", "2027-02-28"),
        ("lasting", "2024-02-29", "2026-11-30", "", "", "visit-looked-after-lasting", "2027-02-28"),
        # E20a: with a parent, weekly until the first review there
        ("parent", "2026-10-20", "2026-10-22", "", "", "visit-with-parent-early", "2026-10-29"),
        ("parent", "2026-10-20", "2026-11-05", "", "2026-10-01", "visit-with-parent-early", "2026-11-12"),
        ("parent", "2026-10-20", "2026-11-05", "", "2026-11-02", "visit-with-parent", "2026-12-17"),
        # E20b: approved for now, or at home under an interim order
        ("for_now", "2026-12-20", "2026-12-24", "", "", "visit-connected-person-early", "2026-12-31"),
        ("for_now", "2026-10-20", "2026-11-05", "", "2026-11-02", "visit-connected-person", "2026-12-03"),
        # E20c: a week from the order, then six weeks
        ("order_home", "2026-10-01", "2026-10-02", "2026-10-20", "", "visit-care-order-home-first", "2026-10-27"),
        ("order_home", "2026-10-01", "2026-10-20", "2026-10-20", "", "visit-care-order-home", "2026-12-01"),
        ("order_home", "2026-10-25", "", "2026-10-20", "", "visit-looked-after-first", "2026-11-01"),
    ],
)
def test_e20_each_home_has_its_own_limit(as_, since, seen, order, reviewed, key, due):
    home = Home(as_, date.fromisoformat(since), on(order), on(reviewed))
    clock = clock_of("looked_after", BEGAN, on(seen), home.since, home=home)
    assert clock.key == key
    assert ENGLAND.timescale(key).due(clock.since, ENGLAND.calendar) == date.fromisoformat(due)


def test_where_nothing_is_known_of_the_home_the_ordinary_limit_is_kept():
    assert clock_of("looked_after", BEGAN, date(2026, 10, 20)).key == "visit-looked-after"


def test_the_home_of_a_child_who_is_not_looked_after_changes_nothing():
    home = Home("parent", BEGAN)
    assert clock_of("child_protection", BEGAN, date(2026, 10, 20), home=home).key == "visit-child-protection"
