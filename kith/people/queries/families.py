"""Who belongs to a child. Brothers, sisters and half-siblings are worked out from parents, never typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet

from kith import packs
from kith.access import Actor
from kith.calendar import PartDate
from kith.people import rules
from kith.people.models import MapPlace, ParentalResponsibility, Person, Relationship
from kith.people.queries.homes import household_of
from kith.people.rules import PARENTS


class _HasKey(Protocol):
    @property
    def pk(self) -> int: ...


Anyone = TypeVar("Anyone", bound=_HasKey)  # a person, or one as a tree knows them
Siblings = list[tuple[Person, str]]  # each with the pack's code of what they are to the child


@dataclass(frozen=True)
class FamilyMember:
    """One person of the child's family: how they are related, since when, who says so, and whether they may decide."""

    person: Person
    relation: str  # the pack's code of what they are to the child
    since: PartDate | None = None
    until: date | None = None
    source: str = ""
    responsible: bool = False
    acquired: str = ""  # how parental responsibility came about, the pack's code
    lives_with: bool = False
    matters: bool = False  # the child says so
    ended_as: str = ""
    relationship_id: int | None = None  # none for what is worked out

    @property
    def is_parent(self) -> bool:
        return self.relation in PARENTS and self.until is None


def family_of(
    child: Person, today: date, at_home: Iterable[Person] | None = None, siblings: Siblings | None = None
) -> list[FamilyMember]:
    """Everyone recorded as belonging to the child, parents first, then as they were recorded, then brothers and
    sisters. Four queries whatever the size of the family; fewer when who lives `at_home` or the `siblings` are known.
    """
    home = {p.pk for p in (household_of(child, today) if at_home is None else at_home)}
    held = {h.holder_id: h.acquired for h in who_may_decide(child, today)}
    rows = Relationship.objects.filter(Q(person=child) | Q(other=child)).select_related("person", "other")
    pack = packs.pack_for(settings.PACK, today)
    named = [_member(child, r, pack, held, home) for r in rows.order_by("pk")]
    named.sort(key=lambda m: (m.until is not None, m.relation not in PARENTS))
    return named + [
        FamilyMember(person=p, relation=relation, lives_with=p.pk in home)
        for p, relation in (siblings_of(child) if siblings is None else siblings)
    ]


def _member(child: Person, row: Relationship, pack: packs.Pack, held: dict[int, str], home: set[int]) -> FamilyMember:
    """A row tells what `other` is to `person`: read from the other end it is the inverse."""
    outward = row.person_id == child.pk
    person = row.other if outward else row.person
    return FamilyMember(
        person=person,
        relation=row.kind if outward else rules.inverse(pack, row.kind),
        since=PartDate(row.from_on, row.from_precision) if row.from_on else None,
        until=row.until_on,
        source=row.source,
        responsible=person.pk in held,
        acquired=held.get(person.pk, ""),
        lives_with=person.pk in home,
        matters=row.child_says_matters and outward,
        ended_as=row.ended_as,
        relationship_id=row.pk,
    )


def relationship(pk: int) -> Relationship | None:
    """One that somebody wrote down, with both its people. None when either is closed to the reader."""
    return Relationship.objects.filter(pk=pk).select_related("person", "other").first()


def known_nearby(child: Person, family: Sequence[FamilyMember], household: Iterable[Person]) -> list[Person]:
    """People who may well belong to the child and are not recorded as doing so: who lives there, and the parents of
    brothers and sisters. One query.
    """
    related = {member.person.pk for member in family} | {child.pk}
    siblings = [member.person.pk for member in family if member.relation in rules.WORKED_OUT]
    parents = Relationship.objects.filter(person_id__in=siblings, kind__in=PARENTS).select_related("other")
    near = [*household, *(row.other for row in parents.order_by("pk"))]
    return [person for person in dict.fromkeys(near) if person.pk not in related]


def siblings_of(child: Person) -> Siblings:
    """Brothers and sisters: (person, "sibling" or "half_sibling"), oldest first. One query."""
    own = Relationship.objects.filter(person=child, kind="parent").values("other_id")
    with_a_parent_of_mine = Relationship.objects.filter(other_id__in=own, kind="parent").values("person_id")
    parents: dict[Person, set[int]] = {}
    for row in Relationship.objects.filter(person_id__in=with_a_parent_of_mine, kind="parent").select_related("person"):
        parents.setdefault(row.person, set()).add(row.other_id)
    mine = parents.pop(child, set())
    found = [(person, rules.closeness(mine, theirs)) for person, theirs in parents.items()]
    return sorted(found, key=lambda pair: (pair[0].born_on or date.max, pair[0].pk))


def siblings_of_each(people: Iterable[Person]) -> dict[int, list[Person]]:
    """The same of several people at once, oldest first and whatever the closeness, by the person's id. Two queries."""
    parents: dict[int, set[int]] = {}
    for child, parent in Relationship.objects.filter(person__in=list(people), kind="parent").values_list(
        "person_id", "other_id"
    ):
        parents.setdefault(child, set()).add(parent)
    everyone = set().union(*parents.values())
    rows = Relationship.objects.filter(other_id__in=everyone, kind="parent").select_related("person")
    children = [(row.other_id, row.person) for row in rows.order_by("person__born_on", "person_id")]
    return {
        child: list(dict.fromkeys(one for parent, one in children if parent in mine and one.pk != child))
        for child, mine in parents.items()
    }


def who_may_decide(child: Person, today: date) -> list[ParentalResponsibility]:
    """Everyone holding parental responsibility today."""
    return [
        held
        for held in ParentalResponsibility.objects.filter(person=child).select_related("holder").order_by("pk")
        if held.until_on is None or held.until_on > today
    ]


def may_be_written(people: Iterable[Person], by: Actor) -> list[Person]:
    """Those among these people whose record this actor may write, by a tie or a right. One query at most."""
    return _among(people, by, "select person_id from my_ties where may_write and person_id = any(%s)")


def may_be_described(people: Iterable[Anyone], by: Actor) -> list[Anyone]:
    """Those this actor may say who they are and where they live of: the parents and the household of a child they work
    with besides. Staff only. One query at most.
    """
    return _among(people, by, _DESCRIBED)


def is_around_mine(person: Person) -> bool:
    """Whether the account in force works with a child this person is a parent of, or lives with. Staff only."""
    with connection.cursor() as cursor:
        cursor.execute("select 1 from around_mine where person_id = %s", [person.pk])
        return cursor.fetchone() is not None


_DESCRIBED = """select mine.person_id from (
  select person_id from my_ties where may_write union select person_id from around_mine
) mine where mine.person_id = any(%s)"""


def _among(people: Iterable[Anyone], by: Actor, query: str) -> list[Anyone]:
    asked = list(people)
    if by.may_record_on_any_child:
        return asked
    with connection.cursor() as cursor:
        cursor.execute(query, [[p.pk for p in asked]])
        mine = {row[0] for row in cursor.fetchall()}
    return [p for p in asked if p.pk in mine]


def who_matters(child: Person) -> set[int]:
    """People the child says matter to them, and those very close on the child's own map. One query."""
    said = Relationship.objects.filter(person=child, child_says_matters=True, until_on=None).values_list("other_id")
    return {row[0] for row in said.union(_very_close(child))}


def very_close(child: Person) -> set[int]:
    """Those very close on the child's own map: to a parent, those the child lets them see there. One query."""
    return {row[0] for row in _very_close(child)}


def _very_close(child: Person) -> QuerySet[MapPlace, tuple[int | None, ...]]:
    near = MapPlace.objects.filter(person=child, whose="child", ring=1, until_on=None).exclude(other=None)
    return near.values_list("other_id")
