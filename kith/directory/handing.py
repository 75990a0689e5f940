"""Whose hands a device is in: a worker's PIN, the account a child acts with, and coming back.

Called by the pages that are doors, as the serving login itself: no audience holds a grant on any of this.
"""

from datetime import datetime
from enum import Enum

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from kith.access import Audience
from kith.directory.models import Account, HandOver, Pin
from kith.record.refusals import Refused

MOST_WRONG = 5  # then only the worker's full sign-in brings them back
SHORTEST, LONGEST = 4, 8
_COUNTING = "0123456789" * 2


class Tried(Enum):
    """What became of one try at a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


def choose_pin(account: Account, pin: str, now: datetime) -> None:
    """Set the PIN this worker comes back with. Raises Refused for one that anybody would try first."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise Refused(f"Choose {SHORTEST} to {LONGEST} numbers.", field="pin")
    if len(set(pin)) == 1 or pin in _COUNTING or pin[::-1] in _COUNTING:
        raise Refused("Choose numbers a child beside you would not guess: not all the same, not in a row.", field="pin")
    Pin.objects.update_or_create(account=account, defaults={"secret": make_password(pin), "set_at": now})


def has_pin(account: Account) -> bool:
    return Pin.objects.filter(account=account).exists()


def pin_is(account: Account, pin: str) -> bool:
    """Whether this is the worker's PIN; asked before the device is handed over, so that they know it."""
    kept = Pin.objects.filter(account=account).first()
    return kept is not None and check_password(pin, kept.secret)


def childs_account(person_id: int, ref: str, called: str) -> Account:
    """The account a child acts with, made the first time. It has no password and no real e-mail address: a child is
    let in by a worker, until a way of signing in of their own is given to them.
    """
    account = Account.objects.filter(person_id=person_id, audience=Audience.CHILD).first()
    return account or Account.objects.create_user(
        f"{ref.lower()}@child.invalid", name=called, audience=Audience.CHILD, person_id=person_id
    )


def held(pk: int | None) -> HandOver | None:
    """The hand-over a session speaks of, while it lasts."""
    return HandOver.objects.filter(pk=pk, ended_at=None).select_related("worker").first()


def try_pin(hand_over: HandOver, pin: str, now: datetime) -> Tried:
    """One try at coming back. The fifth wrong one in a hand-over ends it, whatever is tried after."""
    with transaction.atomic():
        now_held = HandOver.objects.select_for_update().filter(pk=hand_over.pk, ended_at=None).first()
        if now_held is None:
            return Tried.LOCKED
        if now_held.worker.is_active and pin_is(now_held.worker, pin):
            return Tried.RIGHT
        now_held.wrong_pins += 1
        now_held.save(update_fields=["wrong_pins"])
        if now_held.wrong_pins < MOST_WRONG:
            return Tried.WRONG
        end(now_held, "locked", now)
        return Tried.LOCKED


def end(hand_over: HandOver, how: str, now: datetime) -> None:
    hand_over.ended_at, hand_over.ended_as = now, how
    hand_over.save(update_fields=["ended_at", "ended_as"])
