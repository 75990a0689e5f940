"""Several parts that are only worth having together."""

from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Facts
from kith.standards.shapes.moment import At, Limits
from kith.standards.shapes.states import Standing, State

_WORST_FIRST = (State.MISSED, State.EXPLAINED, State.DUE, State.NOT_YET, State.MET)


@dataclass(frozen=True, kw_only=True)
class Both(Shape):
    """As good as its worst part; says which parts lack. Parts that do not apply to the child are passed over."""

    kind: ClassVar[str] = "Both"

    parts: tuple[Shape, ...]

    @property
    def limits(self) -> Limits:
        return self.parts[0].limits

    def stands(self, facts: Facts, at: At) -> Standing:
        stood = [(part, part.stands(facts, at)) for part in self.parts if not part.applies_to.left_out(facts)]
        told = [(part, standing) for part, standing in stood if standing.state is not State.NOT_APPLICABLE]
        if not told:
            return Standing(State.NOT_APPLICABLE, why="pack")
        worst = min((standing for _, standing in told), key=lambda standing: _WORST_FIRST.index(standing.state))
        lates = [standing.late_from for _, standing in told if standing.late_from]
        return worst._replace(
            late_from=max(lates) if lates else None,
            missing=tuple(part.title for part, standing in told if standing.state is not State.MET),
        )
