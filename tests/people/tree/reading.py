"""Reads a drawing as a careful person would: which lines touch, whom they reach, what they run along."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from kith.people.tree.layout import CELL, SYMBOL, Laid
from kith.people.tree.lines import Level

HALF = SYMBOL / 2
SAME = 2.0


def crowded(laid: Laid) -> list[str]:
    """People whose places run into each other."""
    return [
        f"{one.person.called} and {other.person.called}"
        for one, other in combinations(laid.spots.values(), 2)
        if abs(one.x - other.x) < CELL - 1 and abs(one.y - other.y) < SYMBOL + 20
    ]


def lying_on_each_other(laid: Laid) -> list[str]:
    """Lines of two families that share a stretch: a reader would make one family of them."""
    return [
        f"{one} and {other}"
        for one, other in combinations(laid.levels, 2)
        if one.union != other.union and _along(one, other)
    ]


def _along(one: Level, other: Level) -> bool:
    if one.part == "fork" or other.part == "fork":
        return False
    if one.is_level and other.is_level:
        return abs(one.y1 - other.y1) < SAME and min(one.x2, other.x2) - max(one.x1, other.x1) > -SAME
    if not one.is_level and not other.is_level:
        return abs(one.x1 - other.x1) < SAME and min(one.y2, other.y2) - max(one.y1, other.y1) > SAME
    return False


def through_somebody(laid: Laid) -> list[str]:
    """Lines that run through the shape of someone they do not belong to."""
    found = []
    for level in laid.levels:
        union = laid.family.unions[level.union]
        own = {*union.parents, *(branch.child for branch in union.children)}
        for one, spot in laid.spots.items():
            if one not in own and _inside(level, spot.x, spot.y):
                found.append(f"{level.part} of {level.union} through {spot.person.called}")
    return found


def _inside(level: Level, x: float, y: float) -> bool:
    low, high = min(level.x1, level.x2), max(level.x1, level.x2)
    return low < x + HALF and high > x - HALF and level.y1 < y + HALF and level.y2 > y - HALF


def reached(laid: Laid, union: int) -> tuple[set[int], set[int]]:
    """(parents, children) that the lines of a union reach, walking along them from its first line."""
    levels = [level for level in laid.levels if level.union == union]
    together, waiting = [], levels[:1]
    while waiting:
        level = waiting.pop()
        if level not in together:
            together.append(level)
            waiting += [other for other in levels if other not in together and _touch(level, other)]
    assert len(together) == len(levels), "the lines of one family hang together"
    ends = [end for level in levels for end in _ends(level)]
    parents = {one for one, spot in laid.spots.items() if any(_leaves(spot.x, spot.y, x, y) for x, y in ends)}
    children = {one for one, spot in laid.spots.items() if any(_arrives(spot.x, spot.y, x, y) for x, y in ends)}
    return parents, children


def _ends(level: Level) -> Iterator[tuple[float, float]]:
    yield level.x1, level.y1
    yield level.x2, level.y2


def _touch(one: Level, other: Level) -> bool:
    return any(_on(end, other) for end in _ends(one)) or any(_on(end, one) for end in _ends(other))


def _on(point: tuple[float, float], level: Level) -> bool:
    x, y = point
    low, high = min(level.x1, level.x2), max(level.x1, level.x2)
    if level.part == "fork":
        return point in list(_ends(level))
    return low - 0.01 <= x <= high + 0.01 and level.y1 - 0.01 <= y <= level.y2 + 0.01


def _leaves(x: float, y: float, at_x: float, at_y: float) -> bool:
    """At the side of the shape, or beneath it."""
    beside = abs(at_y - y) < 0.01 and abs(abs(at_x - x) - HALF) < 0.01
    return beside or (abs(at_y - (y + HALF)) < 0.01 and abs(at_x - x) < HALF)


def _arrives(x: float, y: float, at_x: float, at_y: float) -> bool:
    return abs(at_y - (y - HALF)) < 0.01 and abs(at_x - x) <= HALF


def inside(loops: Iterable[Iterable[tuple[float, float]]], x: float, y: float) -> bool:
    """Whether a point lies within closed lines, by counting how many edges lie to its right."""
    crossed = 0
    for loop in loops:
        points = list(loop)
        for (x1, y1), (_, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if min(y1, y2) <= y < max(y1, y2) and x1 > x:
                crossed += 1
    return crossed % 2 == 1
