"""Records fewer people may open, and opening one for a stated reason."""

from datetime import date, timedelta
from typing import Any

from kith.access import Actor, Right
from kith.directory.acts.telling import notify
from kith.directory.models import Account, Restriction, Tie
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

LONGEST_BROKEN_GLASS = 24


@act("{by} restricted {about}'s record.", needs=Right.RESTRICT_RECORDS, makes="directory.Restriction")
def restrict(
    *,
    by: Actor,
    about: Any,
    on: date,
    level: str,
    because: str,
    guardian: Account,
    review_on: date,
    named: list[Account] | None = None,
) -> Restriction:
    """Restrict or seal a record. A sealed record opens only to the people named. Raises Refused without a reason."""
    if not because.strip():
        raise Refused("Say why fewer people may open this record.", field="because")
    # Ties first: once the seal is set nobody unnamed sees the record, this act included.
    for account in {guardian, *(named or [])}:
        Tie(account=account, person=about, because="named", may_write=True, starts_at=by.now).save()
    restriction = Restriction(person=about, level=level, because=because, guardian=guardian, review_on=review_on)
    restriction.save()
    return restriction


@act(
    "{by} opened {about}'s restricted record for a stated reason.",
    needs=Right.BREAK_GLASS,
    tie=False,
    makes="directory.Tie",
)
def break_glass(
    *, by: Actor, about: None, on: date, person: Any, because: str, hours: int, guardian_id: int, lead_id: int | None
) -> Tie:
    """One tap and a short reason (S0-14, S2-30): open a restricted record for 1 to 24 hours. Its owner and its
    guardian are told at once. Raises Refused: no reason, or a time outside 1-24 hours.
    """
    if not because.strip():
        raise Refused("Say in a few words why you need to open this record.", field="because")
    if not 1 <= hours <= LONGEST_BROKEN_GLASS:
        raise Refused("Choose between 1 and 24 hours.", field="hours")
    tie = Tie(
        account_id=by.account_id,
        person=person,
        because="break_glass",
        reason=because.strip(),
        may_write=True,
        starts_at=by.now,
        ends_at=by.now + timedelta(hours=hours),
    )
    tie.save()
    person.refresh_from_db()  # the tie has opened the record: now it has a name
    current_recording().add(person)
    for account_id in {guardian_id, lead_id} - {None, by.account_id}:
        notify(account_id, "glass_broken", person, "A restricted record you answer for has been opened. See why.")
    return tie
