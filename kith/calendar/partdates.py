"""Dates as people know them: a day, a month, a year, or "about 2019"."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kith.calendar.spoken import MONTHS, in_full

PRECISIONS = ("day", "month", "year", "about")

_VAGUEST_FIRST = ("about", "year", "month", "day")
_FIRST_YEAR, _LAST_YEAR = 1880, 2100


class NotADate(ValueError):
    """What was typed is not a date. The message can be shown to the person who typed it."""


@dataclass(frozen=True, slots=True)
class PartDate:
    """A date and how well it is known. `on` is the first day of what is known: March 2019 is 1 March."""

    on: date
    precision: str = "day"  # one of PRECISIONS

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise ValueError(f"{self.precision!r} is not a precision")
        if self.precision == "month":
            object.__setattr__(self, "on", self.on.replace(day=1))
        if self.precision in ("year", "about"):
            object.__setattr__(self, "on", self.on.replace(month=1, day=1))

    @classmethod
    def from_boxes(cls, day: str, month: str, year: str, *, about: bool = False) -> "PartDate":
        """Read the three boxes of a date question; the day, or the day and month, may be left empty.

        Raises NotADate with words for the person who typed.
        """
        day, month, year = day.strip(), month.strip(), year.strip()
        if not year:
            raise NotADate("Enter at least the year.")
        if day and not month:
            raise NotADate("Enter the month as well as the day.")
        if about and month:
            raise NotADate("When a date is about right, enter only the year.")
        start = date(_year(year), 1, 1)
        if not month:
            return cls(start, "about" if about else "year")
        start = start.replace(month=_month(month))
        if not day:
            return cls(start, "month")
        return cls(start.replace(day=_day(day, start)), "day")

    def __str__(self) -> str:
        """3 March 2019, March 2019, 2019, about 2019."""
        if self.precision == "day":
            return in_full(self.on)
        if self.precision == "month":
            return f"{MONTHS[self.on.month - 1]} {self.on.year}"
        return f"about {self.on.year}" if self.precision == "about" else str(self.on.year)

    @property
    def sort_key(self) -> tuple[date, int]:
        """Oldest first, the vaguer first of two: about 2019, 2019, January 2019, 1 January 2019."""
        return self.on, _VAGUEST_FIRST.index(self.precision)

    @property
    def latest(self) -> date:
        """The last day it can have been; an "about" year may be a year out either way."""
        if self.precision == "day":
            return self.on
        if self.precision == "month":
            return self.on.replace(day=monthrange(self.on.year, self.on.month)[1])
        return date(self.on.year + (self.precision == "about"), 12, 31)

    @property
    def earliest(self) -> date:
        """The first day it can have been."""
        return date(self.on.year - 1, 1, 1) if self.precision == "about" else self.on


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def _year(text: str) -> int:
    year = _number(text)
    if year is None or len(text) != 4:
        raise NotADate("Write the year in full with 4 numbers, for example 2019.")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotADate(f"The year must be between {_FIRST_YEAR} and {_LAST_YEAR}.")
    return year


def _month(text: str) -> int:
    number = _number(text)
    if number is None and len(text) >= 3:
        matching = [i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(text.lower())]
        number = matching[0] if matching else None
    if number is None or not 1 <= number <= 12:
        raise NotADate("The month must be a number from 1 to 12, or its name.")
    return number


def _day(text: str, month: date) -> int:
    number, last = _number(text), monthrange(month.year, month.month)[1]
    if number is None or number < 1:
        raise NotADate("The day must be a number.")
    if number > last:
        raise NotADate(f"{MONTHS[month.month - 1]} {month.year} has only {last} days.")
    return number
