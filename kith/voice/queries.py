"""What children said and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Count, F, FilteredRelation, Max, Min, Q, QuerySet

from kith.access import Actor
from kith.directory import queries as directory
from kith.people.models import Person
from kith.record.models import AboutPerson
from kith.voice.models import SORTS, Answer, ChosenPerson, Citation, CornerLook, Drawing, Wish, Words

_WITH_WHAT_BECAME_OF_THEM = ("wish__answer", "wish__first_answer", "drawing", "act")
_STANDING = Q(instead=None)  # not put right since: words once put right are read with those that stand instead


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
    found = Words.objects.filter(_STANDING, person=child)
    found = found.select_related("instead_of", *_WITH_WHAT_BECAME_OF_THEM).defer("drawing__png")
    return (found.filter(sort=sort) if sort else found).order_by("-said_on", "-pk")


def on_the_front_page(child: Person, lines: Iterable[AboutPerson]) -> tuple[Words | None, dict[int, list[Words]]]:
    """The newest wish, worry or good thing; and, by row, the words these lines of one table rest on, as they stand
    today. Never a telling of harm: that a line rests on one is read where the line is written. One query.
    """
    standing = Words.objects.filter(_STANDING, person=child).exclude(sort="harm")
    newest = standing.order_by("-said_on", "-pk").values("pk")[:1]
    cited = Q(**{f"citations__{field}": value for field, value in _in_rows(lines).items()})
    found = Words.objects.annotate(cited=FilteredRelation("citations", condition=cited))
    found = found.filter(Q(pk__in=newest) | Q(cited__isnull=False), person=child).annotate(row=F("cited__row_id"))
    rows = list(found.select_related("wish__answer", "instead").order_by("said_on", "pk"))
    own = [words for words in rows if words.sort != "harm" and not hasattr(words, "instead")]
    beside = _by_row((words.row, words) for words in rows if words.row)
    quiet = {row: [words for words in said if words.sort != "harm"] for row, said in beside.items()}
    return (own[-1] if own else None), {row: said for row, said in quiet.items() if said}


def heard(child: Person, today: date) -> Heard:
    """The numbers at the top of the Voice page. One query."""
    owed = Q(wish__isnull=False, wish__answer=None)
    found = Words.objects.filter(_STANDING, person=child).aggregate(
        said=Count("pk"),
        answered=Count("wish__answer"),
        owed=Count("pk", filter=owed),
        late=Count("pk", filter=owed & Q(wish__answer_by_on__lt=today)),
        not_told=Count("pk", filter=Q(wish__answer__isnull=False, wish__answer__told_on=None)),
        oldest_owed=Min("said_on", filter=owed),
        **{f"sort_{code}": Count("pk", filter=Q(sort=code)) for code, _ in SORTS},
    )
    return Heard(of_sort={code: found.pop(f"sort_{code}") for code, _ in SORTS}, **found)


def quotable(child: Person, most: int = 6) -> list[Words]:
    """What something written about the child may rest on: the newest words that stand. One query."""
    return list(Words.objects.filter(_STANDING, person=child).exclude(text="").order_by("-said_on", "-pk")[:most])


def said_lately(child: Person, most: int = 4) -> list[Words]:
    """What a meeting about the child opens with: the newest words that stand, with their wishes and answers, and never
    a telling of harm. One query.
    """
    found = Words.objects.filter(_STANDING, person=child).exclude(sort="harm").select_related("wish__answer")
    return list(found.order_by("-said_on", "-pk")[:most])


def said_since(child: Person, day: date) -> list[Words]:
    """All that the child said on or after `day` and that stands, harm told too, in the order it was said. One query."""
    found = Words.objects.filter(_STANDING, person=child, said_on__gte=day).exclude(text="")
    return list(found.order_by("said_on", "pk"))


def before_a_meeting(child: Person, since: date) -> list[Words]:
    """The same for a meeting, the newest first: never a telling of harm, and with what was only picked. One query."""
    found = Words.objects.filter(_STANDING, person=child, said_on__gte=since).exclude(sort="harm")
    return list(found.order_by("-said_on", "-pk"))


def cited_in(rows: Iterable[AboutPerson]) -> dict[int, list[Words]]:
    """The child's words that each of these rows of one table rests on, as they stand today; by the row. One query."""
    rows = list(rows)
    if not rows:
        return {}
    cited = Citation.objects.filter(**_in_rows(rows)).select_related("words__instead").order_by("words__said_on", "pk")
    return _by_row((each.row_id, each.words) for each in cited)


def may_be_told(rows: Iterable[AboutPerson], whom: str) -> dict[int, list[str]]:
    """Of the words these rows of one table rest on, those the child said we may speak with `whom` (family, meeting)
    about: never a telling of harm, and never words nobody asked about (design 7.8). One query.
    """
    return {
        row: [each.in_words for each in said if each.sort != "harm" and whom in (each.may_tell or ()) and each.in_words]
        for row, said in cited_in(rows).items()
    }


def _in_rows(rows: Iterable[AboutPerson]) -> dict[str, Any]:
    rows = list(rows)
    # Never an empty list: Django would answer with nothing at all, the newest words neither.
    return {"row_table": rows[0]._meta.db_table if rows else "", "row_id__in": [row.pk for row in rows] or [0]}


def _by_row(cited: Iterable[tuple[int, Words]]) -> dict[int, list[Words]]:
    found: dict[int, list[Words]] = {}
    for row, words in cited:
        found.setdefault(row, []).append(as_it_stands(words))
    return found


def as_it_stands(words: Words) -> Words:
    """These words, or those that stand instead of them."""
    instead = getattr(words, "instead", None)
    return words if instead is None else as_it_stands(instead)


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
    found = Words.objects.filter(_STANDING, person=child).exclude(sort="harm")
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
