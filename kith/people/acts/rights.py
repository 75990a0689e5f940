"""Restrictions on a child, held against the child's rights: which bear, what was weighed, was the child told (S4-01.2).

A restriction is never held up: it is written down at once, and the look at the child's rights is owed by a day
(design 7.1).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import AddressProtection, ContactArrangement, Person, RightsCheck, RightsLeaflet
from kith.people.rules import is_grown
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

LIMIT = "rights-check"


@act("{by} wrote down something that limits {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.RightsCheck")
def record_restriction(*, by: Actor, about: Person, on: date, kind: str, what: str) -> RightsCheck:
    """A device watched or taken, a place they may not go, a door that is locked: from a day. Contact and addresses are
    written down where they are kept, and come here by themselves. Raises Refused: a kind there is none of, no words.
    """
    if kind not in dict(packs.pack_for(settings.PACK, on).choices("restriction_on_child")):
        raise Refused("Choose what kind of limit it is.", field="kind")
    if not what.strip():
        raise Refused("Write what the child may not do, or what is done.", field="what")
    return owe_rights_check(by, about, on, kind, what=what.strip())


def owe_rights_check(
    by: Actor,
    child: Person,
    on: date,
    kind: str,
    *,
    what: str = "",
    arrangement: ContactArrangement | None = None,
    protection: AddressProtection | None = None,
) -> RightsCheck:
    """Inside the act at hand: the restriction stands, and a look at the child's rights is owed by the pack's day."""
    pack = packs.pack_for(settings.PACK, on)
    row = RightsCheck(
        person=child,
        kind=kind,
        what=what,
        arrangement=arrangement,
        protection=protection,
        from_on=on,
        owed_by_id=by.account_id,
        owed_by_name=by.name,
        due_on=pack.timescale(LIMIT, on).limit.after(on, pack.calendar),
    )
    row.save()
    return row


def restricted_by(by: Actor, arranged: ContactArrangement, on: date) -> RightsCheck | None:
    """A contact arrangement that keeps the child from somebody, when it is ours or a court's: then a look is owed."""
    pack = packs.pack_for(settings.PACK, on)
    keeps = arranged.way in pack.flagged("contact_way", "restricts")
    if not keeps or arranged.basis not in pack.flagged("contact_basis", "restricts"):
        return None
    return owe_rights_check(by, arranged.person, on, "contact", arrangement=arranged)


def kept_address_of(by: Actor, kept: AddressProtection, on: date) -> RightsCheck | None:
    """An address kept from somebody close limits the child too; a grown-up decides that for themselves."""
    return None if is_grown(kept.person, on) else owe_rights_check(by, kept.person, on, "address", protection=kept)


def no_longer(rows: Iterable[RightsCheck], on: date, because: str = "") -> None:
    """What they limited is over; the look, made or still owed, is kept as it was."""
    for row in rows:
        row.ended_on, row.ended_because = max(on, row.from_on), because[:300]
        row.save()


@act("{by} looked at {about}’s rights.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.RightsCheck")
def check_rights(
    *,
    by: Actor,
    about: Person,
    on: date,
    restriction: RightsCheck,
    articles: Sequence[str],
    weighed: str,
    told_on: date | None = None,
    not_told_because: str = "",
) -> RightsCheck:
    """Which rights bear on it, what was weighed, and whether the child was told; looked at again, the one before stays
    in the history. Raises Refused: ended, no right chosen or one there is none of, nothing weighed, neither told nor
    why not, told on a day to come.
    """
    if restriction.ended_on:
        raise Refused("This has ended already.")
    known = dict(packs.pack_for(settings.PACK, on).choices("uncrc_article"))
    if not articles or any(article not in known for article in articles):
        raise Refused("Choose at least one of the child’s rights it bears on.", field="articles")
    if needs_words(weighed):
        raise Refused(
            "Write what was weighed: what it protects, what it costs the child, what else was tried.", "weighed"
        )
    if told_on is None and needs_words(not_told_because):
        raise Refused("Say when the child was told, or why not.", field="not_told_because")
    if told_on and told_on > by.today:
        raise Refused("That day has not come yet. Tell the child first.", field="told_on")
    restriction.articles, restriction.weighed = [code for code in known if code in articles], weighed.strip()
    restriction.told_on, restriction.not_told_because = told_on, "" if told_on else not_told_because.strip()
    restriction.checked_on, restriction.checked_by = on, by.name
    restriction.first_checked_on = restriction.first_checked_on or on
    restriction.save()
    return restriction


@act("{by} wrote down that something no longer limits {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def end_restriction(*, by: Actor, about: Person, on: date, restriction: RightsCheck, because: str = "") -> RightsCheck:
    """Raises Refused: ended already, or one that ends where it is kept (an arrangement, an address)."""
    if restriction.ended_on:
        raise Refused("This has ended already.")
    if restriction.arrangement_id or restriction.protection_id:
        raise Refused("This ends where it is kept: with the arrangement, or the address.")
    no_longer([restriction], on, because.strip())
    return restriction


@act("{by} gave {about} the leaflet about children’s rights.", needs=Right.RECORD_ON_ANY_CHILD, story=True)
def give_rights_leaflet(*, by: Actor, about: Person, on: date, given_by: str = "", how: str = "") -> RightsLeaflet:
    """The day it was given, by whom, and how they went through it."""
    given = RightsLeaflet(person=about, given_on=on, given_by=given_by.strip() or by.name, how=how.strip())
    given.save()
    return given
