"""Something current is there: a lead worker, the next visit, two parents."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Facts
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.states import Standing, State


@dataclass(frozen=True, kw_only=True)
class Has(Shape):
    """Met while it is there. While it is not: due at once, missed once the pack's limit has run since it was lacking.

    `as_of`: the day that goes with having it, to be told. `lacking_since`: the day the clock runs from.
    """

    kind: ClassVar[str] = "Has"

    limit: Limits
    current: Callable[[Facts], bool]
    as_of: Callable[[Facts], date | None] = lambda facts: None
    lacking_since: Callable[[Facts], date] = lambda facts: facts.start

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        if self.current(facts):
            as_of = self.as_of(facts)
            return Standing(State.MET, as_of, as_of)
        return at.lacking(key_for(self.limit, facts.level), self.lacking_since(facts))
