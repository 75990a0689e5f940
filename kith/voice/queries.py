"""What children said and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Min, Q, QuerySet

from kith.access import Actor
from kith.directory import queries as directory
from kith.people.models import Person
from kith.voice.models import SORTS, Answer, ChosenPerson, CornerLook, Drawing, Wish, Words

_WITH_WHAT_BECAME_OF_THEM = ("wish__answer", "wish__first_answer", "drawing", "act")


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
    """Everything the child said, newest first, each with its wish, answers and drawing when it has them. One query."""
    found = Words.objects.filter(person=child).select_related(*_WITH_WHAT_BECAME_OF_THEM).defer("drawing__png")
    return (found.filter(sort=sort) if sort else found).order_by("-said_on", "-pk")


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


def corner_words_waiting(actor: Actor) -> QuerySet[Words]:
    """What children whose work this worker leads said in their own corner, and were not yet told that we have."""
    mine = Words.objects.filter(person__leadworkers__account_id=actor.account_id, person__leadworkers__until_on=None)
    return mine.filter(own_hand__isnull=False, got_on=None).select_related("person").order_by("said_on", "pk")


def own_words(child: Person, *, corner_only: bool = False) -> QuerySet[Words]:
    """What a child reads of what they said, newest first, with what became of it: never the telling of harm, which
    others may see beside them. Without the log, of which a child knows only their own lines. One query.
    """
    found = Words.objects.filter(person=child).exclude(sort="harm")
    found = found.filter(own_hand__isnull=False) if corner_only else found
    with_answers = found.select_related("wish__answer", "wish__first_answer", "drawing").defer("drawing__png")
    return with_answers.order_by("-said_on", "-pk")


def cards_waiting(child: Person) -> QuerySet[Answer]:
    """Answers the child may read and has said nothing about yet, newest first."""
    ready = Answer.objects.filter(person=child, wish__isnull=False, reaction__in=["", "not_asked"])
    return ready.select_related("wish__words").order_by("-decided_on", "-pk")


def chosen_people(child: Person) -> QuerySet[ChosenPerson]:
    return ChosenPerson.objects.filter(person=child, until_on=None).order_by("pk")


def chosen_person(pk: int) -> ChosenPerson | None:
    return ChosenPerson.objects.filter(pk=pk, until_on=None).first()


def look_of(child: Person) -> CornerLook | None:
    return CornerLook.objects.filter(person=child).first()


def may_be_guided(child: Person) -> bool:
    """Not while an enquiry about the child is open: then nothing is asked, and free words stay (design 7.3)."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_guided(%s)", [child.pk])
        return bool(cursor.fetchone()[0])


def wishes_late(today: date) -> QuerySet[Wish]:
    return _owed().filter(answer_by_on__lt=today)


def wish(pk: int) -> Wish | None:
    return Wish.objects.filter(pk=pk).select_related("words__act", "person", "answer", "first_answer").first()


def words(pk: int) -> Words | None:
    return Words.objects.filter(pk=pk).select_related("person", "act").first()


def drawing(pk: int) -> Drawing | None:
    return Drawing.objects.filter(pk=pk).select_related("words", "person").first()


def answer(pk: int) -> Answer | None:
    """With the words it answers, whether it stands or stood aside."""
    found = Answer.objects.filter(pk=pk).select_related("person", "wish__words__act", "first_for__words__act")
    return found.first()


def looked_since(child: Person, moment: datetime) -> list[dict[str, Any]]:
    """Who read this child's record from a moment on, the last to look first: name, times, last (design 7.14)."""
    looks = directory.looks_at(child.pk).filter(at__gte=moment, whole_record=True)
    people = looks.order_by().values("account_id", "name").annotate(times=Count("pk"), last=Max("at"))
    return [dict(row) for row in people.order_by("-last", "name")]


def _owed() -> QuerySet[Wish]:
    return Wish.objects.filter(answer=None).select_related("words", "person").order_by("answer_by_on", "pk")
