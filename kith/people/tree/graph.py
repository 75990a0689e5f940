"""What a family tree is made of once it is drawn: unions, the children who hang from them, lines of their own.

Couples stand first: a `Union` is one or two people with a line of their own and the children who hang from it, so that
half-brothers, step-families and several partners each keep to their own line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kith.people.rules.kin import HANGS, UPWARD
from kith.people.tree.people import Household, Relation, Someone


@dataclass(frozen=True)
class Upward:
    """One or more rows that say the same: `elder` is the parent, carer, aunt ... of `younger`."""

    elder: int
    younger: int
    kind: str
    rows: tuple[Relation, ...]

    @property
    def style(self) -> str:
        return UPWARD[self.kind][0]

    @property
    def steps(self) -> int:
        return UPWARD[self.kind][1]


@dataclass(frozen=True)
class Branch:
    """A child hanging from a union: how (born, adopted, fostered, cared_for) and the rows that say so."""

    child: int
    style: str
    rows: tuple[Relation, ...]


@dataclass(frozen=True)
class Union:
    """One or two people joined, and the children who hang from them.

    `state`: married, together, separated, divorced, widowed, ended; `parents` when all that is recorded is that they
    have a child; `alone` for one person; `unnamed` when the other is a parent nobody has named. `wed`: by marriage.
    """

    parents: tuple[int, ...]
    state: str
    wed: bool
    rows: tuple[Relation, ...]
    children: tuple[Branch, ...]

    @property
    def key(self) -> str:
        return "-".join(str(one) for one in self.parents)


@dataclass(frozen=True)
class Link:
    """A relation no bar can show: drawn as a line of its own with its name on it."""

    start: int
    end: int
    kind: str
    rows: tuple[Relation, ...]


@dataclass(frozen=True)
class Family:
    """The whole tree on one day. `implied`: relations that follow from lines drawn (a grandmother through a mother)."""

    day: date
    centre: int
    people: Mapping[int, Someone]
    rank: Mapping[int, int]
    unions: tuple[Union, ...]
    links: tuple[Link, ...]
    homes: tuple[Household, ...]
    implied: tuple[Relation, ...]
    ended: tuple[Relation, ...]  # true once, and no more on this day: told, not drawn

    def unions_of(self, person: int) -> list[Union]:
        return [union for union in self.unions if person in union.parents]

    def parents_of(self, person: int) -> dict[int, str]:
        """Parents and carers by how: {3: "born", 7: "fostered"}, those nobody has named apart."""
        hanging = {
            elder: branch.style
            for union in self.unions
            for branch in union.children
            if branch.child == person
            for elder in union.parents
            if elder > 0
        }
        linked = {link.start: UPWARD[link.kind][0] for link in self.links if link.end == person and raises(link.kind)}
        return {**linked, **hanging}


def raises(kind: str) -> bool:
    """Whether this kind of relation is that of a parent or carer."""
    return UPWARD.get(kind, ("", 0))[0] in HANGS
