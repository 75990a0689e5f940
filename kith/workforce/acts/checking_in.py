"""A worker says how they are, when they want to, to whoever manages them; and gets an answer (users J5).

Nothing is worked out about anybody: it is shared by hand, taken back by hand, and counted nowhere (S4-24).
"""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Audience
from kith.directory.models import Staff
from kith.directory.queries import managers_of
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import needs_words
from kith.workforce.models import CheckIn

_MADE = "workforce.CheckIn"
_STAFF = frozenset({Audience.STAFF})


@act("{by} shared how they are with whoever manages them.", open_to=_STAFF, makes=_MADE)
def share_check_in(
    *, by: Actor, about: None = None, on: date, shared_with_id: int, how: str, words: str = ""
) -> CheckIn:
    """Read by the two and nobody else; words are not asked for. Raises Refused: no answer of the pack's list; somebody
    who does not manage the worker's team, or the worker themselves.
    """
    me = Staff.objects.filter(account_id=by.account_id).first()
    managers = managers_of(me.team_id) if me else []
    if shared_with_id == by.account_id or shared_with_id not in managers:
        raise Refused("It is shared with whoever manages your team.", field="shared_with_id")
    if how not in dict(packs.pack_for(settings.PACK, on).choices("check_in")):
        raise Refused("Say how it goes.", field="how")
    made = CheckIn(
        worker_id=by.account_id,
        worker_name=by.name,
        shared_with_id=shared_with_id,
        shared_with_name=Staff.objects.get(account_id=shared_with_id).name,
        how=how,
        words=words.strip(),
        shared_on=on,
    )
    made.save()
    return made


@act("{by} answered what a worker had shared.", open_to=_STAFF, makes=_MADE)
def answer_check_in(*, by: Actor, about: None = None, on: date, check_in: CheckIn, answer: str) -> CheckIn:
    """What is offered. Raises Refused: no words; answered already. NotYours: by anybody but whom it was shared with."""
    found = CheckIn.objects.filter(pk=check_in.pk, shared_with_id=by.account_id).first()
    if found is None:
        raise NotYours("answer_check_in: shared with somebody else.")
    if found.answered_on:
        raise Refused("You have answered it. The rest is for the two of you to talk about.")
    if needs_words(answer):
        raise Refused("Say what you offer, in a few words.", field="answer")
    found.answer, found.answered_on = answer.strip(), on
    found.save()
    return found


@act("{by} took back what they had shared.", open_to=_STAFF, makes=_MADE)
def take_back_check_in(*, by: Actor, about: None = None, on: date, check_in: CheckIn) -> CheckIn:
    """From then on it is the worker's alone to read. Raises NotYours: by anybody else."""
    found = CheckIn.objects.filter(pk=check_in.pk, worker_id=by.account_id).first()
    if found is None:
        raise NotYours("take_back_check_in: somebody else’s.")
    found.taken_back_on = found.taken_back_on or on
    found.save()
    return found
