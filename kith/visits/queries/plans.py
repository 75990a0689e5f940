"""Visits to come, and which children a visit may be to."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import connection
from django.db.models import QuerySet

from kith.access import Actor, start_of
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.people.queries import siblings_of
from kith.visits.models import PlannedVisit


def children_to_visit(actor: Actor, child: Person) -> list[Person]:
    """This child, then the brothers and sisters with open work whom the actor may write about, oldest first.

    A brother or sister closed to the reader is not there at all. Four queries.
    """
    siblings = {sibling.pk: sibling for sibling, _ in siblings_of(child)}
    worked_with = set(Spell.objects.filter(person_id__in=siblings, closed_on=None).values_list("person_id", flat=True))
    if not actor.may_record_on_any_child:
        worked_with &= _may_write_about(worked_with)
    return [child, *(sibling for pk, sibling in siblings.items() if pk in worked_with)]


def _may_write_about(people: Iterable[int]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("select person_id from my_ties where may_write and person_id = any(%s)", [list(people)])
        return {row[0] for row in cursor.fetchall()}


def coming_visits(actor: Actor, days: int = 7) -> QuerySet[PlannedVisit]:
    """Visits this worker has arranged from the start of today, for this many days."""
    start = start_of(actor.today)
    return (
        _to_come()
        .filter(by_account_id=actor.account_id, planned_for__gte=start, planned_for__lt=start + timedelta(days=days))
        .select_related("person")
        .order_by("planned_for", "person__sort_key")
    )


def next_visit(child: Person, actor: Actor) -> PlannedVisit | None:
    return _to_come().filter(person=child, planned_for__gte=actor.now).order_by("planned_for").first()


def visits_to_come(child: Person) -> QuerySet[PlannedVisit]:
    """Every visit arranged with this child and neither made nor moved: those whose time has passed come first."""
    return _to_come().filter(person=child).order_by("planned_for", "pk")


def planned(pk: int) -> PlannedVisit | None:
    return PlannedVisit.objects.filter(pk=pk).select_related("person").first()


def planned_on(children: Iterable[Person], day: date) -> dict[int, list[PlannedVisit]]:
    """What was arranged with each of these children for this day and has not happened yet, by child. One query."""
    found: dict[int, list[PlannedVisit]] = {}
    start = start_of(day)
    rows = _to_come().filter(
        person__in=list(children), planned_for__gte=start, planned_for__lt=start_of(day + timedelta(days=1))
    )
    for row in rows.order_by("planned_for", "pk"):
        found.setdefault(row.person_id, []).append(row)
    return found


def planned_together(planned: PlannedVisit) -> list[PlannedVisit]:
    """The same visit as it was arranged with brothers and sisters, this child's own apart."""
    return list(
        _to_come()
        .filter(act__occasion_id=planned.act.occasion_id, planned_for=planned.planned_for)
        .exclude(pk=planned.pk)
        .select_related("person")
        .order_by("pk")
    )


def _to_come() -> QuerySet[PlannedVisit]:
    return PlannedVisit.objects.filter(visited=None, replaced_by=None)
