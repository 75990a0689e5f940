"""What has been released, to whom."""

from django.db.models import QuerySet

from kith.access import Actor
from kith.people.models import Person
from kith.sharing.models import Release


def releases_about(child: Person) -> QuerySet[Release]:
    return Release.objects.filter(person=child).order_by("-released_on", "-pk")


def release(pk: int) -> Release | None:
    return Release.objects.filter(pk=pk).select_related("person").first()


def released_to(actor: Actor) -> QuerySet[Release]:
    """Copies released to the very person who is reading."""
    return Release.objects.filter(recipient_id=actor.person_id).select_related("person").order_by("-released_on", "-pk")
