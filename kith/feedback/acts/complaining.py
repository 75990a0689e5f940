"""Somebody complains: kept at once and as they say it, whoever they are; a child is offered somebody to speak up for
them; danger goes to duty in the same breath (S4-25). Nothing else stops because of it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.models import Staff
from kith.feedback import rules
from kith.feedback.acts.beginning import as_it_stands, begin_stage
from kith.feedback.models import Complaint, ComplaintChild
from kith.involvement.acts import raise_concern, take_contact
from kith.involvement.rules import ToldOf
from kith.packs import Pack
from kith.people.models import Person
from kith.people.rules.references import new_reference
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import needs_words

_MOST_DRAWN = 5
_CODES = (("route", "complaint_route"), ("how", "complaint_how"), ("whose", "complaint_from"))
_OWN = frozenset({Audience.FAMILY, Audience.CHILD})


@act(
    "{by} wrote down a complaint.",
    needs=Right.HANDLE_COMPLAINTS,
    tie=False,
    open_to=frozenset({Audience.STAFF}),
    makes="feedback.Complaint",
)
def take_complaint(
    *,
    by: Actor,
    about: None = None,
    on: date,
    words: str,
    who: str,
    whose: str,
    how: str,
    route: str = "",
    wanted: str = "",
    reach: str = "",
    person_who: Person | None = None,
    children: Sequence[Person] = (),
    staff: Sequence[Staff] = (),
    danger: bool = False,
    danger_words: str = "",
) -> Complaint:
    """By phone, on paper or face to face, from anybody, by anybody who works here. Told as danger, it is a contact for
    duty too, in `danger_words`: whoever it is about may read what duty reads. Raises Refused: no words, nobody who
    complains, an answer the pack has not.
    """
    if needs_words(words):
        raise Refused("Write what they complain of, in their own words.", field="words")
    if not who.strip():
        raise Refused("Write who complains, or “not named”.", field="who")
    pack = packs.pack_for(settings.PACK, by.today)
    row = Complaint(
        received_on=on,
        route=route or _usual_route(pack),
        how=how,
        whose=whose,
        words=words.strip(),
        wanted=wanted.strip(),
        who=who.strip(),
        person_who=person_who,
        reach=reach.strip(),
        taken_by_id=by.account_id,
        taken_by_name=by.name,
        about_ids=[one.account_id for one in staff],
        about_names=", ".join(one.name for one in staff),
        danger=danger,
    )
    _keep(row, children, pack)
    if danger:
        _to_duty(by, row, children, danger_words)
    return row


@act(
    "{by} complained on their own page.",
    needs=Right.HANDLE_COMPLAINTS,
    tie=False,
    open_to=_OWN,
    makes="feedback.Complaint",
)
def complain(
    *,
    by: Actor,
    about: None = None,
    on: date,
    words: str,
    children: Sequence[Person] = (),
    danger: bool = False,
    advocate: bool = False,
) -> Complaint:
    """A parent or a child, in their own hand: one box. `advocate`: the child would like somebody to speak up for them.
    Raises Refused: no words.
    """
    if not words.strip():
        raise Refused("Write what is wrong. A few words are enough.", field="words")
    pack, child = packs.pack_for(settings.PACK, by.today), by.audience == Audience.CHILD
    row = Complaint(
        received_on=by.today,
        route=_usual_route(pack),
        how="own_page",
        whose="child" if child else "family",
        words=words.strip(),
        who=by.name,
        person_who_id=by.person_id,
        told_by_id=by.account_id,
        danger=danger,
        advocate="wanted" if advocate else "",
    )
    _keep(row, children, pack)
    if danger:
        key = f"{'corner-' if child else ''}complaint-{row.reference}"
        who = ", ".join(one.called for one in children)
        first: Any = next(iter(children), None)
        raise_concern(by=by, key=key, what=f"Told in a complaint. {row.words}", who=who[:200], person=first)
    return row


@act(
    "{by} told duty of what stands in a complaint.",
    needs=Right.HANDLE_COMPLAINTS,
    tie=False,
    open_to=frozenset({Audience.STAFF}),
    again=lambda given: given["complaint"],
)
def tell_duty(*, by: Actor, about: None = None, on: date, complaint: Complaint, danger_words: str = "") -> Complaint:
    """Somebody reads it and thinks that a child may be in danger: duty has it at once, in `danger_words` or else as it
    was told, and the complaint goes on beside it. Raises Refused: duty was told already.
    """
    as_it_stands(complaint)
    if complaint.danger:
        raise Refused("Duty has been told already.")
    complaint.danger = True
    complaint.save()
    _to_duty(by, complaint, [line.person for line in complaint.children.select_related("person")], danger_words)
    return complaint


@act(
    "{by} wrote down whether somebody speaks up for a child.",
    needs=Right.HANDLE_COMPLAINTS,
    tie=False,
    open_to=frozenset({Audience.STAFF}),
    again=lambda given: given["complaint"],
)
def offer_advocate(
    *, by: Actor, about: None = None, on: date, complaint: Complaint, advocate: str, name: str = "", words: str = ""
) -> Complaint:
    """What the child said when they were offered somebody, and who it is. Raises Refused: no answer of the pack's,
    nobody named, a no without the child's own words. NotYours: by whom it is about, though they took it down.
    """
    as_it_stands(complaint)
    _must_not_be_about(by, complaint)
    pack = packs.pack_for(settings.PACK, by.today)
    if advocate not in dict(pack.choices("complaint_advocate")):
        raise Refused("Choose what the child said.", field="advocate")
    if advocate == "named" and not name.strip():
        raise Refused("Write who speaks up for the child.", field="name")
    if advocate in pack.flagged("complaint_advocate", "declined") and needs_words(words):
        raise Refused("Write what the child said, in their own words.", field="words")
    complaint.advocate, complaint.advocate_name, complaint.advocate_words = advocate, name.strip(), words.strip()
    complaint.save()
    return complaint


@act(
    "{by} wrote down that a complaint is withdrawn.",
    needs=Right.HANDLE_COMPLAINTS,
    tie=False,
    open_to=frozenset({Audience.STAFF, Audience.FAMILY}),
    again=lambda given: given["complaint"],
)
def withdraw_complaint(*, by: Actor, about: None = None, on: date, complaint: Complaint, words: str = "") -> Complaint:
    """By whoever complained, or told to us by them: it is kept, with the day. Raises Refused: withdrawn already, before
    it was made, or a worker who does not say what they were told. NotYours: by whom it is about.
    """
    as_it_stands(complaint)
    _must_not_be_about(by, complaint)
    if complaint.withdrawn_on:
        raise Refused("This complaint is withdrawn already.")
    if on < complaint.received_on:
        raise Refused("That is before it was made.", field="on")
    if by.audience == Audience.STAFF and needs_words(words):
        raise Refused("Write what they said when they withdrew it.", field="words")
    complaint.withdrawn_on, complaint.withdrawn_words = on, words.strip()
    complaint.save()
    return complaint


def _must_not_be_about(by: Actor, complaint: Complaint) -> None:
    if by.account_id in complaint.about_ids:
        raise NotYours("A complaint is seen to by somebody it is not about.")


def _usual_route(pack: Pack) -> str:
    return pack.choices("complaint_route")[0][0]


def _keep(row: Complaint, children: Sequence[Person], pack: Pack) -> None:
    for name, key in _CODES:
        if getattr(row, name) not in {code.code for code in pack.codes(key).codes}:
            raise Refused("Choose one of the answers.", field=name)
    _under_a_new_reference(row)
    for child in children:
        ComplaintChild(complaint=row, person=child).save()
    begin_stage(row, rules.first_stage(row.route), row.received_on)
    with connection.cursor() as cursor:
        cursor.execute("select kith_complaint_came(%s)", [row.pk])


def _to_duty(by: Actor, row: Complaint, children: Sequence[Person], words: str) -> None:
    """Through the front door, like any other worry: the front door decides what becomes of it."""
    told = [ToldOf(described=child.called) for child in children]
    teller = {"name": row.who, "reach": row.reach, "in_confidence": True}
    take_contact(by=by, about=None, words=words.strip() or row.words, children=told, teller=teller, danger=True)


def _under_a_new_reference(row: Complaint) -> None:
    """Another is drawn when one is taken: only the database knows of those hidden from us."""
    for left in reversed(range(_MOST_DRAWN)):
        row.reference = new_reference()
        try:
            with transaction.atomic():
                row.save(force_insert=True)
            return
        except IntegrityError as clash:
            if "reference" not in str(clash) or not left:
                raise
