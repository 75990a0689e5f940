"""How people belong to each other."""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.directory.models import Tie
from kith.people import rules
from kith.people.acts.beginning import start
from kith.people.models import ParentalResponsibility, Person, Relationship
from kith.record import Refused
from kith.record.acting import act


@act("{by} recorded who belongs to {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.Relationship")
def add_relationship(*, by: Actor, about: Person, on: date, other: Person, kind: str, **more: Any) -> Relationship:
    """`other` is the `kind` of `about`: "parent" when other is about's parent. Derived relations (brother, aunt) are
    worked out, never typed. `more`: since (PartDate), until_on, ended_as, source, child_says_matters; and for someone
    who may decide in law, `acquired` with `evidence_seen`. Raises Refused: someone related to themselves, recorded
    already, or the other way round; a kind the pack does not have; an end before the beginning.
    """
    return relate(about, other, kind, on, **more)


@act("{by} recorded who belongs to {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.Relationship")
def add_new_relative(
    *,
    by: Actor,
    about: Person,
    on: date,
    kind: str,
    given: str = "",
    family: str = "",
    sex: str = "U",
    born: PartDate | None = None,
    expected_on: date | None = None,
    unnamed_as: str = "",
    **more: Any,
) -> Relationship:
    """Someone who belongs to `about` and has no record yet: theirs begins here, and the writer may carry on writing
    it. Otherwise as `add_relationship`. Raises Refused.
    """
    named = {"given": given.strip(), "family": family.strip(), "unnamed_as": unnamed_as}
    other = somebody_new(by, **named, sex=sex, born=born, expected_on=expected_on)
    return relate(about, other, kind, on, **more)


def somebody_new(by: Actor, **told: Any) -> Person:
    """A relative whose record begins inside the act at hand; whoever writes it may carry on. Raises Refused."""
    person = start(by, **told)
    if by.account_id:
        Tie(account_id=by.account_id, person=person, because="working_with", may_write=True, starts_at=by.now).save()
    return person


def relate(
    person: Person,
    other: Person,
    kind: str,
    on: date,
    *,
    since: PartDate | None = None,
    until_on: date | None = None,
    ended_as: str = "",
    source: str = "",
    child_says_matters: bool = False,
    acquired: str = "",
    evidence_seen: str = "",
) -> Relationship:
    """`other` becomes the `kind` of `person`, inside the act at hand. Raises Refused."""
    _check(person, other, kind, on)
    if since and until_on and until_on < since.on:
        raise Refused("It cannot have ended before it began.", field="until_on")
    relationship = Relationship(
        person=person,
        other=other,
        kind=kind,
        from_on=since.on if since else None,
        from_precision=since.precision if since else "day",
        until_on=until_on,
        ended_as=ended_as,
        source=source.strip(),
        child_says_matters=child_says_matters,
    )
    relationship.save()
    if acquired:
        _hold(person, other, acquired, evidence_seen, since.on if since else on)
    return relationship


def _check(person: Person, other: Person, kind: str, on: date) -> None:
    pack = packs.pack_for(settings.PACK, on)
    if other == person:
        raise Refused("Choose someone else: nobody is their own relative.", field="other")
    if not rules.is_known(pack, kind):
        raise Refused("Choose what they are to each other from the list.", field="kind")
    standing = Relationship.objects.filter(kind=kind, until_on=None)
    if standing.filter(person=person, other=other).exists():
        raise Refused(f"{other.called} is recorded as this already.", field="other")
    if rules.inverse(pack, kind) != kind and standing.filter(person=other, other=person).exists():
        raise Refused(f"{person.called} is recorded as this to {other.called}: it cannot be both ways.", field="kind")


@act(
    "{by} recorded that a relationship of {about} has ended.",
    needs=Right.RECORD_ON_ANY_CHILD,
    around=True,
    makes="people.Relationship",
)
def end_relationship(
    *,
    by: Actor,
    about: Person,
    on: date,
    relationship: Relationship,
    ended_as: str = "",
    responsibility_ends: bool = False,
) -> Relationship:
    """`responsibility_ends`: the other no longer holds parental responsibility for `about` from that day either. Raises
    Refused: ended already, before it began, or in a way the pack does not have.
    """
    if relationship.until_on:
        raise Refused("This has ended already.")
    if relationship.from_on and on < relationship.from_on:
        raise Refused("It cannot have ended before it began.", field="on")
    if ended_as and ended_as not in dict(packs.pack_for(settings.PACK, on).choices("relationship_ended")):
        raise Refused("Choose how it ended from the list.", field="ended_as")
    relationship.until_on, relationship.ended_as = on, ended_as
    relationship.save()
    if responsibility_ends:
        for held in ParentalResponsibility.objects.filter(person=about, holder=relationship.other, until_on=None):
            held.until_on = on
            held.save()
    return relationship


@act(
    "{by} recorded who holds parental responsibility for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.ParentalResponsibility",
)
def record_parental_responsibility(
    *,
    by: Actor,
    about: Person,
    on: date,
    holder: Person,
    acquired: str,
    evidence_seen: str = "",
    from_on: date | None = None,
) -> ParentalResponsibility:
    """Who may decide for a child in law. Raises Refused: for oneself, or recorded already."""
    return _hold(about, holder, acquired, evidence_seen, from_on or on)


def _hold(person: Person, holder: Person, acquired: str, evidence_seen: str, from_on: date) -> ParentalResponsibility:
    if holder == person:
        raise Refused("Nobody holds parental responsibility for themselves.", field="holder")
    if ParentalResponsibility.objects.filter(person=person, holder=holder, until_on=None).exists():
        raise Refused(f"{holder.called} is recorded as holding it already.", field="holder")
    held = ParentalResponsibility(
        person=person, holder=holder, acquired=acquired, evidence_seen=evidence_seen, from_on=from_on
    )
    held.save()
    return held
