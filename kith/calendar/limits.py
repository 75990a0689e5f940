"""Lengths of time that promises are measured in, and the due days they give.

Day limits take and give dates, so a change of the clocks cannot move them; clock limits take aware datetimes.
"""

from abc import ABC, abstractmethod
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from kith.calendar.nations import Calendar
from kith.calendar.spoken import counted, in_full, joined


@dataclass(frozen=True, slots=True)
class Limit(ABC):
    """So many of a unit; `str()` gives it in words: "45 working days".

    Raises ValueError for a number it cannot count.
    """

    n: int
    unit: ClassVar[str]
    least: ClassVar[int] = 1

    def __post_init__(self) -> None:
        if type(self.n) is not int or self.n < self.least:
            raise ValueError(f"must be a whole number of {self.unit}s, {self.least} or more, not {self.n!r}")

    def __str__(self) -> str:
        return counted(self.n, self.unit)

    @abstractmethod
    def after(self, day: date, calendar: Calendar) -> date:
        """The last moment that still keeps a limit which began on `day`."""

    @abstractmethod
    def before(self, day: date, calendar: Calendar) -> date:
        """The same length, counted back from `day`."""

    @abstractmethod
    def because(self, start: date, calendar: Calendar) -> str:
        """How the due day comes about, in words."""

    @abstractmethod
    def because_before(self, day: date, calendar: Calendar) -> str:
        """The same, counted back from `day`."""

    @abstractmethod
    def day_of(self, start: date, today: date, calendar: Calendar) -> str:
        """How far a clock has run: day 31 of 45. Past the limit it goes on counting: day 52 of 45."""


class DayLimit(Limit):
    """A limit in days. Raises TypeError when handed a datetime: which day it was is for the caller to say."""

    __slots__ = ()

    def because(self, start: date, calendar: Calendar) -> str:
        return f"{self} from {in_full(start)}" if self.n else f"the same day, {in_full(start)}"

    def because_before(self, day: date, calendar: Calendar) -> str:
        return f"{self} before {in_full(day)}" if self.n else f"by {in_full(day)}"

    def earliest_start(self, today: date, calendar: Calendar) -> date:
        """The earliest start that is not late today: lists compare a whole column with this one date."""
        start = self.before(today, calendar)
        while self.after(start, calendar) < today:  # month ends: 6 months before 31 August is not 28 February
            start += timedelta(days=1)
        return start

    def day_of(self, start: date, today: date, calendar: Calendar) -> str:
        due = self.after(start, calendar)
        return f"day {self._days(start, today, calendar):,} of {self._days(start, due, calendar):,}"

    def _days(self, start: date, end: date, calendar: Calendar) -> int:
        return max(0, (end - start).days)


class WorkingDays(DayLimit):
    """Days the nation works; weekends and its bank holidays are passed over."""

    __slots__ = ()
    unit = "working day"

    def after(self, day: date, calendar: Calendar) -> date:
        return calendar.after(_plain(day), self.n)

    def before(self, day: date, calendar: Calendar) -> date:
        return calendar.before(_plain(day), self.n)

    def because(self, start: date, calendar: Calendar) -> str:
        return _skipping(super().because(start, calendar), calendar.skipped(start, self.after(start, calendar)))

    def because_before(self, day: date, calendar: Calendar) -> str:
        earliest = self.before(day, calendar)
        return _skipping(super().because_before(day, calendar), calendar.skipped(earliest, day - timedelta(days=1)))

    def _days(self, start: date, end: date, calendar: Calendar) -> int:
        return calendar.working_days(start, end)


class Days(DayLimit):
    """Days of the calendar, weekends included; 0 means the same day."""

    __slots__ = ()
    unit = "day"
    least = 0

    def after(self, day: date, calendar: Calendar | None = None) -> date:
        return _plain(day) + timedelta(days=self.n)

    def before(self, day: date, calendar: Calendar | None = None) -> date:
        return _plain(day) - timedelta(days=self.n)


class Weeks(DayLimit):
    """Weeks of seven days: the due day is the same day of the week."""

    __slots__ = ()
    unit = "week"

    def after(self, day: date, calendar: Calendar | None = None) -> date:
        return _plain(day) + timedelta(weeks=self.n)

    def before(self, day: date, calendar: Calendar | None = None) -> date:
        return _plain(day) - timedelta(weeks=self.n)


class Months(DayLimit):
    """Months of the calendar: the same number of the month, or its last day (31 August + 6 = 28 February)."""

    __slots__ = ()
    unit = "month"

    def after(self, day: date, calendar: Calendar | None = None) -> date:
        return _month_on(_plain(day), self.n)

    def before(self, day: date, calendar: Calendar | None = None) -> date:
        return _month_on(_plain(day), -self.n)


class ClockLimit(Limit):
    """A limit in time that passes: 72 hours are 72 hours, whatever the clocks do that weekend.

    Raises TypeError when handed anything but an aware datetime.
    """

    __slots__ = ()
    length: ClassVar[timedelta]

    def after(self, day: date, calendar: Calendar | None = None) -> datetime:
        return _shift(day, self.n * self.length)

    def before(self, day: date, calendar: Calendar | None = None) -> datetime:
        return _shift(day, -self.n * self.length)

    def because(self, start: date, calendar: Calendar | None = None) -> str:
        at = _aware(start)
        return f"{self} from {in_full(at)} at {at:%H:%M}"

    def because_before(self, day: date, calendar: Calendar | None = None) -> str:
        at = _aware(day)
        return f"{self} before {in_full(at)} at {at:%H:%M}"

    def day_of(self, start: date, today: date, calendar: Calendar | None = None) -> str:
        """hour 31 of 72, minute 9 of 15: whole ones that have passed."""
        passed = max(timedelta(), _aware(today).astimezone(UTC) - _aware(start).astimezone(UTC))
        return f"{self.unit} {passed // self.length:,} of {self.n:,}"


class Hours(ClockLimit):
    __slots__ = ()
    unit = "hour"
    length = timedelta(hours=1)


class Minutes(ClockLimit):
    __slots__ = ()
    unit = "minute"
    length = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Within:
    """Once, within a limit of something happening."""

    limit: DayLimit

    def __str__(self) -> str:
        return f"within {self.limit}"

    def due(self, start: date, calendar: Calendar) -> date:
        return self.limit.after(start, calendar)

    def because(self, start: date, calendar: Calendar) -> str:
        """45 working days from 3 March 2026, skipping Good Friday and Easter Monday."""
        return self.limit.because(start, calendar)

    def day_of(self, start: date, today: date, calendar: Calendar) -> str:
        return self.limit.day_of(start, today, calendar)


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again: each falls due so long after the last. A late one starts its own full interval."""

    limit: DayLimit

    def __str__(self) -> str:
        return f"every {self.limit}"

    def due(self, last: date, calendar: Calendar) -> date:
        return self.limit.after(last, calendar)

    def because(self, last: date, calendar: Calendar) -> str:
        """every 20 working days: 20 working days from 24 March 2026, skipping Good Friday."""
        return f"{self}: {self.limit.because(last, calendar)}"

    def day_of(self, last: date, today: date, calendar: Calendar) -> str:
        return self.limit.day_of(last, today, calendar)


def _skipping(said: str, holidays: list[str]) -> str:
    return f"{said}, skipping {joined(holidays)}" if holidays else said


def _plain(day: date) -> date:
    if isinstance(day, datetime):
        raise TypeError("a limit in days counts from a date, not from a time of day")
    return day


def _aware(at: date) -> datetime:
    if not isinstance(at, datetime) or at.utcoffset() is None:
        raise TypeError("a limit in hours or minutes counts from a time with its time zone")
    return at


def _shift(at: date, by: timedelta) -> datetime:
    start = _aware(at)
    return (start.astimezone(UTC) + by).astimezone(start.tzinfo)


def _month_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
