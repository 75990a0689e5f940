"""Whom it is not safe to tell for now."""

from collections.abc import Iterable

from kith.people.models import NotSafeToTell, Person


def not_safe_to_tell(people: Iterable[Person]) -> dict[int, NotSafeToTell]:
    """Of these people, by person: why not, who decided, when it is looked at again. One query."""
    rows = NotSafeToTell.objects.filter(person__in=list(people), ended_on=None).select_related("person")
    return {row.person_id: row for row in rows.order_by("pk")}


def telling(pk: int) -> NotSafeToTell | None:
    return NotSafeToTell.objects.filter(pk=pk, ended_on=None).select_related("person").first()
