"""Visits made and to come, promises, and what is still to complete."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from kith.access import Actor
from kith.people.models import Person
from kith.visits import rules
from kith.visits.models import ChildLine, PlannedVisit, Promise, ToComplete


@dataclass(frozen=True)
class LastSeen:
    """When the child was last seen, last seen alone, last tried."""

    seen_on: date | None
    alone_on: date | None
    tried_on: date | None


def visits_to(child: Person) -> QuerySet[ChildLine]:
    """This child's own lines, newest first, each with the shared facts and its gaps. Two queries."""
    return (
        ChildLine.objects.filter(person=child)
        .select_related("visit__occasion", "act")
        .prefetch_related("gaps")
        .order_by("-visited_on", "-pk")
    )


def last_seen(child: Person) -> LastSeen:
    """Only a visit that counts counts: the doorstep and a screen do not (design 7.6). One query."""
    rows = (
        ChildLine.objects.filter(person=child)
        .order_by("-visited_on")
        .values_list("visited_on", "seen", "alone", "mode")
    )
    counted = [r for r in rows if r[1] and r[3] not in rules.NOT_COUNTED]
    return LastSeen(
        seen_on=counted[0][0] if counted else None,
        alone_on=next((r[0] for r in counted if r[2] == "alone"), None),
        tried_on=next((r[0] for r in rows if not r[1]), None),
    )


def attempts_since_seen(child: Person) -> int:
    """How many visits running have ended without the child being seen."""
    n = 0
    for seen in ChildLine.objects.filter(person=child).order_by("-visited_on", "-pk").values_list("seen", flat=True):
        if seen:
            return n
        n += 1
    return n


def promises_to(child: Person) -> QuerySet[Promise]:
    return Promise.objects.filter(person=child).order_by("outcome", "due_on", "pk")


def promises_by(actor: Actor) -> QuerySet[Promise]:
    """What this worker has promised and not yet ended, soonest first."""
    return (
        Promise.objects.filter(by_account_id=actor.account_id, outcome="")
        .select_related("person")
        .order_by("due_on", "pk")
    )


def promise(pk: int) -> Promise | None:
    return Promise.objects.filter(pk=pk).select_related("person").first()


def coming_visits(actor: Actor, days: int = 7) -> QuerySet[PlannedVisit]:
    """Visits this worker has arranged from the start of today, for this many days."""
    start = actor.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        PlannedVisit.objects.filter(
            by_account_id=actor.account_id,
            visited=None,
            replaced_by=None,
            planned_for__gte=start,
            planned_for__lt=start + timedelta(days=days),
        )
        .select_related("person")
        .order_by("planned_for", "person__sort_key")
    )


def next_visit(child: Person, actor: Actor) -> PlannedVisit | None:
    return (
        PlannedVisit.objects.filter(person=child, visited=None, replaced_by=None, planned_for__gte=actor.now)
        .order_by("planned_for")
        .first()
    )


def planned(pk: int) -> PlannedVisit | None:
    return PlannedVisit.objects.filter(pk=pk).select_related("person").first()


def gap(pk: int) -> ToComplete | None:
    return ToComplete.objects.filter(pk=pk).select_related("person", "line").first()


def to_complete_by(actor: Actor) -> QuerySet[ToComplete]:
    """What this worker still owes to visits already saved."""
    return (
        ToComplete.objects.filter(owed_by_id=actor.account_id, completed_on=None)
        .select_related("person", "line")
        .order_by("due_on", "pk")
    )


def no_access_running(children: list[int], today: date) -> list[ChildLine]:
    """For a manager: the latest line of each of these children who was not seen when last visited."""
    latest = (
        ChildLine.objects.filter(person_id__in=children)
        .order_by("person_id", "-visited_on", "-pk")
        .distinct("person_id")
    )
    return [
        line
        for line in latest.select_related("person", "visit__occasion")
        if not line.seen and line.visited_on > today - timedelta(days=60)
    ]
