"""Visits to come, and which children a visit may be to."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db import connection
from django.db.models import QuerySet

from kith.access import Actor, start_of
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.people.queries import Siblings, may_be_written
from kith.visits.models import PlannedVisit


def children_to_visit(actor: Actor, child: Person, siblings: Siblings, too: Collection[str] = ()) -> list[Person]:
    """This child, then the brothers and sisters with open work whom the actor may write about, oldest first; then
    those of other families whose references are in `too`. Two queries, and two more for other families.
    """
    others = [sibling for sibling, _ in siblings]
    worked_with = set(Spell.objects.filter(person__in=others, closed_on=None).values_list("person_id", flat=True))
    own = [child, *may_be_written([sibling for sibling in others if sibling.pk in worked_with], actor)]
    return own + [other for other in children_i_may_visit() if other.ref in too and other not in own] if too else own


def children_i_may_visit() -> list[Person]:
    """Every child with open work the reader may write about by a tie, by name, of whichever family. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute("select distinct person_id from my_ties where may_write")
        mine = [row[0] for row in cursor.fetchall()]
    worked_with = Spell.objects.filter(person__in=mine, closed_on=None).values("person_id")
    return list(Person.objects.filter(pk__in=worked_with).order_by("sort_key", "pk"))


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
    """Arranged with this child and neither made, moved nor called off: those whose time has passed come first."""
    return _to_come().filter(person=child).order_by("planned_for", "pk")


def planned(pk: int) -> PlannedVisit | None:
    return PlannedVisit.objects.filter(pk=pk).select_related("person", "act").first()


def moved_from(planned: PlannedVisit) -> PlannedVisit | None:
    """The visit this one took the place of. One query."""
    return PlannedVisit.objects.filter(replaced_by=planned).first()


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
    return PlannedVisit.objects.filter(visited=None, replaced_by=None, called_off_on=None)
