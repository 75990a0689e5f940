"""The tree in sentences: what the drawing writes, and the list that says everything the picture says (WCAG 1.1.1).

Each sentence carries the id of the line it tells, so that picture and list can never drift apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.calendar import MONTHS, PartDate, age, in_full, joined
from kith.people.tree.drawing import Words, union_id
from kith.people.tree.graph import Branch, Family, Link, Union
from kith.people.tree.people import Relation, Someone
from kith.people.tree.qualities import Quality
from kith.people.tree.relations import Say, relations
from kith.words import possessive

_ENDED = {
    "separated": "separated",
    "divorced": "divorced",
    "widowed": "one of them died",
    "ended": "no longer together",
}
_HANGING = {"born": "Born", "adopted": "Adopted", "fostered": "Fostered", "cared_for": "Cared for"}


@dataclass(frozen=True)
class Sentence:
    """One line of the picture in words. `id` is the line's id in the drawing; `told_by` who says so."""

    id: str
    text: str
    told_by: str = ""


@dataclass(frozen=True)
class Row:
    """One person of the list."""

    person: Someone
    relation: str
    age: str
    died: str
    home: str
    responsible: str = ""


@dataclass(frozen=True)
class Told:
    """The whole picture in words, and what the drawing itself writes."""

    words: Words
    people: tuple[Row, ...]
    sentences: tuple[Sentence, ...]


def tell(
    family: Family,
    say: Say,
    *,
    responsible: Mapping[int, str] | None = None,
    hrefs: Mapping[int, str] | None = None,
    plainly: bool = False,
) -> Told:
    """`responsible`: how each holder of parental responsibility for the child came by it, in words. `plainly`: of two
    parents who are no couple, only whose parents they are.
    """
    relation = relations(family, say)
    sentences = tuple(_sentences(family, say, plainly=plainly))
    centre = family.people[family.centre]
    people = [one for one in family.people.values() if not one.unnamed]
    words = Words(
        title=f"{possessive(centre.first)} family on {in_full(family.day)}",
        description=_in_short(family, people),
        ages={one.id: short_age(one, family.day) for one in people},
        couples={union.key: tuple(_dates(union)) for union in family.unions},
        links=[say(link.kind, family.people[link.start]) for link in family.links],
        sentences={sentence.id: sentence.text for sentence in sentences},
        hrefs=hrefs or {},
    )
    rows = [_row(family, one, relation.get(one.id, ""), (responsible or {}).get(one.id, "")) for one in people]
    rows.sort(
        key=lambda row: (family.rank[row.person.id] > 0, abs(family.rank[row.person.id]), row.person.id != centre.id)
    )
    return Told(words, tuple(rows), sentences)


def facts_of(family: Family, responsible: Iterable[int] = ()) -> dict[int, tuple[str, ...]]:
    """What stands under each name in the practice drawing."""
    held = set(responsible)
    return {
        one.id: tuple(line for line in (_years(one, family.day), "PR" if one.id in held else "") if line)
        for one in family.people.values()
    }


def short_age(person: Someone, day: date) -> str:
    """Fits inside a shape: 9, 8m, 3w, ~60; nothing for someone not born, or of unknown age."""
    if person.born is None:
        return ""
    years = age(person.born, day)
    if years is None:
        return ""
    if person.born.precision not in ("day", "month"):
        return f"~{years}"
    if years >= 2:
        return str(years)
    days = (day - person.born.on).days
    return f"{days // 7}w" if days < 63 else f"{int(days / 30.44)}m"


def _years(person: Someone, day: date) -> str:
    if person.unnamed:
        return ""
    born = "" if person.born is None else f"{'c. ' if person.born.precision == 'about' else ''}{person.born.on.year}"
    if person.had_died(day) and person.died_on:
        return f"{born}–{person.died_on.year}" if born else f"d. {person.died_on.year}"
    if person.born is None and person.expected_on:
        return f"due {MONTHS[person.expected_on.month - 1][:3]} {person.expected_on.year}"
    return f"b. {born}" if born else ""


def _row(family: Family, person: Someone, relation: str, responsible: str) -> Row:
    homes = [home for home in family.homes if person.id in home.members]
    died = f"died {in_full(person.died_on)}" if person.died_on and person.had_died(family.day) else ""
    return Row(
        person=person,
        relation=relation,
        age="" if died else person.age_words(family.day),
        died=died,
        home=homes[0].label if homes else "",
        responsible=responsible,
    )


def _in_short(family: Family, people: Sequence[Someone]) -> str:
    """What the picture is, for someone who cannot see it: the list beneath says the rest."""
    generations = len(set(family.rank.values()))
    homes = f" {len(family.homes)} households are outlined." if len(family.homes) > 1 else ""
    return f"{len(people)} people in {generations} generations.{homes} Everything it shows is in the list below it."


# -- lines


def _sentences(family: Family, say: Say, *, plainly: bool) -> Iterable[Sentence]:
    for union in family.unions:
        yield _union(family, union, say, plainly=plainly)
    for link in family.links:
        yield _link(family, link, say)
    for home in family.homes:
        names = joined(family.people[one].called for one in sorted(home.members, key=list(family.people).index))
        yield Sentence(f"home-{home.address}", f"{home.label}: {names} live here.")
    for row in family.ended:
        person, other = family.people[row.person], family.people[row.other]
        until = in_full(row.until) if row.until else "some time ago"
        words = f"{other.called} was {possessive(person.called)} {say(row.kind, other)} until {until}."
        yield Sentence(f"ended-{row.id}", words, row.source)


def _union(family: Family, union: Union, say: Say, *, plainly: bool) -> Sentence:
    names = [family.people[one] for one in union.parents]
    rows = [*union.rows, *(row for branch in union.children for row in branch.rows)]
    parts = [_couple(union, names, plainly=plainly)] if len(names) == 2 else []
    for style in _HANGING:
        branches = [branch for branch in union.children if branch.style == style]
        if branches:
            parts.append(_children(family, union, style, branches))
    return Sentence(union_id(family, union), " ".join(parts), _told_by(rows))


def _couple(union: Union, names: Sequence[Someone], *, plainly: bool) -> str:
    if union.state == "unnamed":
        return f"{names[0].called}. The other parent is not recorded."
    both = f"{names[0].called} and {names[1].called}"
    if union.state == "parents" and plainly:
        return f"{both}."
    if union.state == "parents":
        return f"{both} have a child together; nothing else is recorded of the two."
    since, until = _span(union.rows)
    began = f" since {since}" if since and not until else f" from {since}" if since else ""
    kind = "married" if union.wed else "partners"
    if union.state in ("married", "together"):
        return f"{both}: {kind}{began}."
    ended = _ENDED[union.state]
    return f"{both}: were {kind}{began}; {ended}{f' {in_full(until)}' if until else ''}."


def _span(rows: Sequence[Relation]) -> tuple[PartDate | None, date | None]:
    since = min((row.since for row in rows if row.since), key=lambda since: since.sort_key, default=None)
    open_ = any(row.until is None and not row.kind.startswith("former_") for row in rows)
    return since, None if open_ else max((row.until for row in rows if row.until), default=None)


def _children(family: Family, union: Union, style: str, branches: Sequence[Branch]) -> str:
    names = joined(family.people[branch.child].called for branch in branches)
    known = [one for one in union.parents if one > 0]
    if style == "born":
        child = "child" if len(branches) == 1 else "children"
        whose = "Their" if len(known) > 1 else possessive(family.people[known[0]].called)
        return f"{whose} {child}: {names}."
    by = "them" if len(known) > 1 else family.people[known[0]].called
    return f"{_HANGING[style]} by {by}: {names}."


def _link(family: Family, link: Link, say: Say) -> Sentence:
    start, end = family.people[link.start], family.people[link.end]
    key = f"link-{start.ref}-{end.ref}-{link.kind}"
    text = f"{start.called} is {possessive(end.called)} {say(link.kind, start)}."
    return Sentence(key, text, _told_by(link.rows))


def _told_by(rows: Iterable[Relation]) -> str:
    return joined(dict.fromkeys(row.source for row in rows if row.source))


def _dates(union: Union) -> Iterable[str]:
    """Short lines above a couple: m. 2016, sep. 2023."""
    since, until = _span(union.rows)
    if since:
        yield f"{'m. ' if union.wed else ''}{since.on.year}"
    if until:
        short = {"separated": "sep.", "divorced": "div.", "widowed": "until"}.get(union.state, "until")
        yield f"{short} {until.year}"


def notes_told(family: Family, notes: Sequence[Quality], label: Mapping[str, str]) -> list[Sentence]:
    """How people get on, numbered as in the drawing: what, who says so, when."""
    found = []
    for n, note in enumerate(notes, 1):
        if note.start in family.people and note.end in family.people:
            start, end = family.people[note.start], family.people[note.end]
            between = f"{start.called} to {end.called}" if note.toward else f"{start.called} and {end.called}"
            words = f" “{note.words}”" if note.words else ""
            what = label.get(note.quality, note.quality)
            found.append(
                Sentence(
                    f"note-{note.id}",
                    f"{n}. {between}: {what.lower()}.{words}",
                    f"{note.said_by}, {in_full(note.said_on)}",
                )
            )
    return found
