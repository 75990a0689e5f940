"""The people and places of a child's life: the child in the middle, three rings of closeness, a line to each.

A thick line is strong, a thin dotted one thin, a jagged one stressful, a barred one broken off; an arrow says which way
strength goes. Everything is also in the list beside it: nothing hangs on a colour or on seeing (users.md 4.2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

from kith.people.tree import strokes
from kith.people.tree.drawing import framed, path, text
from kith.people.tree.layout import wrapped
from kith.people.tree.strokes import Point, number
from kith.words import counted, possessive

_RADII = (112.0, 202.0, 292.0)
_APART, _RING_APART = 108.0, 90.0  # between neighbours on a ring; between rings
_ROOM = {1: 1.7, 2: 1.0, 3: 0.8}  # how much of the turn anyone takes: the nearer, the more
_MIDDLE, _HALF = 36.0, 19.0
_EDGE = 66.0
_ORDER = ("family", "friend", "pet", "place", "school", "club", "faith", "online", "health", "agency")
_SERVICES = ("health", "agency")


@dataclass(frozen=True)
class Spoke:
    """Somebody or something on the map."""

    id: int
    called: str
    kind: str
    kind_words: str
    ring: int
    line: str = "ordinary"
    flow: str = "none"


def rings(child: str, spokes: Sequence[Spoke], ring_names: Mapping[int, str]) -> str:
    """The SVG of a map. The same map gives the same drawing."""
    rays = _rays(spokes)
    radii = _radii(spokes, rays)
    middle = radii[-1] + _EDGE
    placed = [(spoke, _place(rays[spoke.id], radii[spoke.ring - 1], middle)) for spoke in spokes]
    parts = [
        *(_ring(middle, radius, ring_names.get(n, "")) for n, radius in enumerate(radii, 1)),
        *(_line(spoke, (middle, middle), place) for spoke, place in placed),
        f'<circle cx="{number(middle)}" cy="{number(middle)}" r="{number(_MIDDLE)}" fill="Canvas" '
        'class="kith-drawing__me"/>',
        text(middle, middle + 6, wrapped(child, 9)[0], "letter", 16),
        *(_thing(spoke, place, above=place[1] < middle - 40) for spoke, place in placed),
    ]
    side = 2 * middle
    return framed("map", side, side, f"The people and places of {possessive(child)} life", in_short(spokes), parts)


def in_short(spokes: Sequence[Spoke]) -> str:
    """What stands on the map, counted: six professionals and no friend is something to see at once."""
    family = sum(spoke.kind == "family" for spoke in spokes)
    friends = sum(spoke.kind == "friend" for spoke in spokes)
    services = sum(spoke.kind in _SERVICES for spoke in spokes)
    rest = len(spokes) - family - friends - services
    return (
        f"{family} of the family, {counted(friends, 'friend')}, {counted(services, 'service')}, "
        f"{rest} other people and places. The list below says how each is."
    )


def _rays(spokes: Sequence[Spoke]) -> dict[int, float]:
    """Everyone on a ray of their own, by kind from the top: no line runs behind anybody else."""
    kinds: dict[int, list[Spoke]] = {}
    for spoke in sorted(spokes, key=lambda spoke: (_kind_order(spoke.kind), spoke.ring, spoke.id)):
        kinds.setdefault(_kind_order(spoke.kind), []).append(spoke)
    order = [spoke for same in kinds.values() for spoke in _mixed(same)]
    rays, turned = {}, 0.0
    whole = sum(_ROOM[spoke.ring] for spoke in order)
    for spoke in order:
        rays[spoke.id] = 2 * pi * (turned + _ROOM[spoke.ring] / 2) / whole - pi / 2
        turned += _ROOM[spoke.ring]
    return rays


def _mixed(spokes: list[Spoke]) -> list[Spoke]:
    """Near and far by turns: neighbours on one ring need more room than neighbours on two."""
    half = (len(spokes) + 1) // 2
    far = [*spokes[half:], None]
    return [one for pair in zip(spokes[:half], far, strict=False) for one in pair if one]


def _radii(spokes: Sequence[Spoke], rays: Mapping[int, float]) -> tuple[float, ...]:
    """Rings wide enough for neighbours on each to have room."""
    found: list[float] = []
    for n, least in enumerate(_RADII, 1):
        at = sorted(rays[spoke.id] for spoke in spokes if spoke.ring == n)
        nearest = min(
            (b - a for a, b in zip(at, [*at[1:], *(ray + 2 * pi for ray in at[:1])], strict=True) if b > a), default=pi
        )
        inner = found[-1] + _RING_APART if found else 0.0
        found.append(max(least, inner, _APART / (2 * sin(min(nearest, pi) / 2))))
    return tuple(found)


def _place(ray: float, radius: float, middle: float) -> Point:
    return middle + radius * cos(ray), middle + radius * sin(ray)


def _kind_order(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _ring(middle: float, radius: float, name: str) -> str:
    return (
        f'<circle cx="{number(middle)}" cy="{number(middle)}" r="{number(radius)}" class="kith-drawing__ring" '
        f'stroke-width="1" stroke-dasharray="2 6"/>{text(middle, middle - radius + 4, name, "date", 11)}'
    )


def _line(spoke: Spoke, start: Point, end: Point) -> str:
    way = strokes.clipped(strokes.arc(start, end, 0.0), _MIDDLE + 3, _HALF + 6)
    drawn = "".join(
        path(strokes.straight(points), dash, f"spoke kith-drawing__spoke--{spoke.line}", width)
        for points, dash, width in _stroke(spoke.line, way)
    )
    if spoke.flow in ("gives", "both"):
        drawn += f'<path d="{strokes.closed(strokes.arrow(way[::-1]))}" fill="currentColor"/>'
    if spoke.flow in ("takes", "both"):
        drawn += f'<path d="{strokes.closed(strokes.arrow(way))}" fill="currentColor"/>'
    return drawn


def _stroke(line: str, way: Sequence[Point]) -> list[tuple[Sequence[Point], str, float]]:
    middle = len(way) // 2
    if line == "strong":
        return [(way, "", 4.5)]
    if line == "thin":
        return [(way, "1 6", 1.75)]
    if line == "stressful":
        return [(strokes.zigzag(way, 6, 7), "", 2)]
    if line == "broken":
        bars = [strokes.crossbar(way, max(0, middle - 2)), strokes.crossbar(way, min(len(way) - 1, middle + 2))]
        return [(way[: middle - 1], "", 1.75), (way[middle + 2 :], "", 1.75), *((bar, "", 2.0) for bar in bars)]
    return [(way, "", 1.75)]


def _thing(spoke: Spoke, place: Point, *, above: bool) -> str:
    """Their shape, with the name on the side away from the line."""
    x, y = place
    lines = wrapped(spoke.called, 15)
    top = y - _HALF - 8 - 14 * len(lines) if above else y + _HALF + 15
    parts = [f'<path d="{_form(spoke.kind, x, y)}" fill="Canvas" class="kith-drawing__shape"/>']
    parts += [text(x, top + 14 * n, line, "name", 13) for n, line in enumerate(lines)]
    parts.append(text(x, top + 14 * len(lines) - 1, spoke.kind_words.lower(), "fact", 11))
    return f'<g id="on-map-{spoke.id}" data-kind="{escape(spoke.kind)}">{"".join(parts)}</g>'


def _form(kind: str, x: float, y: float) -> str:
    """People round, places with a roof, things people do together six-sided, services square."""
    h = _HALF
    if kind in ("family", "friend", "pet"):
        r = h * (0.75 if kind == "pet" else 1)
        return f"M{number(x - r)} {number(y)}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
    if kind in ("place", "school"):
        return strokes.closed([(x - h, y + h), (x - h, y - h * 0.2), (x, y - h), (x + h, y - h * 0.2), (x + h, y + h)])
    if kind in ("club", "faith", "online"):
        return strokes.closed([(x + h * cos(n * pi / 3), y + h * sin(n * pi / 3)) for n in range(6)])
    return strokes.closed([(x - h, y - h * 0.8), (x + h, y - h * 0.8), (x + h, y + h * 0.8), (x - h, y + h * 0.8)])
