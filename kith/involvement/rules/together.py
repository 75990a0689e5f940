"""Which agencies work with a child, when each last gave anything, and which has gone quiet (S2-02)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kith.packs import Pack

QUIET = "agency-silent"


@dataclass(frozen=True)
class Gave:
    """Something an agency gave us on a day."""

    on: date
    what: str


@dataclass(frozen=True)
class Owed:
    """Something an agency was asked for and has not given, or we owe it. `due`: the last day in time, if one is set."""

    what: str
    due: date | None = None

    def late(self, today: date) -> bool:
        return self.due is not None and self.due < today


@dataclass
class Around:
    """One agency working with one child: the workers we know by name, what it gave, what it owes, what we owe it."""

    agency: Any
    since: date  # the day it came in
    workers: list[Any] = field(default_factory=list)
    gave: list[Gave] = field(default_factory=list)
    owes: list[Owed] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)  # by us, to it

    def known(self, worker: Any) -> None:
        """Each worker once, however they came to be known."""
        if worker not in self.workers:
            self.workers.append(worker)

    @property
    def last(self) -> Gave | None:
        return max(self.gave, key=lambda one: one.on, default=None)

    def quiet_after(self, pack: Pack) -> date:
        """The last day on which it need not be asked."""
        since = self.last.on if self.last else self.since
        return pack.timescale(QUIET).limit.after(since, pack.calendar)

    def is_quiet(self, today: date, pack: Pack) -> bool:
        return self.quiet_after(pack) < today


@dataclass(frozen=True)
class Share:
    """One agency over many children: how many it works with, and about which it has gone quiet."""

    agency: Any
    children: tuple[Any, ...]
    quiet: tuple[Any, ...]

    @property
    def gave(self) -> int:
        """About how many it gave something in time."""
        return len(self.children) - len(self.quiet)


def shares(around: Iterable[tuple[Any, Around]], today: date, pack: Pack) -> list[Share]:
    """(child, agency) pairs as one line for each agency, those with most quiet first."""
    by_agency: dict[Any, list[tuple[Any, Around]]] = {}
    for child, one in around:
        by_agency.setdefault(one.agency, []).append((child, one))
    found = [
        Share(agency, tuple(pairs), tuple(pair for pair in pairs if pair[1].is_quiet(today, pack)))
        for agency, pairs in by_agency.items()
    ]
    return sorted(found, key=lambda one: (-len(one.quiet), one.agency.name))
