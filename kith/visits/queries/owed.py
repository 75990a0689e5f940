"""Promises made to children, and what is still to complete."""

from collections.abc import Iterable

from django.db.models import QuerySet

from kith.access import Actor
from kith.people.models import Person
from kith.visits.models import Promise, ToComplete


def promises_to(child: Person) -> QuerySet[Promise]:
    return Promise.objects.filter(person=child).order_by("outcome", "due_on", "pk")


def promises_by(actor: Actor) -> QuerySet[Promise]:
    """What this worker has promised and not yet ended, soonest first."""
    return (
        Promise.objects.filter(by_account_id=actor.account_id, outcome="")
        .select_related("person")
        .order_by("due_on", "pk")
    )


def promises_open(children: Iterable[Person]) -> dict[int, list[Promise]]:
    """What was promised each of these children and has not ended, soonest first, by child. One query."""
    found: dict[int, list[Promise]] = {}
    for row in Promise.objects.filter(person__in=list(children), outcome="").order_by("due_on", "pk"):
        found.setdefault(row.person_id, []).append(row)
    return found


def promise(pk: int) -> Promise | None:
    return Promise.objects.filter(pk=pk).select_related("person").first()


def gap(pk: int) -> ToComplete | None:
    around = ("person", "line__visit__occasion", "line__act", "line__person")
    return ToComplete.objects.filter(pk=pk).select_related(*around).first()


def gaps_of(visit_id: int) -> QuerySet[ToComplete]:
    """What one visit still lacks, whichever child it is about."""
    return _open_gaps().filter(line__visit_id=visit_id)


def gaps_about(child: Person) -> QuerySet[ToComplete]:
    return _open_gaps().filter(person=child)


def to_complete_by(actor: Actor) -> QuerySet[ToComplete]:
    """What this worker still owes to visits already saved."""
    return _open_gaps().filter(owed_by_id=actor.account_id)


def _open_gaps() -> QuerySet[ToComplete]:
    return ToComplete.objects.filter(completed_on=None).select_related("person", "line").order_by("due_on", "pk")
