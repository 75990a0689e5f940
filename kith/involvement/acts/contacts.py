"""Somebody tells us of a child: kept at once, whatever is missing, whoever they are (S2-01, J2)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from kith import packs
from kith.access import Actor, Audience, Right, start_of
from kith.directory import queries as directory
from kith.directory.acts import notify
from kith.involvement import rules
from kith.involvement.acts.working import raise_concern
from kith.involvement.models import Contact, ContactChild, Teller
from kith.involvement.rules import ToldOf
from kith.packs import NotInPack, Pack
from kith.people.rules.references import new_reference
from kith.record import Refused
from kith.record.acting import act

ARRIVED = "A worry about a child has reached the front door."
MOST_AT_ONCE = 60  # that come through the page for everybody in ten minutes, before something else must be going on
_MOST_DRAWN = 5
_TELLER = ("name", "agency_name", "role", "reach", "in_confidence")


@act(
    "{by} wrote down a contact.",
    needs=Right.RECORD_ON_ANY_CHILD,
    tie=False,
    open_to=frozenset({Audience.STAFF, Audience.PARTNER}),
    makes="involvement.Contact",
)
def take_contact(
    *,
    by: Actor,
    about: None,
    on: date,
    words: str,
    children: Sequence[ToldOf] = (),
    teller: dict[str, Any] | None = None,
    danger: bool = False,
    **told: Any,
) -> Contact:
    """A worry or a request, once, with each child as described; `told` is the rest of a Contact, `teller` of a Teller.
    A partner's own is theirs to follow. Told as danger now, duty is called in the same breath. Nothing but the words is
    needed: the rest is asked again when it is decided. Raises Refused: no words, or a code the pack has not.
    """
    if not words.strip():
        raise Refused("Write what they are worried about, in their own words.", field="words")
    pack = packs.pack_for(settings.PACK, by.today)
    contact = _contact(by, on, pack, words, danger, told)
    _under_a_new_reference(contact)
    Teller(contact=contact, **{name: value for name, value in (teller or {}).items() if name in _TELLER}).save()
    named = [_described(contact, place, child, by) for place, child in enumerate(children or [ToldOf()], 1)]
    turn = next(iter(directory.on_duty(by.now)), None)
    if danger:
        who = ", ".join(child.called for child in named)[:200]
        reach = (teller or {}).get("reach", "")
        raise_concern(
            by=by,
            key=f"contact-{contact.reference}",
            what=f"Told as danger now, contact {contact.reference}. {words.strip()}",
            who=who,
            where=contact.where[:200],
            ring_back=reach,
        )
    elif turn:
        notify(turn.account_id, "contact", None, ARRIVED)
    return contact


def tell_us(
    *,
    by: Actor,
    key: str,
    words: str,
    children: Sequence[ToldOf] = (),
    source: str = "",
    **told: str,
) -> str:
    """The door for everybody (S2-01): no account, no name, no record, at most eight questions. Returns the reference
    they may keep, and nothing else, ever (design 7.9). Raises Refused: no words; too many at once, with a number.

    Not an `@act`: it must work for someone who is nobody here, through one narrow door.
    """
    if not words.strip():
        raise Refused("Say what you are worried about. A few words are enough.", field="words")
    pack = packs.pack_for(settings.PACK, by.today)
    anonymous = next(iter(pack.flagged("referral_source", "anonymous")), "")
    given = {**told, "words": words.strip(), "source": source or anonymous}
    described = [
        {"given": c.given, "family": c.family, "described": c.described, "keys": rules.keys_of(c)}
        for c in children or [ToldOf()]
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_tell_us(%s, %s, %s, %s, %s, %s, %s)",
            [
                key[:64],
                new_reference(),
                json.dumps(given),
                json.dumps(described),
                pack.version,
                decide_by(pack, by.today),
                MOST_AT_ONCE,
            ],
        )
        reference = cursor.fetchone()[0]
    if not reference:
        raise Refused("Very many people are writing at this moment. Ring us instead: what you wrote is still here.")
    return reference


@act("{by} is reading a contact.", needs=Right.DECIDE_CONTACTS, tie=False, again=lambda given: given["contact"])
def take_up_contact(*, by: Actor, about: None, on: date, contact: Contact) -> Contact:
    """ "I have this": whoever told us sees who is reading. Raises Refused when the same person has it already."""
    if contact.read_by_id == by.account_id:
        raise Refused("You have this already.")
    contact.read_by_id, contact.read_by_name, contact.read_at = by.account_id, by.name, by.now
    contact.save()
    return contact


def decide_by(pack: Pack, received_on: date) -> date | None:
    """The last day that is in time (E1); None where the pack sets no limit."""
    try:
        return pack.timescale("referral-decision", received_on).due(received_on, pack.calendar)
    except NotInPack:
        return None


def _contact(by: Actor, on: date, pack: Pack, words: str, danger: bool, told: dict[str, Any]) -> Contact:
    for name, key in (("how", "contact_how"), ("source", "referral_source"), ("family_told", "contact_family_told")):
        if told.get(name) and told[name] not in {code.code for code in pack.codes(key).codes}:
            raise Refused("Choose one of the answers.", field=name)
    partner = by.audience == Audience.PARTNER
    return Contact(
        received_at=by.now if on == by.today else start_of(on),
        received_on=on,
        decide_by_on=decide_by(pack, on),
        words=words.strip(),
        danger=danger,
        told_by_id=by.account_id if partner else None,
        taken_by_id=None if partner else by.account_id,
        taken_by_name="" if partner else by.name,
        pack=pack.version,
        **told,
    )


def _under_a_new_reference(contact: Contact) -> None:
    """Another is drawn when one is taken: only the database can say so, of contacts hidden from us as well."""
    for left in reversed(range(_MOST_DRAWN)):
        contact.reference = new_reference()
        try:
            with transaction.atomic():
                contact.save(force_insert=True)
            return
        except IntegrityError as clash:
            if "reference" not in str(clash) or not left:
                raise


def _described(contact: Contact, place: int, child: ToldOf, by: Actor) -> ContactChild:
    row = ContactChild(
        contact=contact,
        place=place,
        given=child.given.strip(),
        family=child.family.strip(),
        born_on=child.born.on if child.born else None,
        born_precision=child.born.precision if child.born else "day",
        described=child.described.strip(),
        own_words=child.own_words.strip(),
        own_words_sort=child.own_words_sort if child.own_words.strip() else "",
        not_asked_because=child.not_asked_because,
        may_be_known=_may_know(child) and by.audience == Audience.PARTNER,
    )
    row.save()
    return row


def _may_know(child: ToldOf) -> bool:
    """Asked for every child told of: the guardian of a sealed record learns of it here, and the asker never does."""
    with connection.cursor() as cursor:
        cursor.execute("select kith_may_know(%s)", [rules.keys_of(child)])
        return cursor.fetchone()[0]
