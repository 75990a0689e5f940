"""Ways to go and see children, for the tests of this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection

from kith.access import acting_as
from kith.record.models import Act, Occasion
from kith.visits.acts import Seen, record_visit
from tests.cast import NOW, TODAY


def visit(by: Any, lines: list[Seen], **details: Any) -> Any:
    """A home visit an hour ago, unless said otherwise."""
    given = {
        "by": by,
        "about": [line.person for line in lines],
        "on": TODAY,
        "lines": lines,
        "happened_at": NOW - timedelta(hours=1),
        "mode": "home",
        "for_everyone": "Warm, food in the cupboard, a bed for each child.",
        **details,
    }
    return record_visit(**given)


def went_before(cast: Any, days: int, lines: list[Seen], **details: Any) -> Any:
    """The same, some days ago, recorded that day in Aisha's name."""
    by = replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=NOW - timedelta(days=days))
    with acting_as(by):
        return visit(by, lines, on=by.today, happened_at=by.now - timedelta(hours=1), **details)


def not_seen(child: Any, **details: Any) -> Seen:
    return Seen(child, False, not_seen_because="refused", plan_to_see="At school tomorrow at 9.", **details)


@contextmanager
def the_log_will_not_be_written() -> Iterator[None]:
    """Every line of the log is refused by the database, and nothing at all may be left of what was tried."""
    with connection.cursor() as cursor:
        cursor.execute(
            "create function no_log() returns trigger language plpgsql as"
            " $$ begin raise exception 'the log cannot be written'; end $$;"
            " create trigger no_log before insert on record_act for each row execute function no_log()"
        )
    before = Occasion.objects.count(), Act.objects.count()
    with pytest.raises(DatabaseError, match="the log cannot be written"):
        yield
    assert (Occasion.objects.count(), Act.objects.count()) == before
