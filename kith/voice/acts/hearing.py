"""Writing down what a child said, and saying to the child that we have it."""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.voice import rules
from kith.voice.models import Drawing, Wish, Words


def keep_words(
    *,
    by: Actor,
    person: Person,
    on: date,
    sort: str,
    text: str,
    way: str = "spoken",
    where: str = "",
    there: str = "",
    heard_by: str = "",
    question_asked: str = "",
    checked_back: bool | None = None,
    instead_of: Words | None = None,
    owed_by_id: int | None = None,
    owed_by_name: str = "",
) -> Words:
    """The child's words, verbatim, inside whichever act heard them (a visit, a meeting). A wish or a worry is owed an
    answer from this moment (S0-02, S3-03); telling of harm is not (design 7.3). `heard_by`: whoever heard them, when it
    was not who writes them down. Raises Refused: empty words, or a sort there is none of.
    """
    pack = packs.pack_for(settings.PACK, on)
    if not text.strip():
        raise Refused("Write the child's own words.", field="text")
    if sort not in dict(pack.choices("words_kind")):
        raise Refused("Choose what kind of words these are.", field="sort")
    words = Words(
        person=person,
        sort=sort,
        text=text,
        said_on=on,
        way=way,
        where=where,
        there=there,
        heard_by=heard_by or by.name,
        instead_of=instead_of,
        question_asked=question_asked if sort == "harm" else "",
        checked_back=checked_back,
    )
    words.save()
    if instead_of is None or not carry_on_waiting(instead_of, words):
        owe_answer(words, owed_by_id or by.account_id, owed_by_name or by.name)
    return words


def carry_on_waiting(first: Words, words: Words) -> bool:
    """A wish that waits for its answer waits on, for the words that now stand and by the same day. Whether it did."""
    wish = Wish.objects.filter(words=first, answer=None).first()
    if wish is None or not rules.is_owed_an_answer(words.sort):
        return False
    wish.words = words
    wish.save()
    return True


def owe_answer(words: Words, owed_by_id: int | None, owed_by_name: str) -> None:
    """A wish or a worry begins to wait for its answer; nothing else does."""
    if not rules.is_owed_an_answer(words.sort):
        return
    Wish(
        person=words.person,
        words=words,
        owed_by_id=owed_by_id,
        owed_by_name=owed_by_name,
        answer_by_on=answer_by(words.said_on),
    ).save()


def answer_by(asked_on: date) -> date:
    """The day an answer is owed by, under the pack in force."""
    pack = packs.pack_for(settings.PACK, asked_on)
    return pack.timescale("answer-wish").limit.after(asked_on, pack.calendar)


@act("{by} wrote down what {about} said.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="voice.Words")
def write_down_words(*, by: Actor, about: Person, on: date, sort: str, text: str, **how: Any) -> Words:
    """Words heard outside a visit; `how` is the rest of what `keep_words` takes. Raises Refused."""
    return keep_words(by=by, person=about, on=on, sort=sort, text=text, **how)


@act("{by} told {about} that we have what was said.", needs=Right.RECORD_ON_ANY_CHILD, makes="voice.Words")
def receive_words(*, by: Actor, about: Person, on: date, words: Words) -> Words:
    """A receipt to the child for words of their own corner (design 7.12). Raises Refused: given already, or another
    child's words.
    """
    if words.person_id != about.pk or not words.from_corner:
        raise Refused("These words are not from this child's corner.")
    if words.got_on:
        raise Refused(f"{words.got_by} has told {about} already.")
    words.got_on, words.got_by = on, by.name
    words.save()
    return words


@act("{by} wrote down what {about}'s drawing shows.", needs=Right.RECORD_ON_ANY_CHILD, makes="voice.Drawing")
def say_what_it_shows(*, by: Actor, about: Person, on: date, drawing: Drawing, text: str) -> Drawing:
    """The twin in words of a drawing that came without any, as the child says it. Raises Refused: empty, or the child
    has said it already.
    """
    if drawing.person_id != about.pk or drawing.shows:
        raise Refused("It is written already what this drawing shows.")
    if not text.strip():
        raise Refused("Ask what it shows, and write it as it is said.", field="text")
    drawing.shows, drawing.shows_by = text.strip(), by.name
    drawing.save()
    return drawing
