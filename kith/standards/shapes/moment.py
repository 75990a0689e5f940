"""The day and the pack a promise is judged by."""

from collections.abc import Mapping, Sequence
from datetime import date

from kith import packs
from kith.calendar import DayLimit
from kith.packs import Clock, NotInPack, Pack
from kith.standards.shapes.states import Standing, State, running

Limits = str | Mapping[str, str]  # a timescale of the pack, or one for each level of help


class At:
    """One day under one pack, and those of the place before it: `kith.packs.clock` says which of them a clock is held
    to. Remembers what it has worked out: a board asks about the same few hundred days.
    """

    def __init__(self, today: date, pack: Pack, turn: Sequence[Pack] = ()):
        self.today, self.pack, self._turn = today, pack, turn or (pack,)
        self._limits: dict[str, DayLimit | None] = {}
        self._run: dict[tuple[str, date], Clock | None] = {}
        self._clocks: dict[tuple[str, date, bool], Standing] = {}
        self._lacking: dict[tuple[str, date], Standing] = {}

    def limit(self, key: str) -> DayLimit | None:
        """The pack's limit, or None where this place has set none: then nothing is promised."""
        if key not in self._limits:
            try:
                limit = self.pack.timescale(key, self.today).limit
            except NotInPack:
                limit = None
            self._limits[key] = limit if isinstance(limit, DayLimit) else None
        return self._limits[key]

    def due(self, key: str, start: date) -> date | None:
        """The last day that keeps a limit begun on `start`; None where there is no limit."""
        clock = self._running(key, start)
        return clock.due if clock else None

    def clock(self, key: str, since: date, done_before: bool) -> Standing:
        """A clock that runs from `since`, the day it was last done (or from the start, when it never was): met, due in
        the last quarter of its time, then missed. Not applicable where there is no limit.
        """
        found = self._clocks.get((key, since, done_before))
        if found is None:
            due = self.due(key, since)
            last = since if done_before else None
            found = running(self.today, since, due, last) if due else Standing(State.NOT_APPLICABLE, why="pack")
            self._clocks[key, since, done_before] = found
        return found

    def lacking(self, key: str, since: date) -> Standing:
        """A clock that runs since something was lacking: due at once."""
        found = self._lacking.get((key, since))
        if found is None:
            found = self.clock(key, since, False)
            found = found._replace(state=State.DUE) if found.state is State.NOT_YET else found
            self._lacking[key, since] = found
        return found

    def verified(self, key: str) -> bool:
        """Whether somebody has read the limit in its source, or it is a local default: pages say when not."""
        try:
            return self.pack.timescale(key, self.today).verified
        except NotInPack:
            return True

    def figure(self, key: str) -> int:
        return int(self.pack.figure(key, self.today))

    def because(self, key: str, start: date) -> str:
        """20 working days from 24 March 2026, skipping Good Friday and Easter Monday."""
        clock = self._running(key, start)
        return clock.because if clock else ""

    def day_of(self, key: str, start: date) -> str:
        """day 31 of 45."""
        clock = self._running(key, start)
        return clock.day_of if clock else ""

    def _running(self, key: str, start: date) -> Clock | None:
        """The same clock a child's page shows, so that a promise and its clock cannot fall on different days."""
        if (key, start) not in self._run:
            self._run[key, start] = packs.clock(self._turn, key, start, self.today) if self.limit(key) else None
        return self._run[key, start]


def key_for(limits: Limits, level: str) -> str:
    """The timescale that holds at this level; empty text where there is none."""
    return limits if isinstance(limits, str) else limits.get(level, "")
