"""Visits to come, and which children a visit may be to."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from kith.access import Actor, start_of
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.people.queries import Siblings, may_be_written
from kith.visits.models import PlannedVisit


def children_to_visit(actor: Actor, child: Person, siblings: Siblings) -> list[Person]:
    """This child, then the brothers and sisters with open work whom the actor may write about, oldest first. Two
    queries.
    """
    others = [sibling for sibling, _ in siblings]
    worked_with = set(Spell.objects.filter(person__in=others, closed_on=None).values_list("person_id", flat=True))
    return [child, *may_be_written([sibling for sibling in others if sibling.pk in worked_with], actor)]


def coming_visits(actor: Actor) -> tuple[list[PlannedVisit], list[PlannedVisit]]:
    """Visits this worker has arranged for today, and for the six days after it. One query."""
    start = start_of(actor.today)
    found = _to_come().filter(
        by_account_id=actor.account_id, planned_for__gte=start, planned_for__lt=start + timedelta(days=7)
    )
    rows = list(found.select_related("person").order_by("planned_for", "person__sort_key"))
    tomorrow = start + timedelta(days=1)
    return [visit for visit in rows if visit.planned_for < tomorrow], [v for v in rows if v.planned_for >= tomorrow]


def next_visits(children: Iterable[Person], actor: Actor) -> dict[int, PlannedVisit]:
    """The next visit arranged with each of these children, by child; without those there is none for. One query."""
    coming = _to_come().filter(person__in=list(children), planned_for__gte=actor.now)
    return {visit.person_id: visit for visit in coming.order_by("person", "planned_for", "pk").distinct("person")}


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
