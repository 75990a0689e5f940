"""A child's family put together for a page: the day, the drawing, the list that says the same, what is still to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from kith.packs import NotInPack, Pack
from kith.people import queries, rules
from kith.people.queries import FamilyRows
from kith.people.rules import COUPLES, Parent, TreeQuestion
from kith.people.tree import Family, Someone, drawing, family_as_at, qualities, telling
from kith.people.tree import own as own_picture
from kith.people.tree.layout import lay_out
from kith.people.tree.telling import Sentence, Told

_LOOSE = ("grandparent", "great_grandparent", "aunt_uncle", "cousin", "sibling", "half_sibling")


@dataclass(frozen=True)
class Shown:
    """A family as it was on a day, drawn and told."""

    family: Family
    picture: SafeString
    told: Told
    notes: Sequence[Sentence] = ()


def said(pack: Pack) -> telling.Say:
    """The pack's word for what somebody is to another."""
    return lambda kind, person: rules.relation_in_words(pack, kind, person)  # type: ignore[arg-type]


def practice(
    rows: FamilyRows,
    child: Any,
    day: date,
    pack: Pack,
    *,
    notes: bool = False,
    held: Mapping[int, str] | None = None,
    hrefs: bool = True,
) -> Shown:
    """The practice drawing; with `notes`, how people get on over it. `held`: who holds parental responsibility, how."""
    family = family_as_at(rows.people, rows.relations, child.pk, day, rows.stays)
    links = {one.id: f"#person-{one.ref}" for one in family.people.values() if one.ref} if hrefs else {}
    told = telling.tell(family, said(pack), responsible=held or {}, hrefs=links)
    laid = lay_out(family, telling.facts_of(family, held or ()))
    over = qualities.newest(queries.getting_on(child), day) if notes else []
    labels = dict(pack.choices("getting_on"))
    return Shown(
        family=family,
        picture=mark_safe(drawing.drawn(laid, told.words, over)),  # noqa: S308 - every word in it was escaped there
        told=told,
        notes=telling.notes_told(family, over, labels),
    )


def own(rows: FamilyRows, child: Any, day: date, pack: Pack, names: Mapping[int, str], matters: set[int]) -> Shown:
    """The family's own picture: nobody who belongs only to a time that is over, nothing about how couples stand."""
    lasting = [row for row in rows.relations if not (row.kind in COUPLES and row.ended_by(day))]
    family = family_as_at(rows.people, lasting, child.pk, day, rows.stays, questions=False)
    told = telling.tell(family, said(pack), plainly=True)
    picture = own_picture.own(family, names, matters)
    return Shown(family=family, picture=mark_safe(picture), told=told)  # noqa: S308 - escaped in the drawing


def pictured(rows: FamilyRows, child: Any, day: date, view: str, pack: Pack, *, hrefs: bool = False) -> Shown:
    """Whichever picture was asked for: "own", "getting_on", or "practice"."""
    if view == "own":
        return own(rows, child, day, pack, queries.called_by(child), matters=queries.who_matters(child))
    held = {one.holder_id: label(pack, "pr_acquired", one.acquired) for one in queries.who_may_decide(child, day)}
    return practice(rows, child, day, pack, notes=view == "getting_on", held=held, hrefs=hrefs)


def questions(shown: Shown, child: Any, pack: Pack) -> list[TreeQuestion]:
    """What nobody has written down in the tree, nearest first, with whom we asked already."""
    family = shown.family
    centre = family.people[family.centre]
    parents = _parents(family, centre.id)
    grandparents = {parent.id: _parents(family, parent.id) for parent in parents}
    siblings = [
        (one.id, one.called, _parents(family, one.id))
        for one in family.people.values()
        if one.id != centre.id and one.was_child(family.day) and _share_a_parent(family, one.id, centre.id)
    ]
    words = said(pack)
    loose = [
        (other.called, words(link.kind, other))
        for link in family.links
        if centre.id in (link.start, link.end) and link.kind in _LOOSE
        for other in [family.people[link.start if link.end == centre.id else link.end]]
    ]
    return rules.tree_questions(centre.called, parents, grandparents, siblings, loose, queries.askings(child))


def _parents(family: Family, of: int) -> list[Parent]:
    kin = family.parents_of(of)
    known = [family.people[one] for one, style in kin.items() if style in ("born", "adopted")]
    return [Parent(one.id, one.called, _sex(one)) for one in known]


def _sex(person: Someone) -> str:
    return {"square": "M", "circle": "F"}.get(person.shape, "U")


def _share_a_parent(family: Family, one: int, other: int) -> bool:
    return bool({p.id for p in _parents(family, one)} & {p.id for p in _parents(family, other)})


def label(pack: Pack, codes: str, code: str) -> str:
    """A code in words; itself, when this pack has not got it."""
    try:
        return pack.label(codes, code)
    except NotInPack:
        return code
