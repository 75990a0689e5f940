"""Something current is there: a lead worker, the next visit, two parents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import NOTHING_THERE, Facts, There
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.sources import Named, Newest
from kith.standards.shapes.states import Standing, State


@dataclass(frozen=True, kw_only=True)
class Has(Shape):
    """Met while it is there. While it is not: due at once, missed once the pack's limit has run since it was lacking.

    `current`, of what every promise reads anyway, or `there`, of a table of its own. `as_of`: the day that goes with
    having it, to be told. `lacking_since`: the day the clock runs from. With `wanted`, what each child is to have, by
    name and in words, beside the names `named` reads: it says which of them lack.
    """

    kind: ClassVar[str] = "Has"

    limit: Limits
    current: Callable[[Facts], bool] = lambda facts: False
    there: Newest | None = None
    as_of: Callable[[Facts], date | None] = lambda facts: None
    lacking_since: Callable[[Facts], date] = lambda facts: facts.start
    named: Named | None = None
    wanted: Callable[[Facts, At], Sequence[tuple[str, str]]] = lambda facts, at: ()

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        there: There = NOTHING_THERE if self.named else facts.owed.get(self.id, NOTHING_THERE)
        missing = self._missing(facts, at) if self.named else ()
        if not missing and (self.named or there.n or self.current(facts)):
            as_of = there.on or self.as_of(facts)
            return Standing(State.MET, as_of, as_of)
        standing = at.lacking(key_for(self.limit, facts.level), self.lacking_since(facts))
        return standing._replace(missing=missing) if missing else standing

    def _missing(self, facts: Facts, at: At) -> tuple[str, ...]:
        named = facts.owed.get(self.id, ())
        return tuple(words for name, words in self.wanted(facts, at) if name not in named)
