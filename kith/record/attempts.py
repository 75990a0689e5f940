"""Refused and forbidden tries, remembered until the transaction they failed in is over, then written down."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from django.db import transaction

from kith.access import Actor, acting_as
from kith.record.models import Attempt
from kith.record.refusals import NotYours, Refused

_waiting: ContextVar[list[Attempt] | None] = ContextVar("attempts", default=None)


@contextmanager
def collected(*, by: Actor | None = None) -> Iterator[None]:
    """Gather attempts during a request, job or command, and write them down when it is over, whatever happened to it.

    The serving login writes them itself, before anyone is known; other logins say who writes (`by`).
    """
    token = _waiting.set([])
    try:
        yield
    finally:
        waiting = _waiting.get() or []
        _waiting.reset(token)
        if waiting:
            with transaction.atomic(), acting_as(by) if by else nullcontext():
                for attempt in waiting:
                    attempt.save(force_insert=True)


@contextmanager
def remembered(name: str, by: Actor, people: list[Any]) -> Iterator[None]:
    """Note it when the block is refused or forbidden; the refusal itself goes on its way."""
    try:
        yield
    except (Refused, NotYours) as refusal:
        note(name, by, [p.pk for p in people], refusal)
        raise


def note(name: str, by: Actor, person_ids: list[int], refusal: Exception) -> None:
    waiting = _waiting.get()
    if waiting is None:
        return
    outcome = "refused" if isinstance(refusal, Refused) else "forbidden"
    waiting.append(
        Attempt(
            at=by.now,
            account_ref=by.account_id,
            person_refs=person_ids,
            name=name,
            outcome=outcome,
            reason=str(refusal) if outcome == "refused" else "",
        )
    )
