"""Reads the facts of every child asked about, in one statement, under the reader's own policies."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access.actor import HOME_TIME
from kith.people.rules import PARENTS
from kith.standards.shapes import Asked, At, Explained, Facts, Found, Heard, Owed, SeenLine
from kith.visits.rules import NOT_COUNTED

_VISITS = 3  # enough to see the same words twice, and two visits running
_NOTHING = Asked()
Line = TypeVar("Line")


def moment_of(today: date) -> At:
    """The day, under the pack in force here."""
    return At(today, packs.pack_for(settings.PACK, today))


def gather(today: date, people: Iterable[int] | None = None) -> list[Facts]:
    """The facts about each child with open work (of these people, or all the reader may see). One query."""
    wanted = None if people is None else list(people)
    if wanted == []:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_sql(), _asked(today, wanted))
        names = [column.name for column in cursor.description]
        return [_facts(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


@cache
def _sql() -> str:
    return (Path(__file__).parent / "facts.sql").read_text(encoding="utf-8")


def _asked(today: date, people: list[int] | None) -> dict[str, Any]:
    return {
        "people": people,
        "today": today,
        "zone": str(HOME_TIME),
        "start_of_today": datetime.combine(today, time(), HOME_TIME),
        "six_years_ago": today.replace(year=today.year - 6, day=1),
        "not_counted": list(NOT_COUNTED),
        "visits": _VISITS,
        "parents": list(PARENTS),
    }


def _facts(row: dict[str, Any]) -> Facts:
    """One row of facts.sql: what is named as in Facts goes in as it is, the rest is put together."""

    def lines(shape: type[Line], *columns: str) -> tuple[Line, ...]:
        """Parallel arrays as rows of their shape; none where there are none."""
        if not row[columns[0]]:
            return ()
        return tuple(shape(*values) for values in zip(*(row[name] for name in columns), strict=True))

    def things(open_: tuple[Owed, ...], *last: str) -> Asked:
        days = [row[name] for name in last]
        return Asked(open_, *days) if open_ or days[-1] else _NOTHING

    return Facts(
        **{name: row[name] for name in Facts.__slots__ if name in row},
        seen=lines(SeenLine, "seen_on", "seen_alone", "saw", "observed"),
        heard=lines(Heard, "heard_on", "heard_text", "shared"),
        wishes=things(
            lines(Owed, "wish_id", "wish_since", "wish_due"), "answered_since", "answered_due", "answered_on"
        ),
        answers=things(
            lines(Owed, "untold_id", "untold_since", "untold_due", "untold_because"),
            "told_since",
            "told_due",
            "told_on",
        ),
        gaps=things(lines(Owed, "gap_id", "gap_since", "gap_due"), "closed_since", "closed_due", "closed_on"),
        next_on=row["next_at"].astimezone(HOME_TIME).date() if row["next_at"] else None,
        explanations=lines(Explained, "explained_id", "explained_standard", "explained_on", "accepted", "expires_on"),
        found=lines(Found, "found_id", "found_standard", "verdict", "found_on"),
    )
