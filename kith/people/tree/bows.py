"""Lines of their own between two people: bows that run behind as few others as may be, and where to write on one."""

from collections.abc import Sequence
from math import hypot

from kith.people.tree import strokes
from kith.people.tree.layout import SYMBOL, Laid, Spot
from kith.people.tree.outlines import Box
from kith.people.tree.strokes import Point

_BENDS = (14, -14, 30, -30, 50, -50, 74, -74, 100, -100, 130, -130)
_NEAR = 9  # two bows nearer than this look like one


def bow(laid: Laid, start: Spot, end: Spot, before: Sequence[Sequence[Point]] = ()) -> list[Point]:
    """Points from the edge of one shape to the edge of the other. `before`: bows already drawn, to keep clear of."""
    others = [spot.box for spot in laid.spots.values() if spot not in (start, end)]

    def cost(bend: int) -> tuple[float, int]:
        points = strokes.arc((start.x, start.y), (end.x, end.y), bend)
        behind = sum(_inside(point, box) for point in points for box in others)
        outside = sum(not (0 < x < laid.width and 0 < y < laid.height) for x, y in points)
        along = sum(_touching(point, way) for point in points[4:-4] for way in before)
        beside = 8 if start.y == end.y and abs(bend) < SYMBOL / 2 else 0  # along the couple's own line
        return behind + 3 * outside + along + beside + abs(bend) / 20, abs(bend)

    points = strokes.arc((start.x, start.y), (end.x, end.y), min(_BENDS, key=cost))
    return strokes.clipped(points, SYMBOL / 2 + 4, SYMBOL / 2 + 4)


def clear_place(way: Sequence[Point], taken: Sequence[Box], half: float, deep: float) -> Point:
    """Where words (or a number) of that size stand clear of everything taken, as near the middle as may be."""

    def covered(at: int) -> tuple[int, int]:
        x, y = way[at]
        hit = sum(b[0] - half < x < b[2] + half and b[1] - deep < y < b[3] + deep for b in taken)
        return hit, abs(at - len(way) // 2)

    return way[min(range(len(way)), key=covered)]


def _inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _touching(point: Point, way: Sequence[Point]) -> bool:
    return any(hypot(point[0] - x, point[1] - y) < _NEAR for x, y in way)
