"""What limits a child, the looks at their rights that were made or are owed, and the leaflet about them (S4-01.2)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet

from kith.access import Actor
from kith.people.models import Person, RightsCheck, RightsLeaflet


def restrictions_on(child: Person) -> QuerySet[RightsCheck]:
    """Those that stand, the owed ones first; then those that ended. One query."""
    rows = RightsCheck.objects.filter(person=child)
    return rows.order_by(F("ended_on").desc(nulls_first=True), F("checked_on").asc(nulls_first=True), "due_on", "pk")


def rights_check(pk: int) -> RightsCheck | None:
    return RightsCheck.objects.filter(pk=pk).first()


def rights_owed_by(actor: Actor) -> QuerySet[RightsCheck]:
    """Restrictions this worker wrote down and nobody has held against the child's rights yet, soonest due first."""
    return _owed().filter(owed_by_id=actor.account_id)


def rights_late(people: Iterable[int], today: date) -> QuerySet[RightsCheck]:
    """Of these children, the looks that are overdue."""
    return _owed().filter(person_id__in=list(people), due_on__lt=today)


def leaflets_given(child: Person) -> QuerySet[RightsLeaflet]:
    return RightsLeaflet.objects.filter(person=child).order_by("-given_on", "-pk")


def _owed() -> QuerySet[RightsCheck]:
    owed = RightsCheck.objects.filter(checked_on=None, ended_on=None)
    return owed.select_related("person").order_by("due_on", "pk")
