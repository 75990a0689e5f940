"""The practice drawing: conventional symbols, one SVG as text. Every line carries the id of what is recorded (S3-07).

Square a man or boy, circle a woman or girl, diamond not known or in their own words, triangle a child to come; a leaf
for someone who died, whom nobody should see crossed out; two outlines for the child in the middle; a dotted line around
people who live together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from kith.people.tree import qualities, strokes
from kith.people.tree.bows import bow, clear_place
from kith.people.tree.graph import Family, Union
from kith.people.tree.layout import LINE, SYMBOL, Laid, Outline, Spot, wrapped
from kith.people.tree.lines import Level
from kith.people.tree.outlines import Loop
from kith.people.tree.qualities import Quality
from kith.people.tree.strokes import number

HALF = SYMBOL / 2
_DASHES = {
    "together": "7 5",
    "parents": "1 5",
    "unnamed": "1 5",
    "fostered": "7 5",
    "cared_for": "11 4 2 4",
}
LEAF = "c0-8 6-13 14-13 0 8-5 14-14 13zm1-1 8-8"  # from its stalk, fourteen wide
_SLASHES = {"separated": 1, "ended": 1, "divorced": 2}


@dataclass(frozen=True)
class Words:
    """What is written in a drawing besides names: made by `telling`, so that picture and list say the same."""

    title: str
    description: str
    ages: Mapping[int, str]
    couples: Mapping[str, tuple[str, ...]]  # by the union's key: short lines above the couple's line
    links: Sequence[str]
    sentences: Mapping[str, str] = field(default_factory=dict)  # by element id, for those who point at a line
    hrefs: Mapping[int, str] = field(default_factory=dict)


def drawn(laid: Laid, words: Words, notes: Sequence[Quality] = ()) -> str:
    """The whole SVG. `notes`: how people get on, drawn over the family, which steps back; empty for the plain tree."""
    over = qualities.Over(laid, notes)
    family = [
        *(_outline(outline) for outline in laid.outlines),
        *(_link(laid, n, words) for n in range(len(laid.links))),
        *(part for union in laid.family.unions for part in _union(laid, union, words)),
    ]
    parts = [
        '<g class="kith-drawing__behind" opacity="0.45">' if notes else "<g>",
        *family,
        "</g>",
        *([] if notes else _all_dates(laid, words)),
        *over.lines,
        *(_person(laid, spot, words) for spot in laid.spots.values()),
        *_link_names(laid, words),
        *over.numbers,
    ]
    return framed("tree", laid.width, laid.height, words.title, words.description, parts)


def framed(name: str, width: float, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    """An SVG with its name and what it says in words; strokes take the colour of the text around it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kith-drawing kith-drawing--{name}" id="{name}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-told" '
        f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}" '
        'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-told">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def text(x: float, y: float, words: str, name: str = "", size: float = 13, anchor: str = "middle") -> str:
    """Words with the paper showing around them, so that a line behind never runs through a letter."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" class="kith-drawing__{name or "words"}" font-size="{number(size)}" '
        f'text-anchor="{anchor}" fill="currentColor" stroke="Canvas" stroke-width="4" paint-order="stroke">'
        f"{escape(words)}</text>"
    )


def path(d: str, dash: str = "", name: str = "", width: float = 0) -> str:
    extra = f' stroke-dasharray="{dash}"' if dash else ""
    extra += f' stroke-width="{number(width)}"' if width else ""
    extra += f' class="kith-drawing__{name}"' if name else ""
    return f'<path d="{d}"{extra}/>'


def union_id(family: Family, union: Union) -> str:
    """The two people's references: the same from day to day, whoever else is added."""
    return "union-" + "-".join(family.people[one].ref or f"unnamed{-one}" for one in union.parents)


def person_id(spot: Spot) -> str:
    return f"drawn-{spot.person.ref or f'unnamed{-spot.person.id}'}"


# -- lines


def _union(laid: Laid, union: Union, words: Words) -> Iterable[str]:
    own = [level for level in laid.levels if laid.family.unions[level.union] is union]
    shared = {branch.style for branch in union.children}
    shared_dash = _DASHES.get(next(iter(shared)), "") if len(shared) == 1 else ""
    styles = {branch.child: branch.style for branch in union.children}
    key = union_id(laid.family, union)
    yield f'<g id="{key}"><title>{escape(words.sentences.get(key, ""))}</title>'
    for level in own:
        if level.part in ("couple", "bracket"):
            yield _couple(level, union)
        elif level.part == "leg":
            yield path(_upright(level), _couple_dash(union))
        elif level.part in ("stem", "bar"):
            yield path(_any(level), shared_dash)
        else:
            yield _drop(level, styles[level.child])
    yield "</g>"


def _any(level: Level) -> str:
    return strokes.level(level.x1, level.x2, level.y1, level.hops) if level.is_level else _upright(level)


def _upright(level: Level) -> str:
    return strokes.straight([(level.x1, level.y1), (level.x2, level.y2)])


def _couple_dash(union: Union) -> str:
    return "" if union.wed else _DASHES.get(union.state, _DASHES["together"])


def _couple(level: Level, union: Union) -> str:
    """The line between two partners, with a slash for parted and two for divorced."""
    drawn_ = path(strokes.level(level.x1, level.x2, level.y1, level.hops), _couple_dash(union))
    wide = level.x2 - level.x1
    at = level.x1 + (12 if level.part == "couple" else min(30, wide / 4))
    for n in range(_SLASHES.get(union.state, 0)):
        x = at + n * 6
        drawn_ += path(strokes.straight([(x - 5, level.y1 + 9), (x + 5, level.y1 - 9)]), width=2)
    return drawn_


def _all_dates(laid: Laid, words: Words) -> Iterable[str]:
    """When couples began and ended: above their lines, beside the slash, clear of lines that cross."""
    upright = [(level.x1, level.y1, level.y2) for level in laid.levels if not level.is_level]
    for level in laid.levels:
        union = laid.family.unions[level.union]
        lines = words.couples.get(union.key, ())
        aside = 8 if union.state in _SLASHES else 0
        if level.part == "bracket" and lines:
            dates = ", ".join(lines)
            yield text(_free(level, dates, upright), level.y1 - 5, dates, "date", 11, "start")
        elif level.part == "couple":
            for n, line in enumerate(reversed(lines)):
                yield text((level.x1 + level.x2) / 2 + aside, level.y1 - 6 - n * 12, line, "date", 11)


def _free(level: Level, words: str, upright: Sequence[tuple[float, float, float]]) -> float:
    """Where words beside a bracket's slash begin, so that no line down runs through them."""
    wide = 6 * len(words)
    crossing = [x for x, y1, y2 in upright if y1 < level.y1 and y2 >= level.y1 - 8]
    places = range(int(level.x1) + 46, max(int(level.x1) + 47, int(level.x2 - wide)), 8)
    clear = (float(x) for x in places if not any(x - 4 < up < x + wide + 4 for up in crossing))
    return next(clear, level.x1 + 46)


def _drop(level: Level, style: str) -> str:
    if style == "adopted":
        shifted = [(level.x1 + 5, level.y1), (level.x1 + 5, level.y2)]
        return path(_upright(level)) + path(strokes.straight(shifted), "5 4")
    return path(_upright(level), _DASHES.get(style, ""))


def _link(laid: Laid, n: int, words: Words) -> str:
    link = laid.links[n]
    start, end = laid.spots[link.start], laid.spots[link.end]
    key = f"link-{start.person.ref}-{end.person.ref}-{link.kind}"
    return (
        f'<g id="{escape(key)}"><title>{escape(words.sentences.get(key, ""))}</title>'
        f"{path(strokes.straight(bow(laid, start, end)), '3 6')}</g>"
    )


def _link_names(laid: Laid, words: Words) -> Iterable[str]:
    """Each where its bow is clear of everybody and of the names before it."""
    taken = [spot.box for spot in laid.spots.values()]
    for link, name in zip(laid.links, words.links, strict=True):
        lines = wrapped(name, 18)
        half, deep = 3.2 * max(map(len, lines)), 6 * len(lines)
        x, y = clear_place(bow(laid, laid.spots[link.start], laid.spots[link.end]), taken, half, deep)
        taken.append((x - half, y - deep, x + half, y + deep))
        yield "".join(text(x, y - deep + 9 + 12 * at, line, "date", 11) for at, line in enumerate(lines))


def _outline(outline: Outline) -> str:
    home, loops = outline.home, outline.loops
    shapes = "".join(path(strokes.closed(loop), "0.1 6", "home", 2.5) for loop in loops)
    names = "".join(_home_name(home.label, loop) for loop in loops)
    return f'<g id="home-{home.address}">{shapes}{names}</g>'


def _home_name(label: str, loop: Loop) -> str:
    """On the lower edge, at its left."""
    x, y = min(loop, key=lambda point: (-point[1], point[0]))
    return text(x + 14, y + 4, label, "home-name", 12, "start")


# -- people


def _person(laid: Laid, spot: Spot, words: Words) -> str:
    person = spot.person
    parts = [_shape(person.shape if not person.unnamed else "question", spot.x, spot.y, HALF)]
    if person.id == laid.family.centre:
        parts.append(_shape(person.shape, spot.x, spot.y, HALF - 5))
    parts.append(_inside(laid, spot, words))
    y = spot.y + HALF + 3
    for n, line in enumerate((*spot.name, *spot.facts)):
        named = n < len(spot.name)
        parts.append(text(spot.x, y + LINE * (n + 1) - 3, line, "name" if named else "fact", 13 if named else 12))
    inside = "".join(parts)
    href = words.hrefs.get(person.id)
    if href:
        inside = f'<a href="{escape(href)}">{inside}</a>'
    return f'<g id="{escape(person_id(spot))}" class="kith-drawing__person">{inside}</g>'


def _inside(laid: Laid, spot: Spot, words: Words) -> str:
    """The age inside the shape; a question mark for someone not known by name; a leaf for someone who died."""
    person, x, y = spot.person, spot.x, spot.y
    if person.had_died(laid.family.day):
        return path(f"M{number(x - 7)} {number(y + 7)}{LEAF}", name="leaf")
    if not person.name_held:
        return text(x, y + 6, "?", "age", 18)
    age = words.ages.get(person.id, "")
    low = 12 if person.shape == "triangle" else 5
    return text(x, y + low, age, "age", 15 if len(age) < 4 else 11) if age else ""


def _shape(shape: str, x: float, y: float, half: float) -> str:
    dash = ' stroke-dasharray="4 4"' if shape == "question" else ""
    look = f'class="kith-drawing__shape" fill="Canvas"{dash}'
    if shape == "circle":
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(half)}" {look}/>'
    if shape == "square":
        return (
            f'<rect x="{number(x - half)}" y="{number(y - half)}" width="{number(2 * half)}" '
            f'height="{number(2 * half)}" {look}/>'
        )
    if shape == "triangle":
        points = [(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)]
    else:
        points = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    return f'<path d="{strokes.closed(points)}" {look}/>'
