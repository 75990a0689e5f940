"""Lanes for the level lines between two generations: lines of two families never lie on each other, and few cross."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kith.people.tree.graph import Union

SAME = 5  # nearer than this, two lines look like one


@dataclass
class Way:
    """One union's lines as they are being found."""

    index: int
    union: Union
    row: int
    stem: float
    low: float  # the stem may stand between these
    high: float
    adjacent: bool
    ports: tuple[float, ...] = ()  # where a bracket leaves each parent
    drops: dict[int, float] = field(default_factory=dict)  # child: where its line comes down
    twins: dict[int, float] = field(default_factory=dict)  # child: where it stands, beside the line it shares
    bracket: int = 0  # its lanes, from the top
    bar: int = 0

    @property
    def span(self) -> tuple[float, float]:
        ends = [self.stem, *self.drops.values()]
        return min(ends), max(ends)

    @property
    def straight(self) -> bool:
        return not self.drops or self.span[0] == self.span[1]


def lanes(ways: Sequence[Way]) -> tuple[int, int]:
    """Gives each way its lanes; answers how many there are for brackets, and for sibling bars."""
    brackets = [way for way in ways if not way.adjacent and len(way.ports) == 2]
    brackets.sort(key=lambda way: (way.ports[1] - way.ports[0], way.index))
    for n, way in enumerate(brackets):
        near = [other.bracket for other in brackets[:n] if _overlap(way.ports, other.ports)]  # type: ignore[arg-type]
        way.bracket = max(near, default=-1) + 1
    bars = _arranged([way for way in ways if way.drops])
    for n, way in enumerate(bars):
        near = [other.bar for other in bars[:n] if _overlap(way.span, other.span)]
        way.bar = max(near, default=-1) + 1
    deepest = max((way.bracket + 1 for way in brackets), default=0)
    return deepest, max((way.bar + 1 for way in bars), default=0)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] - 3 * SAME <= other[1] and other[0] - 3 * SAME <= one[1]


def _arranged(bars: list[Way]) -> list[Way]:
    """Bars from the highest lane to the lowest, so that few lines cross and none runs along another."""
    order = sorted(bars, key=lambda way: (way.span, way.index))
    cost = {(a.index, b.index): _over(a, b) for a in bars for b in bars if a is not b}
    for _ in range(len(order)):
        best, least = order, _total(order, cost)
        for at, way in enumerate(order):
            rest = order[:at] + order[at + 1 :]
            for place in range(len(order)):
                tried = [*rest[:place], way, *rest[place:]]
                if (total := _total(tried, cost)) < least:
                    best, least = tried, total
        if best is order:
            break
        order = best
    _part(order)
    return order


def _total(order: Sequence[Way], cost: dict[tuple[int, int], float]) -> float:
    return sum(cost[a.index, b.index] for n, a in enumerate(order) for b in order[n + 1 :])


def _over(upper: Way, lower: Way) -> float:
    """What it costs to draw one bar above another: crossings, and lines that would run along each other."""
    low, high = upper.span
    crossed = float(low < lower.stem < high)
    low, high = lower.span
    crossed += sum(low < drop < high for drop in upper.drops.values())
    return crossed + 100 * sum(abs(drop - lower.stem) < SAME for drop in upper.drops.values())


def _part(order: Sequence[Way]) -> None:
    """Where a line down would still run along another family's, it steps aside."""
    for n, way in enumerate(order):
        taken = [drop for upper in order[:n] for drop in upper.drops.values()]
        taken += [x for other in order if other is not way for x in (other.stem, *other.ports)]
        steps = (0, 1, -1, 2, -2, 3, -3, 4, -4)
        free = (way.stem + step * 2 * SAME for step in steps)
        way.stem = next((x for x in free if all(abs(x - other) >= SAME for other in taken)), way.stem)
