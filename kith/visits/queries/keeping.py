"""What was promised and arranged lately, to tell what became of it: by child, and by whoever promised it."""

from datetime import date

from django.db.models import Q, QuerySet

from kith.access import Actor, start_of
from kith.people.models import Person
from kith.visits.models import FamilyPromise, PlannedVisit, Promise


def arranged_with(child: Person, since: date) -> list[PlannedVisit]:
    """Every visit arranged with this child for this day or later, made, moved, called off or to come, and those before
    it that still are to come; newest first. One query.
    """
    open_still = Q(visited=None, replaced_by=None, called_off_on=None)
    rows = PlannedVisit.objects.filter(Q(planned_for__gte=start_of(since)) | open_still, person=child)
    return list(rows.select_related("replaced_by", "visited").order_by("-planned_for", "-pk"))


def arranged_by(actor: Actor, since: date) -> list[PlannedVisit]:
    """The same for one worker, each child counted: what was arranged with three was arranged with each."""
    rows = PlannedVisit.objects.filter(by_account_id=actor.account_id, planned_for__gte=start_of(since))
    return list(rows.select_related("person", "replaced_by").order_by("-planned_for", "-pk"))


def promised_by(actor: Actor, since: date) -> QuerySet[Promise]:
    """What this worker promised that was due on this day or later, ended or not."""
    rows = Promise.objects.filter(by_account_id=actor.account_id, due_on__gte=since)
    return rows.select_related("person").order_by("due_on", "pk")


def moved_for_family(people: list[Person], since: date) -> QuerySet[PlannedVisit]:
    """Visits we moved, with the time that took their place, for a parent's own page: what we owe them is "sorry"."""
    rows = PlannedVisit.objects.filter(
        person__in=people, moved_by="us", replaced_by__isnull=False, planned_for__gte=start_of(since)
    )
    return rows.select_related("replaced_by", "person").order_by("-planned_for", "person", "pk")


def said_by_family(children: list[Person]) -> QuerySet[FamilyPromise]:
    """What the family said it will do for these children, ended or not: for a worker all of it, for a parent their
    own. What is open comes first, soonest first.
    """
    return (
        FamilyPromise.objects.filter(person__in=children).select_related("person").order_by("outcome", "due_on", "pk")
    )


def family_promise(pk: int) -> FamilyPromise | None:
    return FamilyPromise.objects.filter(pk=pk).select_related("person").first()
