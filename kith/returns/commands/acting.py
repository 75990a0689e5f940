"""Who a command acts as: the system, in one transaction; in the name of an account when one is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kith.access import SYSTEM, Actor, Right, acting_as
from kith.directory.models import Account
from kith.directory.queries import actor_for
from kith.record import Refused, attempts


@contextmanager
def acting_for(email: str | None) -> Iterator[Actor]:
    """The actor of a statutory file: what they do is kept when the block ends well, all of it, and only then.

    Raises Refused for an account that is not there, or has no role with the right to run returns.
    """
    now = timezone.now()
    with attempts.collected(by=SYSTEM(now)), transaction.atomic(), acting_as(SYSTEM(now)):
        by = _named(email, now) if email else SYSTEM(now)
        with acting_as(by):
            yield by


def _named(email: str, now: datetime) -> Actor:
    account = Account.objects.filter(email=email.lower(), is_active=True).first()
    if account is None:
        raise Refused(f"Nobody signs in here as {email}.")
    if not actor_for(account, now).may(Right.RUN_RETURNS):
        raise Refused(f"{account.name} has no role that takes in or writes statutory files.")
    return replace(SYSTEM(now), account_id=account.pk, name=account.name)
