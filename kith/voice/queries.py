"""What children said and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from kith.access import Actor
from kith.directory import queries as directory
from kith.people.models import Person
from kith.voice.models import SORTS, Answer, Wish, Words


@dataclass(frozen=True)
class Heard:
    """How much one child has said, and what is owed: telling of harm is counted, and never among the owed."""

    said: int
    answered: int
    owed: int
    late: int
    not_told: int  # answered, and the child does not know yet
    oldest_owed: date | None
    of_sort: dict[str, int]


def words_of(child: Person, sort: str = "") -> QuerySet[Words]:
    """Everything the child said, newest first, each with its wish and answer when it has them. One query."""
    found = Words.objects.filter(person=child).select_related("wish__answer", "act").order_by("-said_on", "-pk")
    return found.filter(sort=sort) if sort else found


def latest_words(child: Person) -> Words | None:
    """The newest words for the front page: a wish, worry or good thing, never a telling of harm."""
    return words_of(child).exclude(sort="harm").first()


def heard(child: Person, today: date) -> Heard:
    """The numbers at the top of the Voice page. One query."""
    owed = Q(wish__isnull=False, wish__answer=None)
    found = Words.objects.filter(person=child).aggregate(
        said=Count("pk"),
        answered=Count("wish__answer"),
        owed=Count("pk", filter=owed),
        late=Count("pk", filter=owed & Q(wish__answer_by_on__lt=today)),
        not_told=Count("pk", filter=Q(wish__answer__isnull=False, wish__answer__told_on=None)),
        oldest_owed=Min("said_on", filter=owed),
        **{f"sort_{code}": Count("pk", filter=Q(sort=code)) for code, _ in SORTS},
    )
    return Heard(of_sort={code: found.pop(f"sort_{code}") for code, _ in SORTS}, **found)


def wishes_owed(child: Person) -> QuerySet[Wish]:
    return _owed().filter(person=child)


def wishes_owed_by(actor: Actor) -> QuerySet[Wish]:
    """What this worker owes children an answer to, soonest due first."""
    return _owed().filter(owed_by_id=actor.account_id)


def wishes_late(today: date) -> QuerySet[Wish]:
    return _owed().filter(answer_by_on__lt=today)


def wish(pk: int) -> Wish | None:
    return Wish.objects.filter(pk=pk).select_related("words__act", "person", "answer").first()


def words(pk: int) -> Words | None:
    return Words.objects.filter(pk=pk).select_related("person", "act").first()


def answer(pk: int) -> Answer | None:
    return Answer.objects.filter(pk=pk).select_related("person", "wish__words__act").first()


def looked_since(child: Person, moment: datetime) -> list[dict[str, Any]]:
    """Who read this child's record from a moment on, the last to look first: name, times, last (design 7.14)."""
    looks = directory.looks_at(child.pk).filter(at__gte=moment, whole_record=True)
    people = looks.order_by().values("account_id", "name").annotate(times=Count("pk"), last=Max("at"))
    return [dict(row) for row in people.order_by("-last", "name")]


def _owed() -> QuerySet[Wish]:
    return Wish.objects.filter(answer=None).select_related("words", "person").order_by("answer_by_on", "pk")
