"""A request to see the record (E39): a month from the day it came or became clear, longer where they were told why."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts
from tests.cast import TODAY
from tests.involvement.around import touched
from tests.standards.clockwork import by_limit


def asked_to_see(cast, on, *steps):
    """The request, and each step with its day."""
    work = touched(cast, "records", on=on, what="Kelly asked for everything since 2021.")
    with acting_as(cast.aisha):
        for step, day in steps:
            acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step=step, on=day)
    return work


def running(cast):
    return {key: one for key, one in by_limit(cast, cast.maya).items() if key.startswith("access-request")}


def test_e39_it_is_answered_within_a_month_of_the_day_it_came(cast):
    asked_to_see(cast, date(2026, 10, 30))
    (one,) = running(cast).values()
    assert (one.state, one.clock.due) == ("running", date(2026, 11, 30))


def test_e39_answered_after_the_month_it_was_late_whatever_came_of_it(cast):
    asked_to_see(cast, date(2026, 9, 30), ("ar_answered", date(2026, 11, 2)))
    assert running(cast)["access-request"].state == "late"


def test_e39_no_time_runs_while_it_is_not_clear_who_asks_or_for_what(cast):
    asked_to_see(cast, date(2026, 9, 1), ("ar_unclear", date(2026, 9, 3)))
    assert running(cast) == {}


def test_e39_it_counts_from_the_day_it_became_clear(cast):
    asked_to_see(cast, date(2026, 9, 1), ("ar_unclear", date(2026, 9, 3)), ("ar_clear", date(2026, 11, 1)))
    (one,) = running(cast).values()
    assert (one.state, one.clock.due) == ("running", date(2026, 12, 1))


def test_e39_asked_too_late_what_they_want_it_stays_late(cast):
    asked_to_see(cast, date(2026, 9, 1), ("ar_unclear", date(2026, 10, 20)), ("ar_clear", date(2026, 11, 1)))
    (one,) = running(cast).values()
    assert (one.state, one.clock.due) == ("late", date(2026, 10, 1))


def test_e39_told_in_time_why_it_takes_longer_it_has_three_months(cast):
    asked_to_see(cast, date(2026, 9, 1), ("ar_complex", date(2026, 9, 20)))
    found = running(cast)
    assert set(found) == {"access-request-complex"}
    assert (found["access-request-complex"].state, found["access-request-complex"].clock.due) == (
        "running",
        date(2026, 12, 1),
    )


def test_e39_told_too_late_why_it_takes_longer_it_stays_late(cast):
    asked_to_see(cast, date(2026, 9, 1), ("ar_complex", date(2026, 10, 20)))
    (one,) = running(cast).values()
    assert (one.state, one.clock.due) == ("late", date(2026, 10, 1))


@pytest.mark.parametrize("outcome", ["withdrawn", "nothing"])
def test_e39_one_that_ended_owes_nothing_more(cast, outcome):
    work = asked_to_see(cast, TODAY - timedelta(days=5))
    with acting_as(cast.aisha):
        told = {"outcome": outcome, "because": "Kelly rang: she has what she needs."}
        acts.end_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, **told)
    assert all(one.state not in ("running", "late") for one in running(cast).values())
