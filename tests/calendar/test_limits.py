"""Limits hold for every day there is, not only the days somebody thought of."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.calendar import Calendar, DayLimit, Days, Every, Hours, Minutes, Months, Nation, Weeks, Within, WorkingDays
from tests.calendar.days import ENGLAND

days = some.dates(date(1950, 1, 1), date(2099, 12, 31))
calendars = some.sampled_from([Calendar(nation) for nation in Nation])
lengths = some.integers(1, 120)
limits = some.one_of(
    some.builds(WorkingDays, lengths),
    some.builds(Days, lengths),
    some.builds(Weeks, lengths),
    some.builds(Months, lengths),
)


@given(days, lengths, calendars)
def test_a_limit_in_working_days_always_ends_on_a_working_day(day: date, n: int, calendar: Calendar) -> None:
    assert calendar.is_working(WorkingDays(n).after(day, calendar))
    assert calendar.is_working(WorkingDays(n).before(day, calendar))


@given(days, lengths, calendars)
def test_counting_on_and_back_from_a_working_day_comes_home(day: date, n: int, calendar: Calendar) -> None:
    start = calendar.after(day, 1)
    limit = WorkingDays(n)
    assert limit.before(limit.after(start, calendar), calendar) == start
    assert limit.after(limit.before(start, calendar), calendar) == start


@given(days, lengths, calendars)
def test_exactly_n_working_days_lie_behind_the_due_day(day: date, n: int, calendar: Calendar) -> None:
    due = WorkingDays(n).after(day, calendar)
    walked = [day + timedelta(days=i) for i in range(1, (due - day).days + 1)]
    assert sum(map(calendar.is_working, walked)) == n == calendar.working_days(day, due)


@given(days, limits, calendars)
def test_day_0_never_counts(day: date, limit: DayLimit, calendar: Calendar) -> None:
    assert limit.after(day, calendar) > day > limit.before(day, calendar)


@given(days, days, limits, calendars)
def test_a_later_start_is_never_due_earlier(one: date, other: date, limit: DayLimit, calendar: Calendar) -> None:
    first, second = sorted((one, other))
    assert limit.after(first, calendar) <= limit.after(second, calendar)
    assert limit.before(first, calendar) <= limit.before(second, calendar)


@given(days, lengths, calendars)
def test_a_longer_limit_is_due_later(day: date, n: int, calendar: Calendar) -> None:
    for unit in (WorkingDays, Days, Weeks, Months):
        assert unit(n + 1).after(day, calendar) > unit(n).after(day, calendar)


@given(days, some.integers(1, 400))
def test_months_keep_the_number_of_the_day_or_end_with_the_month(day: date, n: int) -> None:
    due = Months(n).after(day)
    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == n
    assert due.day == day.day or (due.day < day.day and (due + timedelta(days=1)).day == 1)


@given(days, days, limits, calendars)
def test_one_date_tells_which_starts_are_late_today(
    start: date, today: date, limit: DayLimit, calendar: Calendar
) -> None:
    late = limit.after(start, calendar) < today
    assert late == (start < limit.earliest_start(today, calendar))


def test_six_months_ago_at_the_end_of_august_is_not_the_end_of_february() -> None:
    assert Months(6).before(date(2026, 8, 31)) == date(2026, 2, 28)
    assert Months(6).earliest_start(date(2026, 8, 31), ENGLAND) == date(2026, 3, 1)


@pytest.mark.parametrize("day", [date(2026, 3, 27), date(2026, 10, 23)])
def test_the_changing_of_the_clocks_moves_no_due_day(day: date) -> None:
    """Summer time began on 29 March 2026 and ended on 25 October."""
    assert Days(3).after(day) == day + timedelta(days=3)
    assert WorkingDays(1).after(day, ENGLAND) == day + timedelta(days=3)


@pytest.mark.parametrize("limit", [WorkingDays(2), Days(2), Weeks(2), Months(2)])
def test_a_limit_in_days_refuses_a_time_of_day(limit: DayLimit) -> None:
    with pytest.raises(TypeError, match="counts from a date"):
        limit.after(datetime(2026, 3, 3, 23, 30, tzinfo=UTC), ENGLAND)


def test_72_hours_are_72_hours_though_the_clocks_go_forward() -> None:
    london = ZoneInfo("Europe/London")
    found = datetime(2026, 3, 27, 16, 0, tzinfo=london)
    due = Hours(72).after(found)
    assert due == datetime(2026, 3, 30, 17, 0, tzinfo=london)
    assert due.astimezone(UTC) - found.astimezone(UTC) == timedelta(hours=72)
    assert Hours(72).before(due) == found


def test_a_worry_sent_just_before_the_clocks_go_back_is_due_15_minutes_later() -> None:
    london = ZoneInfo("Europe/London")
    sent = datetime(2026, 10, 25, 1, 55, tzinfo=london, fold=0)
    assert Minutes(15).after(sent).astimezone(UTC) == datetime(2026, 10, 25, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("at", [date(2026, 3, 3), datetime(2026, 3, 3, 9)])  # noqa: DTZ001
def test_a_limit_in_hours_refuses_a_day_or_a_time_without_its_zone(at: date) -> None:
    with pytest.raises(TypeError, match="time zone"):
        Hours(72).after(at)


@pytest.mark.parametrize("n", [0, -1, True, 1.5, "3", None])
def test_a_limit_refuses_a_number_it_cannot_count(n: object) -> None:
    with pytest.raises(ValueError, match="whole number of working days, 1 or more"):
        WorkingDays(n)  # type: ignore[arg-type]


def test_limits_of_the_same_length_in_other_units_are_not_equal() -> None:
    assert WorkingDays(5) == WorkingDays(5)
    assert WorkingDays(5) != Days(5)


def test_limits_say_themselves_in_words() -> None:
    limits = [WorkingDays(45), WorkingDays(1), Days(14), Weeks(6), Months(3), Hours(72), Minutes(15)]
    assert [str(limit) for limit in limits] == [
        "45 working days",
        "1 working day",
        "14 days",
        "6 weeks",
        "3 months",
        "72 hours",
        "15 minutes",
    ]
    assert str(Within(WorkingDays(45))) == "within 45 working days"
    assert str(Every(Weeks(6))) == "every 6 weeks"


def test_a_due_day_is_explained_with_the_holidays_it_skips() -> None:
    started = date(2026, 3, 3)
    why = "45 working days from 3 March 2026, skipping Good Friday, Easter Monday and May Day"
    assert Within(WorkingDays(45)).because(started, ENGLAND) == why
    assert Within(WorkingDays(5)).because(started, ENGLAND) == "5 working days from 3 March 2026"
    assert Within(Months(6)).because(started, ENGLAND) == "6 months from 3 March 2026"
    assert Every(Days(14)).because(started, ENGLAND) == "every 14 days: 14 days from 3 March 2026"


def test_hours_are_explained_with_the_time_they_run_from() -> None:
    at = datetime(2026, 3, 3, 16, 5, tzinfo=UTC)
    assert Hours(72).because(at) == "72 hours from 3 March 2026 at 16:05"


def test_a_late_visit_starts_its_own_full_interval() -> None:
    every = Every(WorkingDays(20))
    assert every.due(date(2026, 10, 1), ENGLAND) == date(2026, 10, 29)
    assert every.due(date(2026, 11, 6), ENGLAND) == date(2026, 12, 4)


def test_day_n_of_m_counts_in_the_limits_own_unit_and_goes_on_past_the_end() -> None:
    assessment = Within(WorkingDays(45))
    started = date(2026, 3, 3)
    assert assessment.due(started, ENGLAND) == date(2026, 5, 8)
    assert assessment.day_of(started, started, ENGLAND) == "day 0 of 45"
    assert assessment.day_of(started, date(2026, 4, 7), ENGLAND) == "day 23 of 45"
    assert assessment.day_of(started, date(2026, 5, 9), ENGLAND) == "day 45 of 45"
    assert assessment.day_of(started, date(2026, 5, 12), ENGLAND) == "day 47 of 45"
    assert Every(Months(3)).day_of(date(2026, 1, 31), date(2026, 2, 1), ENGLAND) == "day 1 of 89"
    assert assessment.day_of(started, date(2026, 3, 1), ENGLAND) == "day 0 of 45"
