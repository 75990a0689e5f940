"""The few words dates and counts are told in. Own month names: a locale must not change a record."""

from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_full(day: date) -> str:
    """20 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def joined(items: Iterable[str], last: str = "and") -> str:
    """Maya, Leo and Sam. Empty items are left out; nothing at all gives empty text."""
    kept = [item for item in items if item]
    if len(kept) < 2:
        return "".join(kept)
    return f"{', '.join(kept[:-1])} {last} {kept[-1]}"


def counted(n: int, one: str, many: str = "") -> str:
    """1 child, 3 children, 1,204 visits. `many` defaults to `one` with an s."""
    return f"{n:,} {one if abs(n) == 1 else many or one + 's'}"
