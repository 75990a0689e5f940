"""What children said and what became of it."""

from datetime import date

from django.db.models import QuerySet

from kith.access import Actor
from kith.people.models import Person
from kith.voice.models import Answer, Wish, Words


def words_of(child: Person) -> QuerySet[Words]:
    """Everything the child said, newest first, each with its wish and answer when it has them. One query."""
    return Words.objects.filter(person=child).select_related("wish__answer", "act").order_by("-said_on", "-pk")


def latest_words(child: Person) -> Words | None:
    """The newest words for the front page: a wish, worry or good thing, never a telling of harm."""
    return words_of(child).exclude(sort="harm").first()


def wishes_owed(child: Person) -> QuerySet[Wish]:
    return _owed().filter(person=child)


def wishes_owed_by(actor: Actor) -> QuerySet[Wish]:
    """What this worker owes children an answer to, soonest due first."""
    return _owed().filter(owed_by_id=actor.account_id)


def wishes_late(today: date) -> QuerySet[Wish]:
    return _owed().filter(answer_by_on__lt=today)


def wish(pk: int) -> Wish | None:
    return Wish.objects.filter(pk=pk).select_related("words", "person", "answer").first()


def words(pk: int) -> Words | None:
    return Words.objects.filter(pk=pk).select_related("person").first()


def answer(pk: int) -> Answer | None:
    return Answer.objects.filter(pk=pk).select_related("person", "wish__words").first()


def _owed() -> QuerySet[Wish]:
    return Wish.objects.filter(answer=None).select_related("words", "person").order_by("answer_by_on", "pk")
