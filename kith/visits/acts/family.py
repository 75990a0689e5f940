"""What the family says it will do, in its own hand or written down by a worker, and what became of it (N17)."""

from datetime import date, datetime

from django.db import connection

from kith.access import Actor, Audience, Right
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.models import FamilyPromise
from kith.words import needs_words


@act("{by} said what they will do for {about}.", family=True, makes="visits.FamilyPromise")
def say_as_family(
    *, by: Actor, about: Person, on: date, text: str, due_on: date, asks_for: datetime | None = None
) -> FamilyPromise:
    """A parent writes what they will do by a day, or asks us to come at a time; whoever leads the work is told. Raises
    Refused as below, and NotYours for anyone who is not of the family.
    """
    if by.audience != Audience.FAMILY:
        raise NotYours("say_as_family is for the family.")
    made = _made(about, on, by.today, text, due_on, asks_for)
    made.by_person_id, made.by_name, made.themselves = by.person_id, by.name, True
    made.save()
    _tell(about)
    return made


@act(
    "{by} wrote down what the family will do for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="visits.FamilyPromise",
)
def note_family_promise(
    *,
    by: Actor,
    about: Person,
    on: date,
    who: Person,
    text: str,
    due_on: date,
    asks_for: datetime | None = None,
) -> FamilyPromise:
    """The same, told to a worker. Raises Refused: nothing said, a day or a time already past."""
    made = _made(about, on, by.today, text, due_on, asks_for)
    made.by_person, made.by_name = who, who.called
    made.save()
    return made


def _made(about: Person, on: date, today: date, text: str, due_on: date, asks_for: datetime | None) -> FamilyPromise:
    if not text.strip():
        raise Refused("Write what it is.", field="text")
    if due_on < today:
        raise Refused("That day has passed. Give a day still to come.", field="due_on")
    return FamilyPromise(person=about, text=text.strip(), asks_for=asks_for, made_on=on, due_on=due_on)


# No `makes`: it changes a row and makes none.
@act("{by} said how something the family would do for {about} ended.", needs=Right.RECORD_ON_ANY_CHILD)
def end_family_promise(
    *, by: Actor, about: Person, on: date, promise: FamilyPromise, outcome: str, words: str = ""
) -> FamilyPromise:
    """Kept; changed and we were told; changed and not told; missed. All but kept need words, and nobody is blamed by
    them. Raises Refused: ended already, ended before it was made, no such ending, no words.
    """
    if outcome not in rules.OUTCOMES:
        raise Refused("Say how it ended.", field="outcome")
    if outcome != "kept" and needs_words(words):
        raise Refused("Say what happened instead.", field="words")
    return _end(promise, on, outcome, words)


@act("{by} said that something they would do for {about} has to change.", family=True)
def change_as_family(*, by: Actor, about: Person, on: date, promise: FamilyPromise, words: str) -> FamilyPromise:
    """A parent says that they cannot do it after all. Said before its day is over, that is notice; afterwards it is
    not. Raises Refused: ended already, no reason; NotYours for anyone but who said it.
    """
    if by.audience != Audience.FAMILY or promise.by_person_id != by.person_id:
        raise NotYours("change_as_family is for whoever said it.")
    if not words.strip():
        raise Refused("Say in a few words what has changed.", field="words")
    ended = _end(promise, on, "changed_told" if on <= promise.due_on else "changed_not_told", words)
    _tell(about)
    return ended


def _end(promise: FamilyPromise, on: date, outcome: str, words: str) -> FamilyPromise:
    if promise.outcome:
        raise Refused("This has ended already.")
    if on < promise.made_on:
        raise Refused("It cannot end before it was said.", field="on")
    promise.outcome, promise.outcome_words, promise.ended_on = outcome, words.strip(), on
    promise.save()
    return promise


def _tell(child: Person) -> None:
    """Whoever leads the work has a line about it on Today."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_family_said(%s)", [child.pk])
