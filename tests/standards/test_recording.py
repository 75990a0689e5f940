"""What happened is written down in time: a day for what is critical, two working days for visits, five for all else
(E34).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.involvement.acts import report_missing
from kith.standards.queries import panel
from kith.visits.acts import Seen, record_visit
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.involvement.protecting import conferred, discussed

CRITICAL, WRITTEN = "critical-written", "written-in-time"


def stands(cast, standard):
    with acting_as(cast.aisha):
        return next(row for row in panel(cast.maya, cast.aisha) if row.standard.id == standard)


def at(told):
    return datetime.fromisoformat(told).replace(tzinfo=HOME_TIME)


def then(cast, moment):
    """Aisha, writing at another moment."""
    return replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=moment)


def visited(cast, on, wrote=NOW):
    by = then(cast, wrote)
    with acting_as(by):
        lines = [Seen(cast.maya, seen=True, alone="alone", saw="She drew.")]
        went = datetime.combine(on, at("2026-11-01T08:00").time(), HOME_TIME)
        record_visit(by=by, about=[cast.maya], on=on, mode="home", happened_at=went, lines=lines)


@pytest.mark.parametrize(
    ("missing", "told", "state"),
    [
        ("2026-11-16T10:00", "2026-11-17T10:00", "met"),
        ("2026-11-16T09:59", "2026-11-17T10:00", "missed"),
        # The clocks go back on 25 October: a day is twenty-four hours, and not the same time of the clock.
        ("2026-10-24T12:00", "2026-10-25T11:00", "met"),
        ("2026-10-24T12:00", "2026-10-25T11:01", "missed"),
        ("2026-10-24T23:30", "2026-10-26T00:30", "missed"),
    ],
)
def test_e34_a_child_missing_is_written_down_within_a_day_of_the_time_it_happened(cast, missing, told, state):
    by = then(cast, at(told))
    with acting_as(by):
        report_missing(by=by, about=cast.maya, on=at(missing).date(), at=at(missing))
    assert stands(cast, CRITICAL).state == state


@pytest.mark.parametrize(("days", "state"), [(0, "met"), (1, "met"), (2, "missed")])
def test_e34_a_strategy_discussion_of_a_day_counts_from_the_end_of_that_day(cast, days, state):
    discussed(cast, on=TODAY - timedelta(days))
    assert stands(cast, CRITICAL).state == state
    assert stands(cast, CRITICAL).standard.kept_close


def test_e34_nothing_is_asked_where_nothing_happened_and_nothing_of_long_ago(cast):
    assert [stands(cast, each).state for each in (CRITICAL, WRITTEN)] == ["not_applicable"] * 2
    visited(cast, TODAY - timedelta(100))
    assert stands(cast, WRITTEN).state == "not_applicable"


@pytest.mark.parametrize(
    ("on", "wrote", "state"),
    [
        (date(2026, 11, 13), "2026-11-17T16:00", "met"),  # over a weekend
        (date(2026, 11, 12), "2026-11-17T10:00", "missed"),
        (date(2026, 10, 23), "2026-10-27T23:30", "met"),  # still Tuesday here, after the clocks went back
        (date(2026, 10, 23), "2026-10-28T00:10", "missed"),
        (date(2026, 8, 28), "2026-09-02T09:00", "met"),  # 31 August is a bank holiday
    ],
)
def test_e34_a_visit_is_written_down_within_two_working_days(cast, on, wrote, state):
    visited(cast, on, at(wrote))
    assert stands(cast, WRITTEN).state == state


def test_e34_what_was_written_late_stays_late_until_something_newer_was_in_time(cast):
    visited(cast, date(2026, 11, 9), at("2026-11-16T09:00"))
    assert stands(cast, WRITTEN).state == "missed"
    visited(cast, TODAY)
    assert stands(cast, WRITTEN).state == "met"


@pytest.mark.parametrize(("days", "state"), [(7, "met"), (8, "missed")])
def test_e34_a_childs_words_are_written_down_within_five_working_days(cast, days, state):
    with acting_as(cast.aisha):
        on = TODAY - timedelta(days)
        write_down_words(by=cast.aisha, about=cast.maya, on=on, text="I like the red boat.", sort="good_thing")
    assert stands(cast, WRITTEN).state == state


@pytest.mark.parametrize(("days", "state"), [(4, "met"), (5, "missed")])
def test_e34_a_conference_is_written_down_within_two_working_days_of_the_day_it_was_held(cast, days, state):
    conferred(cast, on=TODAY - timedelta(days))
    assert stands(cast, WRITTEN).state == state
