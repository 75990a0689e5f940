"""Addresses kept from named people: what stands, and what somebody asks to end."""

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.access import Actor
from kith.people.models import AddressProtection, Person
from kith.people.queries.homes import CLOSED


def protections_of(child: Person) -> list[AddressProtection]:
    """Every standing protection of this child's, each with `from_name`. One query."""
    return list(_standing().filter(person=child))


def kept_from(child: Person) -> list[Person]:
    """Whoever a home of this child's is kept from, where their record is open to the reader. One query."""
    standing = AddressProtection.objects.filter(person=child, ended_on=None).values("from_person_id")
    return list(Person.objects.filter(pk__in=standing).order_by("pk"))


def living_away_from(person: Person) -> list[Person]:
    """Whose home is kept from this person, as far as the reader may see it. One query."""
    rows = AddressProtection.objects.filter(from_person=person, ended_on=None).select_related("person")
    return list({row.person_id: row.person for row in rows.order_by("pk")}.values())


def protection(pk: int) -> AddressProtection | None:
    return _standing().filter(pk=pk).first()


def kept_together(protection: AddressProtection) -> list[AddressProtection]:
    """The same address kept from the same person, for each of those it protects: this one first. One query."""
    rows = _standing().filter(address_id=protection.address_id, from_person_id=protection.from_person_id)
    return sorted(rows, key=lambda row: row.pk != protection.pk)


def endings_to_answer(actor: Actor) -> list[AddressProtection]:
    """Protections somebody else asks to end, the longest waiting first. One query."""
    asked = _standing().filter(end_asked_on__isnull=False).exclude(end_asked_by_id=actor.account_id)
    return list(asked.order_by("end_asked_on", "pk"))


def _standing() -> QuerySet[AddressProtection]:
    """`from_name` is looked up apart: a join would drop the row when that person's record is closed to the reader."""
    name = Subquery(Person.objects.filter(pk=OuterRef("from_person_id")).values("called")[:1])
    rows = AddressProtection.objects.filter(ended_on=None).select_related("person")
    return rows.annotate(from_name=Coalesce(name, Value(CLOSED))).order_by("address_id", "from_person_id", "pk")
