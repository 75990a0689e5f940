"""Reads the facts of every child asked about, in one statement, under the reader's own policies."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from string import Template
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access.actor import HOME_TIME
from kith.people.rules import PARENTS
from kith.standards.owing import OWING, Following, Owing, columns, joins
from kith.standards.shapes import Asked, At, Events, Explained, Facts, Found, Heard, Owed, SeenLine, Time, Waiting
from kith.visits.rules import NOT_COUNTED, THEIRS

_FEWEST_VISITS = 2  # the newest, and the one before: are they the same words over again?
_AT_A_TIME = 100  # rows sent in one go

Line = TypeVar("Line")


def moment_of(today: date) -> At:
    """The day, under the pack in force here."""
    return At(today, packs.pack_for(settings.PACK, today), packs.in_turn(settings.PACK, today))


def gather(today: date, people: Iterable[int] | None = None) -> Iterator[Facts]:
    """The facts about each child with open work (of these people, or all the reader may see). One query.

    Read it to its end before asking the database anything else: the facts of a whole caseload come as they are found.
    """
    if people is None:
        return _as_they_come(today)
    wanted = list(people)
    if not wanted:
        return iter(())
    with connection.cursor() as cursor:
        cursor.execute(_sql(everyone=False), _asked(today, wanted))
        return iter([_facts(row) for row in cursor.fetchall()])


def _as_they_come(today: date) -> Iterator[Facts]:
    """Everyone: judged here while the database looks up the next ones, which nearly halves the wait for a board."""
    with connection.cursor() as cursor, connection.wrap_database_errors:
        yield from map(_facts, cursor.cursor.stream(_sql(everyone=True), _asked(today, None), size=_AT_A_TIME))


_FOR_A_FEW = {
    "each": "lateral",
    "child": "child.person_id",
    "of_child": "x.person_id = child.person_id",
    "by_child": "",
}
_FOR_ALL = {
    "each": "",
    "child": "x.person_id",
    "of_child": "x.person_id in (select person_id from child)",
    "by_child": "group by x.person_id",
}


@cache
def _sql(everyone: bool) -> str:
    """facts.sql for a few children (sums looked up for each) or for a whole partnership (added up together)."""
    told = (Path(__file__).parent / "facts.sql").read_text(encoding="utf-8")
    whole = Template(told).safe_substitute(columns=columns(), joins=joins())
    return Template(whole).substitute(_FOR_ALL if everyone else _FOR_A_FEW)


def _asked(today: date, people: list[int] | None) -> dict[str, Any]:
    return {
        "people": people,
        "today": today,
        "zone": str(HOME_TIME),
        "start_of_today": datetime.combine(today, time(), HOME_TIME),
        "six_years_ago": today.replace(year=today.year - 6, day=1),
        "not_counted": list(NOT_COUNTED),
        "visits": max(_FEWEST_VISITS, moment_of(today).figure("seen-alone-every")),
        "parents": list(PARENTS),
        "theirs": list(THEIRS),
        "within": _minutes(moment_of(today), "acknowledge-exposure"),
        "return_talk": _minutes(moment_of(today), "return-interview"),
        "look_again": _months(moment_of(today), "plan-review"),
    }


def _months(at: At, key: str) -> str | None:
    """A limit of the pack in months as the database adds it to a day; None where there is none."""
    limit = at.limit(key)
    return f"{limit.n} months" if limit and limit.unit == "month" else None


def _minutes(at: At, key: str) -> timedelta | None:
    """A limit of the pack in minutes or hours as a length of time; None where there is none."""
    try:
        limit = at.pack.timescale(key, at.today).limit
    except packs.NotInPack:
        return None
    noon = datetime.combine(at.today, time(12), HOME_TIME)
    return limit.after(noon, at.pack.calendar) - noon


def _facts(row: Sequence[Any]) -> Facts:
    """One row of facts.sql: the plain facts, the days of what was closed, lists, then what is owed by table."""
    plain, closed, lists, owing = row[:30], row[30:40], row[40:74], iter(row[74:])
    answered, (told_on, told_since, got_on, got_since) = closed[:3], closed[3:7]
    lines, heard, wishes, untold, ungot = lists[:4], lists[4:7], lists[7:9], lists[9:12], lists[12:14]
    gaps, unobserved, explained, found = lists[14:16], lists[16], lists[17:22], lists[22:26]
    moved, close = lists[26:30], lists[30:34]
    return Facts(
        *plain,
        seen=_seen(lines, unobserved or ()),
        heard=_rows(Heard, heard),
        wishes=Asked(_rows(Owed, wishes), *answered),
        answers=Events(_rows(Waiting, untold), told_on, told_since),
        receipts=Events(_rows(Waiting, ungot), got_on, got_since),
        gaps=Asked(_rows(Owed, gaps), *closed[7:10]),
        explanations=_rows(Explained, explained),
        found=_rows(Found, found),
        moved_visits=_rows(Time, moved),
        dangers_close=_rows(Time, close),
        **{name: _owing(one, list(islice(owing, len(one.columns)))) for name, one in OWING.items()},
    )


def _owing(one: Owing, columns: Sequence[Any]) -> Any:
    if isinstance(one, Following):
        return Events(_rows(Waiting, columns[:2]), *columns[2:])
    return Asked(_rows(Owed, columns[:2]), *columns[2:])


def _rows(shape: type[Line], columns: Sequence[list[Any] | None]) -> tuple[Line, ...]:
    """Parallel lists as rows of their shape; none where there are none."""
    return tuple(map(shape, *columns)) if columns[0] else ()  # type: ignore[arg-type]


def _seen(columns: Sequence[list[Any] | None], unobserved: Collection[int]) -> tuple[SeenLine, ...]:
    lines, *shown = columns
    return tuple(map(SeenLine, *shown, (line not in unobserved for line in lines))) if lines else ()  # type: ignore[arg-type]
