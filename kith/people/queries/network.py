"""The map around a child, and what the family's own network offers."""

from datetime import date

from django.db.models import Q, QuerySet

from kith.people.models import MapPlace, Offer, Person, ServiceInstead


def places_on_map(child: Person, whose: str, day: date) -> list[MapPlace]:
    """What stood on the child's own map, or the worker's, on that day: nearest first, then as it was put."""
    standing = Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gt=day))
    places = MapPlace.objects.filter(standing, person=child, whose=whose).select_related("other")
    return list(places.order_by("ring", "kind", "pk"))


def map_place(pk: int) -> MapPlace | None:
    return MapPlace.objects.filter(pk=pk).first()


def offers_to(child: Person) -> QuerySet[Offer]:
    """Standing offers first, oldest first."""
    return Offer.objects.filter(person=child).order_by("-until_on", "from_on", "pk")


def offer(pk: int) -> Offer | None:
    return Offer.objects.filter(pk=pk).first()


def services_instead(child: Person) -> QuerySet[ServiceInstead]:
    return ServiceInstead.objects.filter(person=child, until_on=None).order_by("from_on", "pk")


def called_by(child: Person) -> dict[int, str]:
    """The child's own names for people: {Rose's id: "Nan"}."""
    places = MapPlace.objects.filter(person=child, whose="child", until_on=None).exclude(other=None)
    return {place.other_id: place.called for place in places}  # type: ignore[misc]
