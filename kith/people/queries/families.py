"""Who belongs to a child. Brothers, sisters and half-siblings are worked out from parents, never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kith.people.models import ParentalResponsibility, Person, Relationship, Residence


@dataclass(frozen=True)
class FamilyMember:
    """One person of the child's family: how they are related, since when, who says so, and whether they may decide."""

    person: Person
    relation: str
    since: date | None = None
    until: date | None = None
    source: str = ""
    responsible: bool = False
    lives_with: bool = False


def family_of(child: Person, today: date) -> list[FamilyMember]:
    """Everyone recorded as belonging to the child, closest first. Five queries whatever the size of the family."""
    own = list(Relationship.objects.filter(person=child).select_related("other").order_by("kind", "pk"))
    responsible = set(_responsible_ids(child, today))
    at_home = {p.pk for p in household_of(child, today)}
    members = [
        FamilyMember(
            person=r.other,
            relation=r.kind,
            since=r.from_on,
            until=r.until_on,
            source=r.source,
            responsible=r.other_id in responsible,
            lives_with=r.other_id in at_home,
        )
        for r in own
    ]
    return members + [
        FamilyMember(person=p, relation=relation, lives_with=p.pk in at_home) for p, relation in siblings_of(child)
    ]


def siblings_of(child: Person) -> list[tuple[Person, str]]:
    """Brothers and sisters: (person, "sibling" or "half_sibling"), oldest first. Two queries."""
    parents = set(Relationship.objects.filter(person=child, kind="parent").values_list("other_id", flat=True))
    shared: dict[int, list[Relationship]] = {}
    for r in (
        Relationship.objects.filter(other_id__in=parents, kind="parent").exclude(person=child).select_related("person")
    ):
        shared.setdefault(r.person_id, []).append(r)
    found = [(rows[0].person, _closeness(rows, parents)) for rows in shared.values()]
    return sorted(found, key=lambda pair: (pair[0].born_on or date.max, pair[0].pk))


def household_of(child: Person, today: date) -> list[Person]:
    """Who lives at the child's home today, the child apart."""
    homes = Residence.objects.filter(live_on(today), person=child, kind="home").values("address_id")
    return list(
        Person.objects.filter(
            residences__in=Residence.objects.filter(live_on(today), address_id__in=homes, kind="home")
        )
        .exclude(pk=child.pk)
        .order_by("born_on", "pk")
    )


def who_may_decide(child: Person, today: date) -> list[ParentalResponsibility]:
    """Everyone holding parental responsibility today."""
    return [
        held
        for held in ParentalResponsibility.objects.filter(person=child).select_related("holder").order_by("pk")
        if held.until_on is None or held.until_on > today
    ]


def _responsible_ids(child: Person, today: date) -> Iterable[int]:
    return (held.holder_id for held in who_may_decide(child, today))


def _closeness(rows: list[Relationship], parents: set[int]) -> str:
    return "sibling" if len(parents) > 1 and {r.other_id for r in rows} >= parents else "half_sibling"


def live_on(day: date) -> Q:
    """Residences that held on this day."""
    return Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gt=day))
