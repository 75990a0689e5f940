"""A family is offered a meeting of their own: to whom, what they said, what their own plan is (E17)."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.involvement.models import FamilyMeeting
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_WORDS = ("accepted_by", "declined_because", "who_came", "family_plan", "our_answer")
_DAYS = ("accepted_on", "meeting_on", "held_on")


@act(
    "{by} offered the family of {about} a meeting of their own.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.FamilyMeeting",
)
def offer_family_meeting(*, by: Actor, about: Person, on: date, offered_to: str) -> FamilyMeeting:
    """To whom, on which day. Raises Refused: to nobody; a day to come."""
    if not offered_to.strip():
        raise Refused("Say who it was offered to.", field="offered_to")
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    row = FamilyMeeting(person=about, offered_on=on, said_on=on, offered_to=offered_to.strip(), offered_by_name=by.name)
    row.save()
    return row


@act(
    "{by} said why the family of {about} is not offered a meeting of their own.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.FamilyMeeting",
)
def withhold_family_meeting(*, by: Actor, about: Person, on: date, because: str) -> FamilyMeeting:
    """Why not: it would put somebody in danger, or there is nobody to ask. Raises Refused: no reason."""
    if needs_words(because):
        raise Refused("Say why it is not offered.", field="because")
    row = FamilyMeeting(person=about, said_on=on, not_offered_because=because.strip(), offered_by_name=by.name)
    row.save()
    return row


@act(
    "{by} wrote down what came of a family’s own meeting about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="involvement.FamilyMeeting",
)
def note_family_meeting(*, by: Actor, about: Person, on: date, meeting: FamilyMeeting, **told: Any) -> FamilyMeeting:
    """What they said, when they meet, who came, their own plan in their own words, what we answer: each as it comes.

    Raises Refused: another child's; never offered; accepted or held on a day to come; yes and no at once.
    """
    row = FamilyMeeting.objects.filter(pk=meeting.pk, person=about).first()
    if row is None:
        raise Refused("This is another child’s.")
    if row.offered_on is None:
        raise Refused("It was not offered. Offer it first.")
    for name in ("accepted_on", "held_on"):
        if told.get(name) and told[name] > by.today:
            raise Refused("That day has not come yet.", field=name)
    for name in (*_WORDS, *_DAYS):
        if name in told:
            setattr(row, name, told[name].strip() if isinstance(told[name], str) else told[name])
    if row.accepted_on and row.declined_because:
        raise Refused("They said yes, or they said no.", field="declined_because")
    row.save()
    return row
