"""Lanes: a child's life side by side over time, as places on a picture. Pure: facts and days in, coordinates out.

The page draws what is laid out here as SVG; the table under it says the same (users.md 4.3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kith.calendar import MONTHS
from kith.story.rules.gaps import Gap

WIDTH, LEFT, RIGHT = 960, 150, 14  # of the whole picture; where time begins; the margin after it ends
LANE, TOP, FOOT = 40, 34, 16
_LETTER = 8.2  # about how wide a letter of a bar's label is
_NARROWEST = 4.0


@dataclass(frozen=True)
class Bar:
    """Something that lasted. `to_on` None: it still does. `kept` is a bar whose name is not shown."""

    lane: str
    from_on: date
    to_on: date | None
    label: str


@dataclass(frozen=True)
class Mark:
    """Something that happened. `shape`: dot, triangle, star, square, diamond."""

    lane: str
    on: date
    label: str
    shape: str = "dot"


@dataclass(frozen=True)
class Placed:
    """A bar or mark where it stands; `text` is what fits inside a bar."""

    x: float
    width: float
    label: str
    text: str = ""
    shape: str = ""

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Lane:
    title: str
    y: int
    bars: tuple[Placed, ...]
    marks: tuple[Placed, ...]
    gaps: tuple[Placed, ...] = ()

    @property
    def middle(self) -> int:
        return self.y + LANE // 2


@dataclass(frozen=True)
class Picture:
    """Everything to draw, in a box of `width` by `height`."""

    height: int
    ticks: tuple[Placed, ...]
    lanes: tuple[Lane, ...]
    from_on: date
    to_on: date
    width: int = WIDTH
    left: int = LEFT

    @property
    def bottom(self) -> int:
        return self.height - FOOT


def picture(
    titles: Sequence[str],
    bars: Iterable[Bar],
    marks: Iterable[Mark],
    gaps: Iterable[tuple[str, Gap]],
    from_on: date,
    to_on: date,
) -> Picture:
    """A lane for each title that has anything in the time shown, in their order. `gaps` are (lane, gap)."""
    scale = _Scale(from_on, to_on)
    bars, marks, gaps = list(bars), list(marks), list(gaps)
    lanes: list[Lane] = []
    for title in titles:
        own_bars = tuple(scale.bar(bar) for bar in bars if bar.lane == title and scale.shows(bar.from_on, bar.to_on))
        own_marks = tuple(scale.mark(mark) for mark in marks if mark.lane == title and scale.shows(mark.on, mark.on))
        own_gaps = tuple(scale.gap(gap) for lane, gap in gaps if lane == title and scale.shows(gap.from_on, gap.to_on))
        if own_bars or own_marks or own_gaps:
            lanes.append(Lane(title, TOP + len(lanes) * LANE, own_bars, own_marks, own_gaps))
    height = TOP + len(lanes) * LANE + FOOT
    return Picture(height, scale.ticks(), tuple(lanes), from_on, to_on)


class _Scale:
    """Days as places from left to right."""

    def __init__(self, from_on: date, to_on: date):
        self.from_on, self.to_on = from_on, max(to_on, from_on + timedelta(days=1))
        self.per_day = (WIDTH - LEFT - RIGHT) / (self.to_on - self.from_on).days

    def at(self, day: date) -> float:
        inside = min(max(day, self.from_on), self.to_on)
        return round(LEFT + (inside - self.from_on).days * self.per_day, 1)

    def shows(self, start: date, end: date | None) -> bool:
        return start <= self.to_on and (end is None or end >= self.from_on)

    def bar(self, bar: Bar) -> Placed:
        x, end = self.at(bar.from_on), self.at(bar.to_on or self.to_on)
        width = max(end - x, _NARROWEST)
        return Placed(x, round(width, 1), bar.label, _fitting(bar.label, width))

    def mark(self, mark: Mark) -> Placed:
        return Placed(self.at(mark.on), 0, mark.label, shape=mark.shape)

    def gap(self, gap: Gap) -> Placed:
        x, end = self.at(gap.from_on), self.at(gap.to_on)
        return Placed(x, round(end - x, 1), gap.length, _fitting(gap.length, end - x - 8))

    def ticks(self) -> tuple[Placed, ...]:
        days = (self.to_on - self.from_on).days
        starts = _months(self.from_on, self.to_on) if days < 800 else _years(self.from_on, self.to_on)
        every = max(1, -(-len(starts) // 12))
        return tuple(Placed(self.at(day), 0, label) for day, label in _with_years(starts[::every]))


def _fitting(label: str, width: float) -> str:
    most = int((width - 10) / _LETTER)
    if len(label) <= most:
        return label
    return f"{label[: most - 1].rstrip()}…" if most > 3 else ""


def _years(start: date, end: date) -> list[tuple[date, str]]:
    return [(date(year, 1, 1), str(year)) for year in range(start.year + 1, end.year + 1)]


def _months(start: date, end: date) -> list[tuple[date, str]]:
    found, year, month = [], start.year, start.month
    while (year, month) < (end.year, end.month):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        found.append((date(year, month, 1), MONTHS[month - 1][:3]))
    return found


def _with_years(starts: Sequence[tuple[date, str]]) -> list[tuple[date, str]]:
    """The year beside the first month of it that is shown."""
    before = [None, *(day.year for day, _ in starts)]
    return [
        (day, f"{label} {day.year}" if day.year != last and not label.isdigit() else label)
        for (day, label), last in zip(starts, before, strict=False)
    ]
