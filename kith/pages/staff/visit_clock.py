"""A child's visit clock in words: day n of m, needed by when, counted from what, and where that limit comes from."""

from dataclasses import dataclass
from datetime import date

from kith.packs import MARKS
from kith.pages.staff.opening import Opened
from kith.standards import queries
from kith.standards.rules import Row
from kith.standards.seeing import seen_in_time, visit_clock_of

BEGAN = {
    "seen": "the last visit that saw {name}",
    "moved": "the day {name} moved to where {name} lives now",
    "order": "the day of the order {name} is at home under",
    "plan": "the first day of the plan",
    "work": "the day the work began: {name} has not been seen since",
}


@dataclass(frozen=True)
class VisitClock:
    """The promise to see a child in time, as the Contacts page and the page before a visit tell it."""

    state: str
    sentence: str
    day_of: str  # day 6 of 10
    due: date | None
    because: str
    limit: str
    title: str = ""
    began: str = ""
    source: str = ""
    mark: str = ""
    note: str = ""


def visit_clock(opened: Opened) -> VisitClock | None:
    """None without open work. One query, the one every standard is judged by."""
    rows = queries.judge(seen_in_time, opened.actor.today, [opened.child.pk])
    return _told(rows[0]) if rows else None


def _told(row: Row) -> VisitClock:
    facts, pack = row.facts, row.at.pack
    if not row.due or not row.key:
        return VisitClock(str(row.state), row.sentence, "", None, "", "")
    timescale = pack.timescale(row.key, row.at.today)
    clock = visit_clock_of(facts)
    name = facts.called.partition(" ")[0]
    return VisitClock(
        state=str(row.state),
        sentence=row.sentence,
        day_of=row.day_of,
        due=row.due,
        because=row.because,
        limit=str(timescale.limit),
        title=timescale.title,
        began=BEGAN[clock.began].format(name=name),
        source=pack.cite(timescale),
        mark=MARKS[timescale.mark],
        note=timescale.note,
    )
