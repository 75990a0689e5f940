"""Saying that it is not safe to tell somebody, for now, and that it is safe again (design 7.4)."""

from datetime import date, timedelta

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import NotSafeToTell, Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording
from kith.words import needs_words

LOOK_AGAIN = timedelta(days=28)  # unless another day is given
# Says nothing to anyone who may be told of the act and not of its reason.
_LOOKED = "{by} looked at how people around {about} are told of things."


@act(_LOOKED, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="people.NotSafeToTell")
def say_not_safe_to_tell(
    *,
    by: Actor,
    about: Person,
    on: date,
    person: Person,
    reason: str,
    because: str,
    decided_by: str,
    review_on: date | None = None,
) -> NotSafeToTell:
    """Learnt in work with `about`, a child; it stands for the person, whichever child a letter would be about. Stops
    letters, invitations and calendar entries. Raises Refused: no reason of the pack's, no words, nobody who decided
    it, a review day gone by, said already.
    """
    if reason not in dict(packs.pack_for(settings.PACK, on).choices("not_safe_to_tell")):
        raise Refused("Choose why it is not safe.", field="reason")
    if needs_words(because):
        raise Refused("Say what could happen if they were told.", field="because")
    if not decided_by.strip():
        raise Refused("Say who decided this.", field="decided_by")
    if review_on and review_on <= by.today:
        raise Refused("Give a day still to come to look at this again.", field="review_on")
    if NotSafeToTell.objects.filter(person=person, ended_on=None).exists():
        raise Refused(f"This is said of {person.called} already. End it first to say it anew.", field="person")
    if person != about:
        current_recording().add(person)
    telling = NotSafeToTell(
        person=person,
        reason=reason,
        because=because.strip(),
        decided_by=decided_by.strip(),
        from_on=on,
        review_on=review_on or on + LOOK_AGAIN,
    )
    telling.save()
    return telling


# No `makes`: it changes a row and makes none, so a second sending is answered with the occasion.
@act(_LOOKED, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def say_safe_to_tell(*, by: Actor, about: Person, on: date, telling: NotSafeToTell, because: str) -> NotSafeToTell:
    """They may be told again, and why that is safe now. Raises Refused: over already, no words that say why."""
    if telling.ended_on:
        raise Refused("This has been ended already.")
    if needs_words(because):
        raise Refused("Say what has changed, and how you know it.", field="because")
    if telling.person_id != about.pk:
        current_recording().add(telling.person)
    telling.ended_on, telling.ended_because = on, because.strip()
    telling.save()
    return telling
