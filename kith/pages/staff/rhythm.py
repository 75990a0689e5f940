"""A year of visits in one line: a mark for each, in a shape of its own, with a table that says the same."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from kith.calendar import MONTHS, counted
from kith.visits import rules

MONTHS_SHOWN = 12
WIDTH = 60  # of a month, in the picture's own units
KINDS = ("alone", "seen", "apart", "not_seen")  # apart: the doorstep or a screen, which does not count


@dataclass
class Month:
    """One month: where it stands in the picture, and how many visits of each kind it holds."""

    name: str
    at: int
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))


@dataclass
class Rhythm:
    months: list[Month]
    marks: list[tuple[str, int]]  # kind, place
    due: int | None = None  # where the next visit is needed by, when that is on the strip
    told: str = ""  # the strip in a sentence or two


def first_day(today: date) -> date:
    """The first of the month eleven months ago: a year with this month in it."""
    year, month = divmod(today.year * 12 + today.month - MONTHS_SHOWN, 12)
    return date(year, month + 1, 1)


def rhythm(visits: Iterable[tuple[date, bool, str, str]], today: date, due: date | None = None) -> Rhythm:
    """`visits`: (day, seen, alone, mode) from `first_day` on. `due`: the day the next visit is needed by."""
    start = first_day(today)
    months = [_month(start, n) for n in range(MONTHS_SHOWN)]
    marks, days = [], []
    for day, seen, alone, mode in visits:
        kind = _kind(seen, alone, mode)
        days.append((day, kind))
        months[_months_after(start, day)].counts[kind] += 1
        marks.append((kind, _place(start, day)))
    on_the_strip = due is not None and 0 <= _months_after(start, due) < MONTHS_SHOWN
    return Rhythm(months, marks, _place(start, due) if due and on_the_strip else None, told(days))


def told(days: Sequence[tuple[date, str]]) -> str:
    """What the strip shows, in words (4.5): how often seen, alone and not, and the longest time between."""
    counts = Counter(kind for _, kind in days)
    seen = sorted({day for day, kind in days if kind in ("alone", "seen")})
    times = counted(counts["alone"] + counts["seen"], "time")
    said = [f"Seen {times} in twelve months, alone {counted(counts['alone'], 'time')}."]
    if len(seen) > 1:
        longest = max((after - before).days for before, after in pairwise(seen))
        said.append(f"The longest between two was {counted(longest, 'day')}.")
    said += [f"Not seen at {counted(counts['not_seen'], 'visit')}."] if counts["not_seen"] else []
    return " ".join(said)


def _months_after(start: date, day: date) -> int:
    return (day.year - start.year) * 12 + day.month - start.month


def _place(start: date, day: date) -> int:
    share = (day.day - 0.5) / monthrange(day.year, day.month)[1]
    return _months_after(start, day) * WIDTH + round(share * WIDTH)


def _month(start: date, n: int) -> Month:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    return Month(f"{MONTHS[month]} {year}", n * WIDTH)


def _kind(seen: bool, alone: str, mode: str) -> str:
    if not seen:
        return "not_seen"
    if mode in rules.NOT_COUNTED:
        return "apart"
    return "alone" if alone == "alone" else "seen"
