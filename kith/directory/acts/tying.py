"""Who has a reason to see a person, for how long, and who covers while somebody is away."""

from datetime import date, datetime, timedelta
from typing import Any

from kith.access import Actor, Right, start_of
from kith.directory.models import Absence, Account, Staff, Tie
from kith.record import Refused
from kith.record.acting import act


@act("{by} let {account.name} work with {about}.", needs=Right.ALLOCATE_WORK, makes="directory.Tie")
def begin_tie(
    *,
    by: Actor,
    about: Any,
    on: date,
    account: Account,
    because: str,
    may_write: bool = False,
    ends_at: datetime | None = None,
) -> Tie:
    """A reason to see this person, or, for `conflict`, a bar that nothing opens. Raises Refused for one's own tie."""
    if account.pk == by.account_id and because != "conflict":
        raise Refused("Ask a colleague: nobody lets themselves in.")
    tie = Tie(account=account, person=about, because=because, may_write=may_write, starts_at=by.now, ends_at=ends_at)
    tie.save()
    return tie


@act("{by} ended a tie to {about}.", needs=Right.ALLOCATE_WORK, again=lambda given: given["tie"])
def end_tie(*, by: Actor, about: Any, on: date, tie: Tie) -> Tie:
    tie.ends_at = by.now
    tie.save()
    return tie


@act(
    "{by} wrote down that {worker.name} will be away.", tie=False, needs=Right.ALLOCATE_WORK, makes="directory.Absence"
)
def plan_absence(
    *, by: Actor, about: None, on: date, worker: Staff, from_on: date, until_on: date, cover: Staff | None = None
) -> Absence:
    """Away from a day to a day, both included; whoever covers may see and write about the children led, for as long.
    Raises Refused: back before going, covering for oneself, away already.
    """
    if until_on < from_on:
        raise Refused("The last day away cannot come before the first.", field="until_on")
    if cover == worker:
        raise Refused("Choose someone else to cover.", field="cover")
    if Absence.objects.filter(account_id=worker.account_id, from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Refused(f"{worker.name} is away at that time already.", field="from_on")
    absence = Absence(
        account_id=worker.account_id, cover_id=cover.account_id if cover else None, from_on=from_on, until_on=until_on
    )
    absence.save()
    if cover:
        for led in Tie.objects.filter(account_id=worker.account_id, because="lead_worker", ends_at=None):
            Tie(
                account_id=cover.account_id,
                person=led.person,
                because="covering",
                may_write=True,
                starts_at=start_of(from_on),
                ends_at=start_of(until_on + timedelta(days=1)),
            ).save()
    return absence
