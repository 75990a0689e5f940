"""The whole drawing measured out: everyone's place, every line's way, every household's edge."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.people.tree import lines, order, outlines, placing
from kith.people.tree.graph import Family, Link
from kith.people.tree.lines import Level
from kith.people.tree.outlines import Loop
from kith.people.tree.people import Household, Someone

SYMBOL, CELL = placing.SYMBOL, placing.CELL
LINE = 16  # one line of a name
_GAP = 7  # between a shape and its name
_LONGEST = 14  # letters on a line
LETTER = 7.0  # how wide one is, about
_EDGE = 18


@dataclass(frozen=True)
class Spot:
    """A person's place: the middle of their shape, and what is written under it, line by line."""

    person: Someone
    x: float
    y: float
    name: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def reach(self) -> float:
        """How far the words go below the shape."""
        return _GAP + LINE * (len(self.name) + len(self.facts))

    @property
    def box(self) -> outlines.Box:
        """The shape with its words."""
        half = CELL / 2 - 2
        return self.x - half, self.y - SYMBOL / 2 - 6, self.x + half, self.y + SYMBOL / 2 + self.reach


@dataclass(frozen=True)
class Outline:
    home: Household
    loops: tuple[Loop, ...]


@dataclass(frozen=True)
class Laid:
    """Everything the drawing needs. The same family gives the same answer, always."""

    family: Family
    spots: Mapping[int, Spot]
    levels: tuple[Level, ...]
    links: tuple[Link, ...]
    outlines: tuple[Outline, ...]
    width: float
    height: float


def lay_out(
    family: Family, facts: Mapping[int, tuple[str, ...]] | None = None, names: Mapping[int, str] | None = None
) -> Laid:
    """`facts`: lines to stand under each name ("born 1995", "PR"). `names`: what people are called here, where that is
    not the name on their record.
    """
    called = {one: person.called for one, person in family.people.items()} | dict(names or {})
    rows = order.rows_of(family)
    x = {one: place + _EDGE for one, place in placing.places(family, rows).items()}
    words = {one: (wrapped(called[one]), (facts or {}).get(one, ())) for one in family.people}
    deep = [max((_GAP + LINE * (len(words[one][0]) + len(words[one][1])) for one in row), default=LINE) for row in rows]
    wide = {
        one: max(SYMBOL / 2 + 14, *(LETTER * len(line) / 2 + 8 for line in both[0] + both[1]))
        for one, both in words.items()
    }
    routed = lines.route(family, rows, x, deep, wide)
    spots = {
        one: Spot(family.people[one], x[one], routed.tops[n] + SYMBOL / 2, *words[one])
        for n, row in enumerate(rows)
        for one in row
    }
    cells = {one: spot.box for one, spot in spots.items()}
    upright = [level.x1 for level in routed.levels if not level.is_level]
    return Laid(
        family=family,
        spots=spots,
        levels=routed.levels,
        links=family.links,
        outlines=tuple(Outline(home, outlines.outline(home.members, rows, cells, upright)) for home in family.homes),
        width=max(x.values()) + CELL / 2 + _EDGE,
        height=routed.height + _EDGE / 2,
    )


def wrapped(name: str, longest: int = _LONGEST) -> tuple[str, ...]:
    """A name on up to three lines, broken between words or at a hyphen; what is longer still is cut short."""
    lines_: list[str] = []
    for word in name.replace("-", "-\n").replace(" ", "\n").split("\n"):
        joint = "" if lines_ and lines_[-1].endswith("-") else " "
        if lines_ and len(lines_[-1]) + len(word) + 1 <= longest:
            lines_[-1] += joint + word
        else:
            lines_.append(word)
    kept = [line if len(line) <= longest + 2 else f"{line[: longest + 1]}…" for line in lines_ if line]
    return tuple(kept[:3]) or ("",)
