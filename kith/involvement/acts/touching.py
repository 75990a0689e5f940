"""Other work around a child, with days of its own (E17, E27-E33).

One sentence serves every act on purpose: an allegation about a colleague must not be told by its line (design 7.4).
"""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.directory import queries as directory
from kith.involvement import rules
from kith.involvement.acts.holding import pack_on
from kith.involvement.models import FamilyMeeting, Touchpoint, TouchpointStep
from kith.packs import NotInPack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_SAYS = "{by} added to the record of {about}."


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Touchpoint")
def begin_touchpoint(
    *,
    by: Actor,
    about: Person,
    on: date,
    kind: str,
    what: str = "",
    step: str = "",
    planned_on: date | None = None,
    about_name: str = "",
    about_account: Any = None,
    owner: Any = None,
) -> Touchpoint:
    """Begun with its first step, on the day that happened. `owner` and `about_account`: a member of staff, where the
    one who owns it, or the one it is about, is one of us. Kept close, it is seen by who wrote it, who owns it, and
    those who guard seals; never by the one it is about.

    Raises Refused: a kind or step there is none of; a day to come; owned by the one it is about, or written by them.
    """
    shape = _shape(on, kind)
    first = step or shape.steps[0].code
    _check(by, shape, first, on)
    accused = getattr(about_account, "account_id", None)
    keeper = getattr(owner, "account_id", None) or by.account_id
    if accused and accused in (keeper, by.account_id):
        raise Refused("Somebody else must own this: it is about them.", field="owner")
    row = Touchpoint(
        person=about,
        kind=kind,
        began_on=on,
        planned_on=planned_on,
        what=what.strip(),
        about_name=about_name.strip() or getattr(about_account, "name", ""),
        about_account_id=accused,
        owner_id=keeper,
        owner_name=getattr(owner, "name", "") or by.name,
        seen_by=_may_see(by, keeper, accused) if shape.kept_close else [],
    )
    row.save()
    _write(by, row, first, on, "")
    return row


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.TouchpointStep")
def note_touchpoint(
    *, by: Actor, about: Person, on: date, touchpoint: Touchpoint, step: str, words: str = ""
) -> TouchpointStep:
    """One more step, on the day it happened, in any order: what is owed next is worked out from the days.

    Raises Refused: another child's; over; a step of another kind; a day to come; an application authorised although
    the family was owed the offer of a meeting (S3-30). One that was made all the same is recorded like any fact.
    """
    row = _open(about, touchpoint)
    _check(by, _shape(on, row.kind), step, on)
    if step == rules.AUTHORISED:
        _offered_first(row, on)
    return _write(by, row, step, on, words)


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Touchpoint")
def hand_touchpoint(*, by: Actor, about: Person, on: date, touchpoint: Touchpoint, owner: Any) -> Touchpoint:
    """Somebody else owns it from now on, and may see it. Raises Refused: another child's; over; the one it is about."""
    row = _open(about, touchpoint)
    if owner.account_id == row.about_account_id:
        raise Refused("Somebody else must own this: it is about them.", field="owner")
    row.owner_id, row.owner_name = owner.account_id, owner.name
    if row.seen_by and owner.account_id not in row.seen_by:
        row.seen_by = [*row.seen_by, owner.account_id]
    row.save()
    return row


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Touchpoint")
def end_touchpoint(
    *, by: Actor, about: Person, on: date, touchpoint: Touchpoint, outcome: str, because: str
) -> Touchpoint:
    """How it ended. Raises Refused: another child's; over; no outcome of the kind's, no reason; a day to come, or
    before it began.
    """
    row = _open(about, touchpoint)
    shape = _shape(on, row.kind)
    if outcome not in {one.code for one in shape.outcomes}:
        raise Refused("Choose how it ended.", field="outcome")
    if needs_words(because):
        raise Refused("Say why, in words about this child.", field="because")
    if not row.began_on <= on <= by.today:
        raise Refused("It ended between the day it began and today.", field="on")
    row.ended_on, row.outcome, row.ended_because = on, outcome, because.strip()
    row.save()
    return row


def _may_see(by: Actor, owner: int | None, accused: int | None) -> list[int]:
    guards = directory.holding(Right.GUARD_SEALS).values_list("account_id", flat=True)
    return [one for one in dict.fromkeys([by.account_id, owner, *guards]) if one and one != accused]


def _shape(on: date, kind: str) -> packs.Touchpoint:
    try:
        return pack_on(on).touchpoint(kind)
    except NotInPack:
        raise Refused("Choose what kind of work it is.", field="kind") from None


def _check(by: Actor, shape: packs.Touchpoint, step: str, on: date) -> None:
    if step not in {one.code for one in shape.steps}:
        raise Refused("Choose what happened.", field="step")
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")


def _write(by: Actor, row: Touchpoint, step: str, on: date, words: str) -> TouchpointStep:
    made = TouchpointStep(
        person=row.person, touchpoint=row, step=step, happened_on=on, words=words.strip(), by_name=by.name
    )
    made.save()
    return made


def _offered_first(row: Touchpoint, on: date) -> None:
    began = rules.considered_on(row.began_on, TouchpointStep.objects.filter(touchpoint=row))
    meetings = FamilyMeeting.objects.filter(person_id=row.person_id)
    duty = rules.offer_owed(packs.in_turn(settings.PACK, on), began, meetings, on)
    if duty and duty.binding:
        raise Refused(
            "Before an application is authorised, the family is offered a meeting to make their own plan, or it is "
            "said why not. Write that down first.",
            field="step",
        )


def _open(about: Person, touchpoint: Touchpoint) -> Touchpoint:
    found = Touchpoint.objects.filter(pk=touchpoint.pk, person=about).select_related("person").first()
    if found is None:
        raise Refused("This is another child’s.")
    if found.ended_on:
        raise Refused("This is over. Begin again if it comes back.")
    return found
