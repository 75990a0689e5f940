"""Long times in which nobody wrote anything down: found, and said in words (N9, users.md 4.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kith.calendar import MONTHS, counted, in_full

Span = tuple[date, date]


@dataclass(frozen=True)
class Gap:
    """A time we worked with the child in which nothing of one kind was written. Both days are the nearest known."""

    kind: str
    from_on: date
    to_on: date

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on).days

    @property
    def length(self) -> str:
        months = int(self.days / 30.44)
        return counted(months, "month") if months > 1 else counted(self.days // 7, "week")

    @property
    def when(self) -> str:
        """between March 2021 and February 2022; days in full when it is short."""
        if self.days < 60:
            return f"between {in_full(self.from_on)} and {in_full(self.to_on)}"
        return f"between {_month(self.from_on)} and {_month(self.to_on)}"

    def said(self, child: str) -> str:
        return f"{_SAID[self.kind].format(child=child)} for {self.length}, {self.when}."


VOICE, SEEN, ANYTHING = "voice", "seen", "anything"
_SAID = {
    VOICE: "No one wrote down what {child} said",
    SEEN: "No one wrote down that they saw {child}",
    ANYTHING: "No one wrote anything in {child}’s story",
}


def gaps(kind: str, days: Iterable[date], worked: Iterable[Span], longest: timedelta) -> list[Gap]:
    """Every time within the spans of our work in which none of the `days` falls for more than `longest`; the longest
    first. The edges of a span count as known days: before we worked with a child nobody owed a word.
    """
    known = sorted(set(days))
    found = [gap for span in joined(worked) for gap in _within(kind, known, span, longest)]
    return sorted(found, key=lambda gap: (-gap.days, gap.from_on))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time with touching spans made one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        elif start <= end:
            whole.append((start, end))
    return whole


def _within(kind: str, known: Sequence[date], span: Span, longest: timedelta) -> list[Gap]:
    start, end = span
    marks = [start, *(day for day in known if start < day < end), end]
    return [Gap(kind, before, after) for before, after in pairwise(marks) if after - before > longest]


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
