"""The family's own picture: names as the child says them, no signs to learn, nothing about who parted or who decides.

Everyone is a round with the first letter of their name. A heart for somebody the child says matters, a leaf beside
somebody who has died. Children hang from their parents whatever became of the two (users.md 4.1).
"""

from collections.abc import Collection, Iterable, Mapping
from html import escape

from kith.people.tree import strokes
from kith.people.tree.bows import bow
from kith.people.tree.drawing import HALF, LEAF, framed, path, person_id, text
from kith.people.tree.graph import Family
from kith.people.tree.layout import LINE, Laid, Spot, lay_out
from kith.people.tree.strokes import number
from kith.words import possessive

_HEART = "c-3-6-12-3-9 4 2 4 6 7 9 9 3-2 7-5 9-9 3-7-6-10-9-4z"


def own(family: Family, names: Mapping[int, str], matters: Collection[int]) -> str:
    """The SVG. `names`: what the child calls people; the rest are shown by their first names."""
    shown = {one: names.get(one) or person.first for one, person in family.people.items()}
    laid = lay_out(family, {one.id: _said(one.id, family) for one in family.people.values()}, shown)
    centre = family.people[family.centre]
    parts = [
        *_homes(laid),
        *(_thread(laid, n) for n in range(len(family.unions))),
        *_others(laid),
        *(_person(laid, spot, shown[one], one in matters) for one, spot in laid.spots.items()),
    ]
    told = f"{len(family.people)} people of {possessive(centre.first)} family. They are all in the list below."
    return framed("own", laid.width, laid.height, possessive(centre.first) + " family", told, parts)


def _said(one: int, family: Family) -> tuple[str, ...]:
    person = family.people[one]
    if person.born is None and person.expected_on:
        return ("on the way",)
    return ()


def _homes(laid: Laid) -> Iterable[str]:
    """Soft ground under people who live together; its name only where the place is kept from nobody."""
    for outline in laid.outlines:
        for loop in outline.loops:
            x, y = min(loop, key=lambda point: (-point[1], point[0]))
            name = "" if outline.home.kept else text(x + 14, y - 3, outline.home.label, "home-name", 12, "start")
            yield f'<path d="{strokes.closed(loop)}" class="kith-drawing__ground" stroke="none"/>{name}'


def _thread(laid: Laid, n: int) -> str:
    """From parents to children. Two people with no child are joined only while they are together."""
    union = laid.family.unions[n]
    if not union.children and union.state not in ("married", "together"):
        return ""
    pieces = [
        strokes.level(level.x1, level.x2, level.y1, level.hops)
        if level.is_level
        else strokes.straight([(level.x1, level.y1), (level.x2, level.y2)])
        for level in laid.levels
        if level.union == n
    ]
    return path("".join(pieces), name="thread", width=3)


def _others(laid: Laid) -> Iterable[str]:
    for link in laid.links:
        start, end = laid.spots[link.start], laid.spots[link.end]
        yield path(strokes.straight(bow(laid, start, end)), "1 8", "thread", 3)


def _person(laid: Laid, spot: Spot, name: str, matters: bool) -> str:
    person, x, y = spot.person, spot.x, spot.y
    kind = "me" if person.id == laid.family.centre else "one"
    parts = [
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(HALF)}" fill="Canvas" class="kith-drawing__{kind}"/>',
        text(x, y + 7, name[:1].upper(), "letter", 20),
    ]
    if matters:
        parts.append(_sign(_HEART, x + 17, y - 14, "heart"))
    if person.had_died(laid.family.day):
        parts.append(_sign(LEAF, x - HALF - 3, y + 20, "leaf"))
    for n, line in enumerate((*spot.name, *spot.facts)):
        parts.append(text(x, y + HALF + LINE * (n + 1), line, "name" if n < len(spot.name) else "fact", 14))
    return f'<g id="{escape(person_id(spot))}" class="kith-drawing__person">{"".join(parts)}</g>'


def _sign(shape: str, x: float, y: float, name: str) -> str:
    return f'<path d="M{number(x)} {number(y)}{shape}" fill="Canvas" class="kith-drawing__{name}"/>'
