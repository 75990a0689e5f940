"""What children think of how we are with them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from kith.feedback.models.valued import Valued
from kith.people.models import Person


def valued_of(child: Person) -> QuerySet[Valued]:
    """What the child has answered, newest first."""
    return Valued.objects.filter(person=child).order_by("-said_on", "-pk")


def valued(pk: int) -> Valued | None:
    return Valued.objects.filter(pk=pk).first()


def valued_fully(children: Iterable[int], since: date) -> QuerySet[Valued]:
    """Of these children, who said the most there is to say, in words, since this day; newest first. One query."""
    said = Valued.objects.filter(person_id__in=children, score=5, said_on__gte=since).exclude(words="")
    return said.select_related("person").order_by("-said_on", "-pk")


def valued_to_follow_up() -> QuerySet[Valued]:
    """Low answers nobody has followed up, soonest due first."""
    return (
        Valued.objects.exclude(follow_up_by_on=None)
        .filter(followed_up_on=None)
        .select_related("person")
        .order_by("follow_up_by_on", "pk")
    )


def valued_in_all(children: Iterable[int]) -> list[int]:
    """The newest answer of each of these children, 1 to 5, with nobody's name (S0-06). One query."""
    rows = Valued.objects.filter(person_id__in=list(children)).order_by("person_id", "-said_on", "-pk")
    return [score for _, score in rows.distinct("person_id").values_list("person_id", "score")]
