"""Lines as SVG paths: plain, hopping, doubled, zigzag, barred. Rounded, so that the same drawing is the same text."""

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]
HOP = 5
_SAMPLES = 28


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def straight(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def closed(points: Sequence[Point]) -> str:
    return f"{straight(points)}Z"


def level(x1: float, x2: float, y: float, hops: Sequence[float]) -> str:
    """A level line with a small arch over each line it crosses."""
    path = f"M{number(x1)} {number(y)}"
    for x in hops:
        path += f"H{number(x - HOP)}a{HOP} {HOP} 0 0 1 {2 * HOP} 0"
    return f"{path}H{number(x2)}"


def arc(start: Point, end: Point, bulge: float) -> list[Point]:
    """Points along a bow from start to end; above zero it bends to the left of the way it goes."""
    (x1, y1), (x2, y2) = start, end
    long = hypot(x2 - x1, y2 - y1) or 1.0
    cx = (x1 + x2) / 2 + (y2 - y1) / long * bulge * 2
    cy = (y1 + y2) / 2 - (x2 - x1) / long * bulge * 2
    steps = [n / _SAMPLES for n in range(_SAMPLES + 1)]
    return [
        ((1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2)
        for t in steps
    ]


def clipped(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The same way without its first `start` and its last `end`: it stops at the shapes it joins."""
    first, last = points[0], points[-1]
    kept = [
        (x, y) for x, y in points if hypot(x - first[0], y - first[1]) > start and hypot(x - last[0], y - last[1]) > end
    ]
    return kept if len(kept) > 1 else list(points)


def beside(points: Sequence[Point], by: float) -> list[Point]:
    """The same way, so far to its left."""
    return [(x + dx * by, y + dy * by) for (x, y), (dx, dy) in zip(points, _across(points), strict=True)]


def zigzag(points: Sequence[Point], wide: float = 5, each: float = 8) -> list[Point]:
    found, walked, side = [points[0]], 0.0, 1
    for before, here, (dx, dy) in zip(points, points[1:], _across(points)[1:], strict=False):
        walked += hypot(here[0] - before[0], here[1] - before[1])
        if walked >= each:
            found.append((here[0] + dx * wide * side, here[1] + dy * wide * side))
            walked, side = 0.0, -side
    return [*found, points[-1]]


def arrow(points: Sequence[Point], size: float = 9) -> list[Point]:
    """A head at the end of the way."""
    (x1, y1), (x2, y2) = points[-min(4, len(points))], points[-1]
    long = hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / long * size, (y2 - y1) / long * size
    return [(x2, y2), (x2 - dx - dy / 2, y2 - dy + dx / 2), (x2 - dx + dy / 2, y2 - dy - dx / 2)]


def crossbar(points: Sequence[Point], at: int, half: float = 8) -> list[Point]:
    (x, y), (dx, dy) = points[at], _across(points)[at]
    return [(x + dx * half, y + dy * half), (x - dx * half, y - dy * half)]


def _across(points: Sequence[Point]) -> list[Point]:
    found = []
    for n, _ in enumerate(points):
        (x1, y1), (x2, y2) = points[max(0, n - 1)], points[min(len(points) - 1, n + 1)]
        long = hypot(x2 - x1, y2 - y1) or 1.0
        found.append(((y2 - y1) / long, -(x2 - x1) / long))
    return found
