"""What children think of how we are with them."""

from django.db.models import QuerySet

from kith.feedback.models import Valued
from kith.people.models import Person


def valued_of(child: Person) -> QuerySet[Valued]:
    """What the child has answered, newest first."""
    return Valued.objects.filter(person=child).order_by("-said_on", "-pk")


def valued(pk: int) -> Valued | None:
    return Valued.objects.filter(pk=pk).first()


def valued_to_follow_up() -> QuerySet[Valued]:
    """Low answers nobody has followed up, soonest due first."""
    return (
        Valued.objects.exclude(follow_up_by_on=None)
        .filter(followed_up_on=None)
        .select_related("person")
        .order_by("follow_up_by_on", "pk")
    )
