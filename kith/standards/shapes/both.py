"""Several parts that are only worth having together."""

from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Facts
from kith.standards.shapes.moment import At, Limits
from kith.standards.shapes.states import Standing, State

_WORST_FIRST = (State.MISSED, State.EXPLAINED, State.DUE, State.NOT_YET)
_NOTHING_LACKS = (State.MET, State.NOT_APPLICABLE)


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
        lacking = [(part, standing) for part, standing in stood if standing.state not in _NOTHING_LACKS]
        if not lacking:
            return next((own for _, own in stood if own.state is State.MET), Standing(State.NOT_APPLICABLE, why="pack"))
        worst = min((standing for _, standing in lacking), key=lambda standing: _WORST_FIRST.index(standing.state))
        return worst._replace(
            late_from=max((own.late_from for _, own in lacking if own.late_from), default=None),
            missing=tuple(part.title for part, _ in lacking),
        )
