"""Every line of a tree: couples, sibling bars and the drops from them, each on a way of its own.

Between two generations all level lines keep to lanes: lines of two families never lie on top of each other, and where
one has to cross another it hops over. A drawing read by a judge must not make brothers of two children who are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kith.people.tree.graph import Branch, Family
from kith.people.tree.lanes import Way
from kith.people.tree.lanes import lanes as lanes_of
from kith.people.tree.order import Rows
from kith.people.tree.placing import CELL, SYMBOL

LANE = 15
HOP = 5
_TOP, _UNDER, _ABOVE = 30, 16, 24  # above the first row; between names and the first lane; between last lane and shapes
_DATES = 14  # more room above the lanes of couples who stand apart: their dates are written there
_FORK = 18  # where the lines of twins part, above their shapes
_PORT, _REACHED = 11, 17  # between two lines that leave the same person, and two that reach the same child
_BESIDE = 4  # a line down from between two partners may always stand this far from the middle
_ASIDE = 14  # how far from the middle a line down may stand that goes to several children
_JOG = 5  # a line straight down may stand this much nearer to a name rather than turn twice
_CLEAR = 9  # from the edge of a home


@dataclass(frozen=True)
class Level:
    """A level line, on its lane; or an upright one. `x1 <= x2`, `y1 <= y2`. `hops`: where it steps over another."""

    part: str  # couple, bracket, leg, stem, bar, drop; fork is the last, slanting piece of a twin's drop
    union: int
    x1: float
    y1: float
    x2: float
    y2: float
    child: int = 0  # whose drop this is
    hops: tuple[float, ...] = ()

    @property
    def is_level(self) -> bool:
        return self.part in ("couple", "bracket", "bar")


@dataclass(frozen=True)
class Routed:
    """All lines, and where each row of people begins (the top of their shapes)."""

    levels: tuple[Level, ...]
    tops: tuple[float, ...]
    height: float


def route(family: Family, rows: Rows, x: dict[int, float], deep: Sequence[float], wide: Mapping[int, float]) -> Routed:
    """Lines for everyone. `deep`: how far names reach below the shapes of each row; `wide`: how far to either side."""
    ways = _ways(family, rows, x, wide)
    lanes = [lanes_of([way for way in ways if way.row == n]) for n in range(len(rows))]
    first = [deep[n] + _UNDER + (_DATES if lanes[n][0] else 0) for n in range(len(rows))]
    tops = [float(_TOP)]
    for n in range(1, len(rows)):
        tops.append(tops[-1] + SYMBOL + first[n - 1] + _ABOVE + LANE * max(0, sum(lanes[n - 1]) - 1))
    levels = [level for way in ways for level in _drawn(way, x, tops, first[way.row], lanes[way.row][0])]
    height = tops[-1] + SYMBOL + first[-1] + LANE * sum(lanes[-1])
    return Routed(tuple(_hopped(levels)), tuple(tops), height)


def _ways(family: Family, rows: Rows, x: dict[int, float], wide: Mapping[int, float]) -> list[Way]:
    place = {one: (n, at) for n, row in enumerate(rows) for at, one in enumerate(row)}
    ways = []
    for index, union in enumerate(family.unions):
        spots = sorted(union.parents, key=lambda one: place[one])
        adjacent = len(spots) == 2 and place[spots[1]][1] - place[spots[0]][1] == 1
        ways.append(Way(index, union, place[spots[0]][0], 0.0, 0.0, 0.0, adjacent))
    _leave_parents(ways, x, _edges(family, wide))
    _reach_children(ways, x)
    _join_twins(family, ways, rows, x)
    for way in ways:
        way.stem = _stem(way)
    return ways


def _edges(family: Family, wide: Mapping[int, float]) -> dict[frozenset[int], float]:
    """For each couple, how much of the space between the middles of the two is taken by names and doorsteps."""
    found = {}
    for union in family.unions:
        if len(union.parents) == 2:
            apart = any(len(home.members & set(union.parents)) == 1 for home in family.homes)
            taken = CELL / 2 + _CLEAR if apart else 0.0
            found[frozenset(union.parents)] = max(taken, *(wide[one] for one in union.parents))
    return found


def _leave_parents(ways: Sequence[Way], x: dict[int, float], taken: Mapping[frozenset[int], float]) -> None:
    """Partners side by side are joined at the side; all other lines leave from below, each a little apart."""
    below: dict[int, list[Way]] = {}
    for way in ways:
        if way.adjacent:
            left, right = sorted(x[one] for one in way.union.parents)
            room = max(_BESIDE, (right - left) / 2 - taken[frozenset(way.union.parents)])
            way.low, way.high = (left + right) / 2 - room, (left + right) / 2 + room
        else:
            for parent in way.union.parents:
                below.setdefault(parent, []).append(way)
    ports: dict[tuple[int, int], float] = {}
    for parent, leaving in below.items():
        leaving.sort(key=lambda way: (_goes_to(way, parent, x), way.index))
        for n, way in enumerate(leaving):
            ports[way.index, parent] = x[parent] + _aside(n, len(leaving), _PORT)
    for way in ways:
        if not way.adjacent:
            way.ports = tuple(sorted(ports[way.index, parent] for parent in way.union.parents))
            way.low, way.high = way.ports[0], way.ports[-1]
            if len(way.ports) == 2:
                way.low, way.high = way.low + CELL / 2, way.high - CELL / 2


def _aside(n: int, many: int, apart: float) -> float:
    """Where the n-th of several lines meets a shape, from its middle: never beyond the shape."""
    return (n - (many - 1) / 2) * min(apart, (SYMBOL - 8) / max(1, many - 1))


def _goes_to(way: Way, parent: int, x: dict[int, float]) -> float:
    others = [one for one in way.union.parents if one != parent]
    return x[others[0]] if others else sum(x[b.child] for b in way.union.children) / max(1, len(way.union.children))


def _reach_children(ways: Sequence[Way], x: dict[int, float]) -> None:
    """A child under one line is reached at the middle; a child under several, side by side."""
    reached: dict[int, list[tuple[Way, Branch]]] = {}
    for way in ways:
        for branch in way.union.children:
            reached.setdefault(branch.child, []).append((way, branch))
    for child, lines in reached.items():
        lines.sort(key=lambda line: (_middle(line[0]), line[0].index))
        for n, (way, _) in enumerate(lines):
            way.drops[child] = x[child] + _aside(n, len(lines), _REACHED)


def _join_twins(family: Family, ways: Sequence[Way], rows: Rows, x: dict[int, float]) -> None:
    """Born to the same parents on the same day, and standing side by side: one line down, that forks."""
    place = {one: at for row in rows for at, one in enumerate(row)}
    for way in ways:
        same: dict[object, list[int]] = {}
        for branch in way.union.children:
            born = family.people[branch.child].born
            if (
                branch.style == "born"
                and born
                and born.precision == "day"
                and way.drops[branch.child] == x[branch.child]
            ):
                same.setdefault(born.on, []).append(branch.child)
        for twins in same.values():
            at = sorted(place[one] for one in twins)
            if len(twins) > 1 and at[-1] - at[0] == len(twins) - 1:
                middle = sum(x[one] for one in twins) / len(twins)
                way.twins |= {one: x[one] for one in twins}
                way.drops |= dict.fromkeys(twins, middle)


def _middle(way: Way) -> float:
    return (way.low + way.high) / 2


def _stem(way: Way) -> float:
    """Straight down to an only child where that can be; else near the middle between the two."""
    middle = _middle(way)
    if not way.drops:
        return middle
    wanted = sum(way.drops.values()) / len(way.drops)
    if len(set(way.drops.values())) == 1 and way.low - _JOG <= wanted <= way.high + _JOG:
        return wanted
    low, high = (max(way.low, middle - _ASIDE), min(way.high, middle + _ASIDE)) if way.adjacent else (way.low, way.high)
    return min(max(wanted, low), high)


def _drawn(way: Way, x: dict[int, float], tops: Sequence[float], deep: float, brackets: int) -> list[Level]:
    top = tops[way.row]
    first = top + SYMBOL + deep
    begins = top + SYMBOL  # from below one person
    levels = []
    if way.adjacent:
        left, right = sorted(x[one] for one in way.union.parents)
        begins = top + SYMBOL / 2
        levels.append(Level("couple", way.index, left + SYMBOL / 2, begins, right - SYMBOL / 2, begins))
    elif len(way.ports) == 2:
        lane = first + LANE * way.bracket
        levels += [Level("leg", way.index, port, begins, port, lane) for port in way.ports]
        levels.append(Level("bracket", way.index, way.ports[0], lane, way.ports[1], lane))
        begins = lane
    if way.drops:
        bar = first + LANE * (brackets + way.bar)
        levels.append(Level("stem", way.index, way.stem, begins, way.stem, bar))
        if not way.straight:
            levels.append(Level("bar", way.index, way.span[0], bar, way.span[1], bar))
        levels += [part for child in way.drops for part in _down(way, child, bar, tops[way.row + 1])]
    return levels


def _down(way: Way, child: int, bar: float, reach: float) -> list[Level]:
    at = way.drops[child]
    if child not in way.twins:
        return [Level("drop", way.index, at, bar, at, reach, child)]
    return [
        Level("drop", way.index, at, bar, at, reach - _FORK, child),
        Level("fork", way.index, at, reach - _FORK, way.twins[child], reach, child),
    ]


def _hopped(levels: Sequence[Level]) -> list[Level]:
    """Level lines with the places where they hop over another family's upright lines."""
    upright = [level for level in levels if not level.is_level and level.part != "fork"]
    found = []
    for level in levels:
        if not level.is_level:
            found.append(level)
            continue
        crossed = sorted(
            up.x1
            for up in upright
            if up.union != level.union and level.x1 < up.x1 < level.x2 and up.y1 < level.y1 < up.y2
        )
        hops = [crossed[0]] if crossed else []
        hops += [x for before, x in pairwise(crossed) if x - before > 2 * HOP]
        found.append(Level(**{**level.__dict__, "hops": tuple(hops)}))
    return found
