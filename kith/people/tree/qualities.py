"""How two people get on, as someone said it: drawn over the family only when asked for, each line with its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kith.people.tree import strokes
from kith.people.tree.bows import bow, clear_place
from kith.people.tree.layout import Laid
from kith.people.tree.strokes import Point, number

HURTS = ("controlling", "violent")  # these go one way: an arrow says from whom to whom
_ROUND = 8.5


@dataclass(frozen=True)
class Quality:
    """What `said_by` said on a day about two people. `toward`: it goes from the first to the second."""

    id: int
    start: int
    end: int
    quality: str
    said_by: str
    said_on: date
    words: str = ""
    source: str = ""
    toward: bool = False


def newest(notes: Iterable[Quality], day: date) -> list[Quality]:
    """Of each two people what each teller said last by that day, in the order it was said."""
    found: dict[tuple[frozenset[int], str], Quality] = {}
    for note in sorted(notes, key=lambda note: (note.said_on, note.id)):
        if note.said_on <= day:
            found[frozenset((note.start, note.end)), note.said_by.strip().lower()] = note
    return sorted(found.values(), key=lambda note: (note.said_on, note.id))


class Over:
    """The notes as lines, each on a bow of its own, and the numbers that stand on them."""

    def __init__(self, laid: Laid, notes: Sequence[Quality]):
        self.lines: list[str] = []
        self.numbers: list[str] = []
        ways: list[list[Point]] = []
        taken = [spot.box for spot in laid.spots.values()]
        for n, note in enumerate(notes, 1):
            if note.start in laid.spots and note.end in laid.spots:
                way = bow(laid, laid.spots[note.start], laid.spots[note.end], ways)
                ways.append(way)
                look = f'class="kith-drawing__note kith-drawing__note--{note.quality}"'
                self.lines.append(f'<g id="note-{note.id}" {look}>{line(note.quality, way, note.toward)}</g>')
                x, y = clear_place(way, taken, _ROUND, _ROUND)
                taken.append((x - _ROUND, y - _ROUND, x + _ROUND, y + _ROUND))
                self.numbers.append(f"<g {look}>{_number(n, x, y)}</g>")


def _number(n: int, x: float, y: float) -> str:
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{_ROUND}" class="kith-drawing__shape" fill="Canvas" '
        f'stroke-width="1.25"/><text x="{number(x)}" y="{number(y + 4)}" class="kith-drawing__number" font-size="11" '
        f'text-anchor="middle" fill="currentColor" stroke="none">{n}</text>'
    )


def line(quality: str, way: Sequence[Point], toward: bool) -> str:
    """The stroke of each quality: told apart by its form, in black and white as well."""
    drawn_ = "".join(f'<path d="{strokes.straight(points)}"{dash}/>' for points, dash in _strokes(quality, way))
    if toward:
        drawn_ += f'<path d="{strokes.closed(strokes.arrow(way))}" fill="currentColor"/>'
    return drawn_


def _strokes(quality: str, way: Sequence[Point]) -> list[tuple[Sequence[Point], str]]:
    middle = len(way) // 2
    if quality == "very_close":
        return [(strokes.beside(way, by), "") for by in (-4, 0, 4)]
    if quality == "close":
        return [(strokes.beside(way, by), "") for by in (-2.5, 2.5)]
    if quality == "distant":
        return [(way, ' stroke-dasharray="1 7"')]
    if quality == "strained":
        return [(strokes.zigzag(way), "")]
    if quality in ("cut_off", "mended"):
        bars = [strokes.crossbar(way, at) for at in (max(0, middle - 5), min(len(way) - 1, middle + 5))]
        gap = [] if quality == "cut_off" else [(way, ' stroke-dasharray="2 4"')]
        halves = [(way[: middle - 4], ""), (way[middle + 5 :], "")] if quality == "cut_off" else []
        return [*halves, *gap, *((bar, "") for bar in bars)]
    if quality in HURTS:
        jagged = strokes.zigzag(way, 6)
        return [(jagged, ""), (strokes.beside(way, 0), "")] if quality == "violent" else [(jagged, "")]
    return [(way, "")]
