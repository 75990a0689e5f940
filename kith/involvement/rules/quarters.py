"""What each agency was asked in a quarter, and what it gave: every figure is the length of a list (S2-02)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kith.packs import Pack

ASKED, STEP, MEETING = "asked", "step", "meeting"
IN_TIME, LATE, NONE, WAITING = "in_time", "late", "none", "waiting"
LEAST = "agency-in-time"  # the pack's least share in time


@dataclass(frozen=True)
class Quarter:
    """Three months of a year, named by the month they begin with."""

    from_on: date

    @property
    def until_on(self) -> date:
        """The last day of it."""
        return (self.from_on + timedelta(days=95)).replace(day=1) - timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        return quarter_of(self.from_on - timedelta(days=1))

    @property
    def key(self) -> str:
        return f"{self.from_on:%Y-%m}"

    def __str__(self) -> str:
        return f"{self.from_on:%B} to {self.until_on:%B %Y}"


def quarter_of(day: date) -> Quarter:
    return Quarter(day.replace(month=day.month - (day.month - 1) % 3, day=1))


def quarter_called(key: str, today: date) -> Quarter:
    """By its key; the present one when there is none of that name, or it is still to come."""
    year, _, month = key.partition("-")
    if len(key) == 7 and key.isascii() and year.isdigit() and month in ("01", "04", "07", "10") and int(year):
        found = Quarter(date(int(year), int(month), 1))
        if found.from_on <= today and found.from_on.year >= today.year - 10:
            return found
    return quarter_of(today)


@dataclass(frozen=True)
class Line:
    """One thing an agency was asked: to answer, to say yes to a step, to come to a meeting."""

    kind: str
    how: str
    on: date  # the day it was asked; of a meeting, the day it was held
    due: date | None = None
    done: date | None = None
    children: tuple[Any, ...] = ()
    who: str = ""


@dataclass
class OfAgency:
    """Everything one agency was asked in a quarter. `agency`: None for those of whom nobody knows which it is."""

    agency: Any
    lines: list[Line] = field(default_factory=list)

    def of(self, kind: str = "", how: str = "") -> list[Line]:
        return [one for one in self.lines if kind in ("", one.kind) and how in ("", one.how)]

    @property
    def due(self) -> list[Line]:
        """What can be said in time or not: the rest is still to come."""
        return [one for one in self.lines if one.how != WAITING]

    @property
    def share(self) -> int | None:
        """How many in a hundred were in time, rounded down; None while nothing was due."""
        return 100 * len(self.of(how=IN_TIME)) // len(self.due) if self.due else None

    def falls_short(self, pack: Pack) -> bool:
        return self.agency is not None and self.share is not None and self.share < pack.figure(LEAST)


def in_time(due: date, done: date | None, today: date) -> str:
    """How something with a last day stands: the day itself is in time."""
    if done:
        return IN_TIME if done <= due else LATE
    return NONE if due < today else WAITING


def there(attended: str, not_there: str) -> str:
    """Nobody wrote down whether they came: that is not the same as not having come."""
    return WAITING if not attended else NONE if attended == not_there else IN_TIME


def agencies_by_name(workers: Iterable[Any], agencies: Iterable[Any]) -> dict[str, Any]:
    """By the name of each worker and of each agency, as somebody writes it down at a meeting. A name that two agencies
    share names neither.
    """
    found: dict[str, Any] = {}
    for name, agency in [*((one.name, one.agency) for one in workers), *((one.name, one) for one in agencies)]:
        key = name.casefold()
        found[key] = agency if found.get(key, agency) == agency else None
    return found


def agency_called(who: str, known: Mapping[str, Any]) -> Any:
    """“Priya Nair, health visitor” is Priya Nair."""
    return known.get(who.strip().casefold()) or known.get(who.partition(",")[0].strip().casefold())


def of_agencies(lines: Iterable[tuple[Any, Line]]) -> list[OfAgency]:
    """(agency, line) pairs as one row for each agency, in the order of their names; those of nobody known last."""
    found: dict[Any, OfAgency] = {}
    for agency, line in lines:
        found.setdefault(agency.pk if agency else None, OfAgency(agency)).lines.append(line)
    for row in found.values():
        row.lines.sort(key=lambda one: one.on)
    return sorted(found.values(), key=lambda row: (row.agency is None, row.agency.name if row.agency else ""))
