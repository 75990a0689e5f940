"""Where the parts of a life stand on the map of the whole child, and the lines between them. Pure: coordinates out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDE, APART, HIGH, BETWEEN, TOP, EDGE = 244, 86, 56, 12, 40, 28
_LINE = 29  # letters in a line of a label


@dataclass(frozen=True)
class Part:
    code: str
    x: int
    y: int
    lines: tuple[str, ...]
    concern: str
    said: str  # the level and the trend in words


@dataclass(frozen=True)
class Line:
    path: str
    label: str


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    sides: tuple[tuple[int, str], ...]  # where each heading stands
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]


def picture(
    sides: Sequence[tuple[str, str]],
    domains: Iterable[tuple[str, str]],
    standing: Mapping[str, tuple[str, str]],
    effects: Iterable[tuple[str, str, str]],
) -> Picture:
    """`standing`: by domain, (concern, words for it). `effects`: (because of, on, sentence)."""
    columns = [code for code, _ in sides]
    rows = dict.fromkeys(columns, 0)
    parts: dict[str, Part] = {}
    for code, label in domains:
        side = code.partition("-")[0]
        if side not in rows:
            continue
        x, y = EDGE + columns.index(side) * (WIDE + APART), TOP + rows[side] * (HIGH + BETWEEN)
        rows[side] += 1
        concern, said = standing.get(code, ("", "Not looked at yet"))
        parts[code] = Part(code, x, y, _wrapped(label), concern, said)
    lines = tuple(
        Line(_curve(parts[one], parts[other]), how) for one, other, how in effects if one in parts and other in parts
    )
    width = 2 * EDGE + len(columns) * WIDE + (len(columns) - 1) * APART + EDGE
    height = TOP + max(rows.values(), default=0) * (HIGH + BETWEEN) + BETWEEN
    heads = tuple((EDGE + at * (WIDE + APART), label) for at, (_, label) in enumerate(sides))
    return Picture(width, height, heads, tuple(parts.values()), lines)


def _curve(one: Part, other: Part) -> str:
    """From the edge of one part to the nearest edge of the other; within a column it bows out to the right."""
    from_y, to_y = one.y + HIGH // 2, other.y + HIGH // 2
    if one.x == other.x:
        x = one.x + WIDE
        return f"M{x} {from_y}C{x + 46} {from_y} {x + 46} {to_y} {x + 7} {to_y}"
    right = one.x < other.x
    from_x, to_x = (one.x + WIDE, other.x - 7) if right else (one.x, other.x + WIDE + 7)
    middle = (from_x + to_x) // 2
    return f"M{from_x} {from_y}C{middle} {from_y} {middle} {to_y} {to_x} {to_y}"


def _wrapped(label: str) -> tuple[str, ...]:
    """On at most two lines."""
    if len(label) <= _LINE:
        return (label,)
    at = label.rfind(" ", 0, _LINE + 1)
    first, rest = label[:at], label[at + 1 :]
    return first, rest if len(rest) <= _LINE else f"{rest[: _LINE - 1].rstrip()}…"
