"""A question no rule can answer: someone outside the work looks, and says."""

from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Facts, Found
from kith.standards.shapes.moment import At
from kith.standards.shapes.states import Standing, State


@dataclass(frozen=True, kw_only=True)
class Judged(Shape):
    """Stands as the newest judgement says; not yet, until there is one."""

    kind: ClassVar[str] = "Judged"

    def stands(self, facts: Facts, at: At) -> Standing:
        found = judgement_on(self.id, facts)
        if found is None:
            return Standing(State.NOT_YET)
        if found.verdict == "met":
            return Standing(State.MET, found.on, found.on, found=found)
        return Standing(State.MISSED, found.on, found.on, late_from=found.on, found=found)


def judgement_on(standard: str, facts: Facts) -> Found | None:
    return next((found for found in facts.found if found.standard == standard), None)
