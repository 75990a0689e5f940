"""Support adults around a child have, or should have, in their own right."""

from django.db.models import F, QuerySet

from kith.people.models import AdultSupport, Person


def support_around(child: Person) -> QuerySet[AdultSupport]:
    """Open lines first, then those that ended last. One query."""
    lines = AdultSupport.objects.filter(person=child).select_related("other")
    return lines.order_by(F("ended_on").desc(nulls_first=True), "other__sort_key", "pk")


def adult_support(pk: int) -> AdultSupport | None:
    return AdultSupport.objects.filter(pk=pk).select_related("other").first()
