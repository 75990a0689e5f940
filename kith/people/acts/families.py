"""How people belong to each other."""

from datetime import date

from kith.access import Actor
from kith.calendar import PartDate
from kith.people.models import ParentalResponsibility, Person, Relationship
from kith.record import Refused
from kith.record.acting import act


@act("{by} recorded who belongs to {about}.", makes="people.Relationship")
def add_relationship(
    *,
    by: Actor,
    about: Person,
    on: date,
    other: Person,
    kind: str,
    since: PartDate | None = None,
    until_on: date | None = None,
    ended_as: str = "",
    source: str = "",
    child_says_matters: bool = False,
) -> Relationship:
    """`other` is the `kind` of `about`: "parent" when other is about's parent. Derived relations (brother, aunt) are
    worked out, never typed. Raises Refused: someone related to themselves.
    """
    if other == about:
        raise Refused("Choose someone else: nobody is their own relative.", field="other")
    relationship = Relationship(
        person=about,
        other=other,
        kind=kind,
        from_on=since.on if since else None,
        from_precision=since.precision if since else "day",
        until_on=until_on,
        ended_as=ended_as,
        source=source,
        child_says_matters=child_says_matters,
    )
    relationship.save()
    return relationship


@act("{by} recorded that a relationship of {about} has ended.")
def end_relationship(
    *, by: Actor, about: Person, on: date, relationship: Relationship, ended_as: str = ""
) -> Relationship:
    relationship.until_on, relationship.ended_as = on, ended_as
    relationship.save()
    return relationship


@act("{by} recorded who holds parental responsibility for {about}.", makes="people.ParentalResponsibility")
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
    held = ParentalResponsibility(
        person=about, holder=holder, acquired=acquired, evidence_seen=evidence_seen, from_on=from_on or on
    )
    held.save()
    return held
