"""How old someone is, and how long ago something was, in the words people use."""

from datetime import date

from kith.calendar.partdates import PartDate
from kith.calendar.spoken import counted, in_full

_DAYS_UNTIL_WEEKS = 14
_WEEKS_UNTIL_MONTHS = 9
_MONTHS_UNTIL_YEARS = 24


def age(born: date | PartDate, today: date) -> int | None:
    """Whole years; None before birth. A part-date counts from its first day.

    Someone born on 29 February is a year older on 1 March in other years, as the law of England has it.
    """
    day = born.on if isinstance(born, PartDate) else born
    if day > today:
        return None
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def age_in_words(born: date | PartDate, today: date) -> str:
    """9; 8 months; 3 weeks; born today; 8 or 9 (year known); about 9; not born yet."""
    if isinstance(born, PartDate) and born.precision != "day":
        return _rough_age(born, today)
    day = born.on if isinstance(born, PartDate) else born
    if day > today:
        return "not born yet"
    if day == today:
        return "born today"
    if months_between(day, today) >= _MONTHS_UNTIL_YEARS:
        return str(age(day, today))
    return _length(day, today)


def expected_in_words(expected: date, today: date) -> str:
    """due 3 March 2027; due today; was due 3 March 2027 (the birth is not recorded yet)."""
    if expected == today:
        return "due today"
    return f"due {in_full(expected)}" if expected > today else f"was due {in_full(expected)}"


def ago(day: date, today: date) -> str:
    """today, yesterday, 3 days ago, 2 weeks ago, 5 months ago, 3 years ago; tomorrow, in 3 days."""
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get((today - day).days)
    if near:
        return near
    return f"{_length(day, today)} ago" if day < today else f"in {_length(today, day)}"


def _rough_age(born: PartDate, today: date) -> str:
    if born.on > today:
        return "not born yet"
    if born.precision == "about":
        return f"about {max(1, today.year - born.on.year)}"
    oldest, youngest = age(born.on, today) or 0, age(min(born.latest, today), today) or 0
    if oldest == 0:
        return "under 1"
    return str(oldest) if oldest == youngest else f"{youngest} or {oldest}"


def _length(start: date, end: date) -> str:
    days = (end - start).days
    if days < _DAYS_UNTIL_WEEKS:
        return counted(days, "day")
    if days < _WEEKS_UNTIL_MONTHS * 7:
        return counted(days // 7, "week")
    months = months_between(start, end)
    return counted(months, "month") if months < _MONTHS_UNTIL_YEARS else counted(months // 12, "year")


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
