"""What is told of a decision, to whom, in plain words: they read this and nothing else of it."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions.models import FOR, Decision, DecisionTold
from kith.people import queries as people
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act(
    "{by} released what is told of a decision about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="decisions.DecisionTold",
)
def tell_decision(*, by: Actor, about: Person, on: date, decision: Decision, audience: str, words: str) -> DecisionTold:
    """Raises Refused: to nobody, no words, a protected address in them (design 7.8), or a decision that is not
    finished: nobody is told what may yet change.
    """
    if audience not in dict(FOR):
        raise Refused("Choose who is told.", field="audience")
    if needs_words(words):
        raise Refused("Write what they are told, in plain words.", field="words")
    if decision.person_id != about.pk or decision.finished_on is None:
        raise Refused("This decision is not finished. Finish it before anyone is told.")
    must_be_fit(words, about, None, by, field="words")
    told = DecisionTold(
        person=about,
        decision=decision,
        audience=audience,
        words=words.strip(),
        thought_over=decision.shaped,
        told_by_name=by.name,
        told_on=on,
    )
    told.save()
    return told


def must_be_fit(words: str, about: Person, reader: Person | None, by: Actor, *, field: str) -> None:
    """Raises Refused when the words hold an address kept from the reader; from anybody, when it is not known who reads
    them (design 7.8).
    """
    kept = people.protected_strings([about], reader, by.today)
    if any(_plain(text) in _plain(words) for text in kept):
        raise Refused("These words hold an address that somebody must not learn. Take it out.", field=field)


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
