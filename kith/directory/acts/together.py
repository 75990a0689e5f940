"""Handing a device over to a child."""

from datetime import date, datetime
from typing import Any

from kith.access import Actor, Right
from kith.directory.models import Account, HandOver, Tie
from kith.record.acting import act


@act("{by} handed the device over to {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def hand_over(
    *, by: Actor, about: Any, on: date, account: Account, device: str, signed_in_at: datetime, guided: bool
) -> HandOver:
    """Together mode (J3): from now on the device is the child's. The tie that lets the child's own account see what is
    the child's begins with the first time.
    """
    if not Tie.objects.filter(account=account, person=about, because="self", ends_at=None).exists():
        Tie(account=account, person=about, because="self", may_write=True, starts_at=by.now).save()
    held = HandOver(
        person=about,
        worker_id=by.account_id,
        worker_name=by.name,
        device=device,
        guided=guided,
        started_at=by.now,
        signed_in_at=signed_in_at,
    )
    held.save(force_insert=True)
    return held
