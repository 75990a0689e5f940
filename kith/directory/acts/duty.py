"""Turns on duty."""

from datetime import date, datetime, timedelta

from kith.access import Actor, Right
from kith.directory.acts.welcoming import found
from kith.directory.models import Account, DutyTurn
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} put {name} on the duty rota.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    again=found(DutyTurn, "account", "starts_at"),
)
def take_duty(
    *,
    by: Actor,
    about: None,
    on: date,
    account: Account,
    name: str,
    phone: str,
    starts_at: datetime,
    ends_at: datetime,
    place: int = 1,
) -> DutyTurn:
    if ends_at - starts_at > timedelta(days=31):
        raise Refused("A turn on duty is a month at most.", field="ends_at")
    turn = DutyTurn(account=account, name=name, phone=phone, starts_at=starts_at, ends_at=ends_at, place=place)
    turn.save()
    return turn
