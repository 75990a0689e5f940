"""Bank holidays of 2026 and 2027, against lists written by hand."""

from datetime import date, timedelta

import pytest

from kith.calendar import Calendar, DayChange, Nation
from tests.calendar.days import ENGLAND, JERSEY, SCOTLAND, WEEKDAYS_CLOSED


@pytest.mark.parametrize("calendar", WEEKDAYS_CLOSED, ids=lambda calendar: calendar.nation)
def test_every_weekday_of_two_years_is_worked_unless_the_hand_made_list_closes_it(calendar: Calendar) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(730)]
    closed = {day for day in days if day.weekday() < 5 and not calendar.is_working(day)}
    assert closed == WEEKDAYS_CLOSED[calendar]


def test_weekends_are_never_worked() -> None:
    assert not ENGLAND.is_working(date(2026, 11, 21))
    assert not ENGLAND.is_working(date(2026, 11, 22))
    assert ENGLAND.is_working(date(2026, 11, 23))


def test_scotland_works_easter_monday_and_rests_on_2_january() -> None:
    assert SCOTLAND.is_working(date(2026, 4, 6))
    assert not ENGLAND.is_working(date(2026, 4, 6))
    assert SCOTLAND.holiday(date(2026, 1, 2))
    assert not ENGLAND.holiday(date(2026, 1, 2))


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_liberation_day_is_kept_in_jersey_every_year_and_nowhere_else(year: int) -> None:
    assert JERSEY.holiday(date(year, 5, 9)) == "Liberation Day"
    assert ENGLAND.holiday(date(year, 5, 9)) == ""


def test_liberation_day_on_a_sunday_does_not_close_the_monday() -> None:
    assert date(2027, 5, 9).weekday() == 6
    assert JERSEY.is_working(date(2027, 5, 10))


def test_northern_ireland_rests_on_17_march_and_12_july() -> None:
    northern_ireland = Calendar(Nation.NORTHERN_IRELAND)
    assert not northern_ireland.is_working(date(2026, 3, 17))
    assert not northern_ireland.is_working(date(2027, 7, 12))


def test_wales_keeps_the_same_working_days_as_england() -> None:
    wales = Calendar(Nation.WALES)
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [wales.is_working(day) for day in days] == [ENGLAND.is_working(day) for day in days]


def test_a_substitute_day_is_named_for_the_holiday_it_stands_for() -> None:
    assert ENGLAND.holiday(date(2027, 12, 27)) == "Christmas Day"
    assert JERSEY.holiday(date(2026, 12, 28)) == "Boxing Day"


def test_a_day_added_by_a_pack_is_not_worked() -> None:
    funeral = Calendar(Nation.ENGLAND, (DayChange(date(2026, 9, 16), "Day of mourning"),))
    assert funeral.after(date(2026, 9, 15), 1) == date(2026, 9, 17)
    assert ENGLAND.after(date(2026, 9, 15), 1) == date(2026, 9, 16)
    assert funeral.skipped(date(2026, 9, 15), date(2026, 9, 17)) == ["Day of mourning"]


def test_a_holiday_taken_away_by_a_pack_is_worked_but_a_weekend_stays_a_weekend() -> None:
    changes = (DayChange(date(2026, 5, 4), "May Day", closed=False), DayChange(date(2026, 5, 2), "Sat", closed=False))
    working = Calendar(Nation.ENGLAND, changes)
    assert working.is_working(date(2026, 5, 4))
    assert not working.is_working(date(2026, 5, 2))


def test_years_the_library_does_not_know_still_rest_at_weekends() -> None:
    assert ENGLAND.after(date(2200, 1, 1), 5) == date(2200, 1, 8)
    assert ENGLAND.before(date(1700, 1, 8), 5) == date(1700, 1, 1)


def test_working_days_between_are_counted_after_the_first_and_with_the_last() -> None:
    assert ENGLAND.working_days(date(2026, 4, 2), date(2026, 4, 7)) == 1
    assert ENGLAND.working_days(date(2026, 4, 7), date(2026, 4, 7)) == 0
    assert ENGLAND.working_days(date(2026, 4, 8), date(2026, 4, 7)) == 0
    assert ENGLAND.working_days(date(2025, 12, 31), date(2026, 12, 31)) == 253
