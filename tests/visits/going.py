"""Ways to go and see children, and to write about it, for the tests of visits."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account
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
def the_log_will_not_be_written(table: str = "record_act") -> Iterator[None]:
    """Every line of the log is refused by the database, and nothing at all may be left of what was tried."""
    with connection.cursor() as cursor:
        cursor.execute(
            "create function no_log() returns trigger language plpgsql as"
            " $$ begin raise exception 'the log cannot be written'; end $$;"
            f" create trigger no_log before insert on {table} for each row execute function no_log()"
        )
    before = Occasion.objects.count(), Act.objects.count()
    with pytest.raises(DatabaseError, match="the log cannot be written"):
        yield
    assert (Occasion.objects.count(), Act.objects.count()) == before


def page(name: str, child: Any, *pk: int, **asked: Any) -> str:
    """The path of a page about a child."""
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(name, args=[child.ref, *pk]) + (f"?{query}" if query else "")


def text(answer: Any) -> str:
    return answer.content.decode()


def shared(**given: Any) -> dict[str, Any]:
    """What is answered once for everyone: today at half past nine, at home."""
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    return {**day, "at": "9:30am", "mode": "home", "for_everyone": "Warm, soup on the stove.", **given}


def child_part(child: Any, seen: str, **given: Any) -> dict[str, Any]:
    return {f"{child.ref}-{name}": value for name, value in {"seen": seen, **given}.items()}


def sheet(cast: Any, **given: Any) -> dict[str, Any]:
    """Maya seen alone, Leo and Sam not part of it."""
    others = {**child_part(cast.leo, "absent"), **child_part(cast.sam, "absent")}
    return {**shared(), **child_part(cast.maya, "seen", alone="alone", saw="Drew."), **others, **given}


def save(browse: Any, cast: Any, data: dict[str, Any], who: str = "aisha", child: Any = None) -> Any:
    return browse(who).post(page("record-visit", child or cast.maya), data)


def seal(cast: Any, child: Any) -> None:
    """Only Rowan knows of this child from now on."""
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=child,
            level="sealed",
            because="A colleague's family.",
            guardian=Account.objects.get(pk=cast.rowan.account_id),
            review_on=TODAY + timedelta(days=90),
        )
