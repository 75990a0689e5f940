"""The days each nation works: bank holidays from the `holidays` library, corrected here and by packs."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

from holidays import country_holidays

_SATURDAY = 5


class Nation(StrEnum):
    """A place with its own list of bank holidays."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    JERSEY = "jersey"


_IN_LIBRARY = {
    Nation.ENGLAND: ("GB", "ENG"),
    Nation.WALES: ("GB", "WLS"),
    Nation.SCOTLAND: ("GB", "SCT"),
    Nation.NORTHERN_IRELAND: ("GB", "NIR"),
    Nation.JERSEY: ("JE", None),
}

# Kept every year: the library drops Jersey's Liberation Day when it falls on a Sunday, as in 2027.
_EVERY_YEAR = {Nation.JERSEY: ((5, 9, "Liberation Day", 1946),)}


@dataclass(frozen=True, slots=True)
class DayChange:
    """A correction to a nation's list: a day added (`closed`), or a listed holiday worked after all."""

    on: date
    name: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """A nation's working days: Monday to Friday without bank holidays, plus the changes a pack makes.

    A change never turns a Saturday or Sunday into a working day. The library knows the years 1872 to 2100;
    outside them only weekends are left out.
    """

    nation: Nation
    changes: tuple[DayChange, ...] = ()

    def holiday(self, day: date) -> str:
        """The holiday's name, or empty text."""
        return _named_days(self.nation, self.changes, day.year).get(day, "")

    def is_working(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and not self.holiday(day)

    def after(self, day: date, n: int) -> date:
        """The nth working day after `day`, which itself never counts."""
        return _stepped(self, day, n, 1)

    def before(self, day: date, n: int) -> date:
        """The nth working day before `day`, which itself never counts."""
        return _stepped(self, day, n, -1)

    def working_days(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and including `end`; 0 when `end` is not later."""
        if end <= start:
            return 0
        weekdays = _weekdays_to(end) - _weekdays_to(start)
        return weekdays - len(self._weekday_holidays(start, end))

    def skipped(self, start: date, end: date) -> list[str]:
        """The holidays that cost a weekday after `start`, up to and including `end`; each name once."""
        return list(dict.fromkeys(self.holiday(day) for day in self._weekday_holidays(start, end)))

    def _weekday_holidays(self, start: date, end: date) -> list[date]:
        found: list[date] = []
        for year in range(start.year, end.year + 1):
            days = _weekday_holidays(self.nation, self.changes, year)
            found += days[bisect_right(days, start) : bisect_right(days, end)]
        return found


@lru_cache(maxsize=50_000)  # a board of 15,000 children asks about the same few hundred days
def _stepped(calendar: Calendar, day: date, n: int, direction: int) -> date:
    step, left = timedelta(days=direction), n
    while left > 0:
        day += step
        left -= calendar.is_working(day)
    return day


def _weekdays_to(day: date) -> int:
    """Mondays to Fridays from the calendar's first day, 1 January of year 1: a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


@cache
def _weekday_holidays(nation: Nation, changes: tuple[DayChange, ...], year: int) -> tuple[date, ...]:
    named = _named_days(nation, changes, year)
    return tuple(sorted(day for day in named if day.weekday() < _SATURDAY))


@cache
def _named_days(nation: Nation, changes: tuple[DayChange, ...], year: int) -> dict[date, str]:
    days = dict(_from_library(nation, year))
    for change in changes:
        if change.on.year != year:
            continue
        if change.closed:
            days[change.on] = change.name
        else:
            days.pop(change.on, None)
    return days


@cache
def _from_library(nation: Nation, year: int) -> dict[date, str]:
    country, part = _IN_LIBRARY[nation]
    known = country_holidays(country, subdiv=part, years=year)
    days = {day: name.partition(" (")[0] for day, name in known.items()}  # without "(observed)"
    for month, number, name, since in _EVERY_YEAR.get(nation, ()):
        if year >= since:
            days.setdefault(date(year, month, number), name)
    return days
