"""Recorded relations sorted into a family as it stood on one day: who is in it, who had children with whom, what else
ties them, and what follows from the lines already drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kith.people.rules.kin import COUPLES, DOWNWARD, FOREVER, HANGS, MARRIED, UPWARD
from kith.people.tree import generations
from kith.people.tree.graph import Branch, Family, Link, Union, Upward
from kith.people.tree.people import Household, Relation, Someone, Stay


def family_as_at(
    people: Iterable[Someone],
    relations: Iterable[Relation],
    centre: int,
    day: date,
    stays: Iterable[Stay] = (),
    *,
    questions: bool = True,
) -> Family:
    """Everyone joined to `centre` on that day. Relations to people who were not there, or not given, are left out.
    `questions`: a parent nobody has named gets a place, as a question.
    """
    there = {one.id: one for one in sorted(people, key=_by_id) if one.id == centre or one.was_there(day)}
    known = [
        row for row in sorted(relations, key=_by_id) if row.person in there and row.other in there and row.began_by(day)
    ]
    standing = [row for row in known if _standing(row, day)]
    upward, couples = _upward(standing), _couples(standing)
    rank = generations.ranks(centre, upward, couples)
    upward = [edge for edge in upward if edge.younger in rank]
    couples = {pair: rows for pair, rows in couples.items() if pair[0] in rank}
    drawn = _Drawing(there, rank, upward, couples, day)
    unions, extra = drawn.unions(centre if questions else None)
    homes = _households(stays, rank, day)
    members = {one: there[one] for one in sorted(rank, key=lambda pk: (rank[pk], pk))}
    return Family(
        day=day,
        centre=centre,
        people={**members, **extra},
        rank={**rank, **{unnamed: rank[_partner(unions, unnamed)] for unnamed in extra}},
        unions=tuple(unions),
        links=tuple(drawn.links),
        homes=homes,
        implied=tuple(drawn.implied),
        ended=tuple(row for row in known if row not in standing and row.person in rank and row.other in rank),
    )


def _by_id(row: Someone | Relation) -> int:
    return row.id


def _standing(row: Relation, day: date) -> bool:
    """A couple that parted is drawn as parted; care that ended is not drawn at all."""
    kind = DOWNWARD.get(row.kind, row.kind)
    if kind in COUPLES:
        return True
    return kind in UPWARD and (UPWARD[kind][0] in FOREVER or not row.ended_by(day))


def _upward(rows: Iterable[Relation]) -> list[Upward]:
    found: dict[tuple[int, int, str], list[Relation]] = {}
    for row in rows:
        if row.kind in DOWNWARD:
            found.setdefault((row.person, row.other, DOWNWARD[row.kind]), []).append(row)
        elif row.kind in UPWARD and UPWARD[row.kind][1]:
            found.setdefault((row.other, row.person, row.kind), []).append(row)
        elif row.kind in UPWARD:  # between equals: one way round, whoever wrote it
            found.setdefault((*sorted((row.other, row.person)), row.kind), []).append(row)  # type: ignore[arg-type]
    return [Upward(elder, younger, kind, tuple(rows)) for (elder, younger, kind), rows in found.items()]


def _couples(rows: Iterable[Relation]) -> dict[tuple[int, int], tuple[Relation, ...]]:
    found: dict[tuple[int, int], list[Relation]] = {}
    for row in rows:
        if row.kind in COUPLES:
            found.setdefault(_pair(row.person, row.other), []).append(row)
    return {pair: tuple(rows) for pair, rows in found.items()}


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _partner(unions: Sequence[Union], unnamed: int) -> int:
    return next(one for union in unions if unnamed in union.parents for one in union.parents if one != unnamed)


def _households(stays: Iterable[Stay], rank: Mapping[int, int], day: date) -> tuple[Household, ...]:
    """Who lived together: one person alone is no household to draw."""
    at: dict[int, list[Stay]] = {}
    for stay in stays:
        if stay.person in rank and stay.held_on(day):
            at.setdefault(stay.address, []).append(stay)
    return tuple(
        Household(address, stays[0].label, stays[0].kept, frozenset(stay.person for stay in stays))
        for address, stays in sorted(at.items())
        if len({stay.person for stay in stays}) > 1
    )


class _Drawing:
    """Sorts every relation into what shows it: a union's line, a line of its own, or the lines already there."""

    def __init__(
        self,
        there: Mapping[int, Someone],
        rank: Mapping[int, int],
        upward: Sequence[Upward],
        couples: Mapping[tuple[int, int], tuple[Relation, ...]],
        day: date,
    ):
        self.there, self.rank, self.upward, self.couples, self.day = there, rank, upward, couples, day
        self.links: list[Link] = []
        self.implied: list[Relation] = []
        self.parents: dict[int, set[int]] = {}  # born or adopted, for working out what follows
        for edge in upward:
            if edge.style in ("born", "adopted"):
                self.parents.setdefault(edge.younger, set()).add(edge.elder)

    def unions(self, centre: int | None) -> tuple[list[Union], dict[int, Someone]]:
        hanging = self._hanging()
        for pair, rows in self.couples.items():
            if self.rank[pair[0]] == self.rank[pair[1]]:
                hanging.setdefault(pair, [])
            else:
                self.links.append(Link(*pair, rows[0].kind, rows))
        self._place_the_rest()
        made = [self._union(parents, branches) for parents, branches in sorted(hanging.items())]
        return self._with_unnamed(made, centre) if centre else (made, {})

    def _hanging(self) -> dict[tuple[int, ...], list[Branch]]:
        """Children under those who raise them, where a generation lies between; else a line of its own."""
        found: dict[tuple[int, ...], list[Branch]] = {}
        raised: dict[tuple[int, str], list[Upward]] = {}
        for edge in self.upward:
            if edge.style not in HANGS:
                continue
            if self.rank[edge.elder] + 1 == self.rank[edge.younger]:
                raised.setdefault((edge.younger, edge.style), []).append(edge)
            else:
                self.links.append(Link(edge.elder, edge.younger, edge.kind, edge.rows))
        for (child, style), edges in raised.items():
            for group in self._together(edges):
                rows = tuple(row for edge in group for row in edge.rows)
                parents = tuple(sorted({edge.elder for edge in group}))
                found.setdefault(parents, []).append(Branch(child, style, rows))
        return found

    def _together(self, edges: list[Upward]) -> list[list[Upward]]:
        """Two who raise a child hang it between them; of three, the two who are a couple do, or the two first named."""
        of: dict[int, list[Upward]] = {}
        for edge in edges:
            of.setdefault(edge.elder, []).append(edge)
        elders = list(of)
        if len(elders) > 2:
            pairs = [(a, b) for n, a in enumerate(elders) for b in elders[n + 1 :]]
            pair = next((pair for pair in pairs if _pair(*pair) in self.couples), pairs[0])
            rest = [[elder] for elder in elders if elder not in pair]
            return [[edge for elder in group for edge in of[elder]] for group in (list(pair), *rest)]
        return [edges]

    def _place_the_rest(self) -> None:
        for edge in self.upward:
            if edge.style in HANGS:
                continue
            if self._follows(edge):
                self.implied += edge.rows
            else:
                self.links.append(Link(edge.elder, edge.younger, edge.kind, edge.rows))

    def _follows(self, edge: Upward) -> bool:
        """Whether the lines drawn already say it."""
        mine, theirs = self._up(edge.younger), self._up(edge.elder)
        if edge.kind in ("step_parent", "parents_partner"):
            return any(_pair(edge.elder, parent) in self.couples for parent in mine)
        if edge.kind in ("sibling", "half_sibling"):
            return bool(mine & theirs)
        if edge.kind == "aunt_uncle":
            return bool(self._up(*mine) & theirs)
        if edge.kind == "cousin":
            return bool(self._up(*mine) & self._up(*theirs))
        if edge.kind == "step_sibling":
            return any(_pair(a, b) in self.couples for a in mine for b in theirs)
        above = {edge.younger}
        for _ in range(edge.steps):
            above = self._up(*above)
        return edge.steps > 1 and edge.elder in above

    def _up(self, *people: int) -> set[int]:
        return {parent for one in people for parent in self.parents.get(one, ())}

    def _union(self, parents: tuple[int, ...], branches: list[Branch]) -> Union:
        rows = self.couples.get(parents, ()) if len(parents) == 2 else ()  # type: ignore[call-overload]
        state = couple_state(rows, self.day) if len(parents) == 2 else "alone"
        wed = any(row.kind in MARRIED for row in rows)
        return Union(parents, state, wed, rows, tuple(sorted(branches, key=self._by_age)))

    def _by_age(self, branch: Branch) -> tuple[bool, date, int]:
        child = self.there[branch.child]
        born = child.born.on if child.born else child.expected_on
        return born is None, born or date.max, child.id

    def _with_unnamed(self, unions: list[Union], centre: int) -> tuple[list[Union], dict[int, Someone]]:
        """A parent nobody has named stands beside the one who is known, as a question: for this child, and for
        brothers and sisters. It is never a relation: its line says so.
        """
        near = {centre} | {one for one, parents in self.parents.items() if parents & self.parents.get(centre, set())}
        extra: dict[int, Someone] = {}
        made: list[Union] = []
        for union in unions:
            asked = [b for b in union.children if len(union.parents) == 1 and self._lacks_a_parent(b, near)]
            rest = tuple(branch for branch in union.children if branch not in asked)
            if rest or not asked:
                made.append(replace(union, children=rest))
            if asked:
                unnamed = _unnamed(union, asked, self.there)
                extra[unnamed.id] = unnamed
                parents = (*union.parents, unnamed.id)
                made.append(replace(union, parents=parents, state="unnamed", children=tuple(asked)))
        return made, extra

    def _lacks_a_parent(self, branch: Branch, near: set[int]) -> bool:
        child = self.there[branch.child]
        one = len(self.parents.get(child.id, ())) == 1
        return branch.style == "born" and child.id in near and one and child.was_child(self.day)


def _unnamed(union: Union, children: Sequence[Branch], there: Mapping[int, Someone]) -> Someone:
    """A place for the parent nobody has named: which one, by the one who is."""
    known = there[union.parents[0]].shape
    who = {"circle": "Father", "square": "Mother"}.get(known, "Other parent")
    each = f"{who}{'s' if len(children) > 1 else ''} not recorded"
    return Someone(-min(branch.child for branch in children), each, name_held=False)


def couple_state(rows: Sequence[Relation], day: date) -> str:
    """How two people stand to each other on a day, by what is recorded: the newest that still holds, else the last."""
    if not rows:
        return "parents"
    lasting = [row for row in rows if not row.ended_by(day)]
    if lasting:
        return "married" if any(row.kind in MARRIED for row in lasting) else "together"
    last = max(rows, key=lambda row: (row.until or date.min, row.id))
    return {"divorced": "divorced", "died": "widowed", "separated": "separated"}.get(last.ended_as, "ended")
