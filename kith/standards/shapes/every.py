"""Again and again: each time falls due so long after the last, or by such-and-such a visit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import ClassVar, NamedTuple

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import NOTHING_THERE, Facts, There
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.sources import Newest
from kith.standards.shapes.states import Standing, State


class Turn(NamedTuple):
    """One occasion at which it could have been done."""

    on: date
    done: bool


@dataclass(frozen=True, kw_only=True)
class Every(Shape):
    """Every limit of the pack (a late one starts its own full interval); or, with `turns`, at least one occasion in
    so many: `in_turns` gives the pack's figure, or a number, for each level. `newest`: the table the last time is read
    from, where no `last` tells it. `clock`: the limit and the day it runs
    from, where other events than the last time begin it; `also`: the limits those events bring.
    """

    kind: ClassVar[str] = "Every"

    limit: Limits = ""
    last: Callable[[Facts, At], date | None] = lambda facts, at: None
    newest: Newest | None = None
    clock: Callable[[Facts], tuple[str, date]] | None = None
    also: tuple[str, ...] = ()
    turns: Callable[[Facts], Sequence[Turn]] | None = None
    in_turns: Mapping[str, str | int] | None = None

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        if self.turns is not None:
            return self._by_turns(self.turns(facts), facts, at)
        there: There = facts.owed.get(self.id, NOTHING_THERE)
        last = there.on or self.last(facts, at)
        if self.clock is not None:
            key, since = self.clock(facts)
            return at.clock(key, since, last is not None)._replace(last=last, key=key)
        return at.clock(key_for(self.limit, facts.level), last or facts.start, last is not None)

    def _by_turns(self, turns: Sequence[Turn], facts: Facts, at: At) -> Standing:
        """Newest first. Missed when it was not done so many times running; due when the next time it must be."""
        if not turns:
            return Standing(State.NOT_YET, None, facts.start)
        newest = turns[0].on
        without = len(list(takewhile(lambda turn: not turn.done, turns)))
        last = turns[without].on if without < len(turns) else None
        if without == 0:
            return Standing(State.MET, last, last)
        at_most = self._at_most(facts.level, at)
        if without < at_most:
            return Standing(State.DUE, last, last or facts.start, n=without)
        return Standing(State.MISSED, last, last or facts.start, late_from=newest, n=at_most)

    def _at_most(self, level: str, at: At) -> int:
        figure = (self.in_turns or {}).get(level, 1)
        return at.figure(figure) if isinstance(figure, str) else figure
