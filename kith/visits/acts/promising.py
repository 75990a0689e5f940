"""What we said we would do for a child, and what became of it."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.models import Promise
from kith.visits.rules import Promised
from kith.words import needs_words


@act("{by} promised something to {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="visits.Promise")
def promise(*, by: Actor, about: Person, on: date, text: str, due_on: date | None = None) -> Promise:
    """Something we said we would do, by a day (S0-15). Raises Refused: empty, or due before it was made."""
    if not text.strip():
        raise Refused("Write what was promised.", field="text")
    if due_on and due_on < on:
        raise Refused("A promise cannot be due before it was made.", field="due_on")
    return keep_promise(by, about, on, Promised(text, due_on))


def keep_promise(by: Actor, person: Person, on: date, promised: Promised) -> Promise:
    """Inside whichever act made it. Without a day it is due by the next time the family hears from us."""
    pack = packs.pack_for(settings.PACK, on)
    promise = Promise(
        person=person,
        text=promised.text,
        by_account_id=by.account_id,
        by_name=by.name,
        made_on=on,
        due_on=promised.due_on or pack.due("next-contact", on),
    )
    promise.save()
    return promise


# No `makes`: it changes a row and makes none, so a second sending is answered with the occasion.
@act("{by} said how a promise to {about} ended.", needs=Right.RECORD_ON_ANY_CHILD, story=True)
def end_promise(*, by: Actor, about: Person, on: date, promise: Promise, outcome: str, words: str = "") -> Promise:
    """Kept; changed and the family told; changed and not told; missed. All but kept need words. Raises Refused: ended
    already, ended before it was made, no such ending, no words.
    """
    if promise.outcome:
        raise Refused("This promise has ended already.")
    if on < promise.made_on:
        raise Refused("A promise cannot end before it was made.", field="on")
    if outcome not in rules.OUTCOMES:
        raise Refused("Say how the promise ended.", field="outcome")
    if outcome != "kept" and needs_words(words):
        raise Refused("Say what happened instead.", field="words")
    promise.outcome, promise.outcome_words = outcome, words
    promise.kept_on = on if outcome == "kept" else None
    promise.save()
    return promise
