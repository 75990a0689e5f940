"""Whom it is not safe to tell for now."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from kith.people.models import NotSafeToTell, Person


def not_safe_to_tell(people: Iterable[Person]) -> dict[int, NotSafeToTell]:
    """Of these people, by person: why not, who decided, when it is looked at again. One query."""
    rows = NotSafeToTell.objects.filter(person__in=list(people), ended_on=None).select_related("person")
    return {row.person_id: row for row in rows.order_by("pk")}


def telling_to_look_at(today: date) -> QuerySet[NotSafeToTell]:
    """Decisions not to tell somebody that are to be looked at again, the longest waiting first."""
    due = NotSafeToTell.objects.filter(ended_on=None, review_on__lte=today).select_related("person")
    return due.order_by("review_on", "pk")


def telling(pk: int) -> NotSafeToTell | None:
    return NotSafeToTell.objects.filter(pk=pk, ended_on=None).select_related("person").first()
