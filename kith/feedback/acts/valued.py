"""Asking a child whether they feel valued, and following up when they do not."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.feedback.models.valued import Valued
from kith.involvement import queries as involvement
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

LOW = 2


@act("{by} asked {about} whether they feel valued.", needs=Right.RECORD_ON_ANY_CHILD, makes="feedback.Valued")
def say_valued(*, by: Actor, about: Person, on: date, score: int, words: str = "") -> Valued:
    """A child's own answer, 1 to 5. Kept whoever asked; asked by the lead worker it does not count as asked by someone
    else. A 1 or 2 is owed a follow-up by someone who does not lead the work (S0-06). Raises Refused: no such number.
    """
    if not 1 <= score <= 5:
        raise Refused("Choose one of the five.", field="score")
    pack = packs.pack_for(settings.PACK, on)
    limit = pack.timescale("feeling-valued-follow-up").limit
    said = Valued(
        person=about,
        score=score,
        words=words.strip(),
        said_on=on,
        asked_by_id=by.account_id,
        asked_by_name=by.name,
        asked_by_lead=_leads(by, about),
        follow_up_by_on=limit.after(on, pack.calendar) if score <= LOW else None,
    )
    said.save()
    return said


@act("{by} talked with {about} about feeling valued.", needs=Right.RECORD_ON_ANY_CHILD, makes="feedback.Valued")
def follow_up_valued(*, by: Actor, about: Person, on: date, valued: Valued, what_was_done: str) -> Valued:
    """Raises Refused: not owed, done already, by the lead worker, or nothing said of what was done."""
    if valued.follow_up_by_on is None or valued.followed_up_on:
        raise Refused("Nothing is owed here any more.")
    if _leads(by, about):
        raise Refused("Someone who does not lead the work follows this up. Ask your manager who.")
    if needs_words(what_was_done):
        raise Refused("Say what came of it.", field="what_was_done")
    valued.followed_up_on, valued.followed_up_by, valued.what_was_done = on, by.name, what_was_done.strip()
    valued.save()
    return valued


def _leads(by: Actor, child: Person) -> bool:
    lead = involvement.leads_of([child]).get(child.pk)
    return lead is not None and lead.account_id == by.account_id
