"""Reads the facts of every child asked about, in one statement, under the reader's own policies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access.actor import HOME_TIME, what_stands
from kith.calendar import DayLimit
from kith.people.rules import PARENTS
from kith.standards import owed
from kith.standards.shapes import At, Explained, Facts, Found, Heard, SeenLine, Shape
from kith.standards.shapes.sources import with_says
from kith.visits.rules import NOT_COUNTED

_FEWEST_VISITS = 2  # the newest, and the one before: are they the same words over again?
_AT_A_TIME = 100  # rows sent in one go

Line = TypeVar("Line")


def moment_of(today: date) -> At:
    """The day, under the pack in force here."""
    return At(today, packs.pack_for(settings.PACK, today), packs.in_turn(settings.PACK, today))


def gather(today: date, people: Iterable[int] | None = None, of: Shape | None = None) -> Iterator[Facts]:
    """The facts about each child with open work (of these people, or all the reader may see). One query. `of`: only
    what this promise is owed, where one promise is all that is asked about.

    Read it to its end before asking the database anything else: the facts of a whole caseload come as they are found.
    """
    if people is None:
        return _as_they_come(today, of)
    wanted = list(people)
    if not wanted:
        return iter(())
    with what_stands(), connection.cursor() as cursor:
        cursor.execute(_sql(everyone=False), _asked(today, wanted, of))
        return iter([_facts(row) for row in cursor.fetchall()])


def _as_they_come(today: date, of: Shape | None) -> Iterator[Facts]:
    """Everyone: judged here while the database looks up the next ones, which nearly halves the wait for a board."""
    with what_stands(), connection.cursor() as cursor, connection.wrap_database_errors:
        asked = _sql(True, of and of.id), _asked(today, None, of)
        yield from map(_facts, cursor.cursor.stream(*asked, binary=True, size=_AT_A_TIME))


_FOR_A_FEW = {
    "each": "lateral",
    "child": "child.person_id",
    "of_child": "x.person_id = child.person_id",
    "by_child": "having count(*) > 0",
}
_FOR_ALL = {
    "each": "",
    "child": "x.person_id",
    "of_child": "x.person_id in (select person_id from child)",
    "by_child": "group by x.person_id",
}
_NOTHING = "select null::bigint as person_id, null::text as promise, null::json as told where false"


@cache
def _sql(everyone: bool, of: str | None = None) -> str:
    """facts.sql for a few children (sums looked up for each, what is owed by `kith_owed`) or for a whole partnership
    (added up together, with a branch for every promise, or for the one named).
    """
    told = (Path(__file__).parent / "facts.sql").read_text(encoding="utf-8")
    branches = [source.branch(promise) for promise, source in owed.SOURCES.items() if of in (None, promise)]
    of_all = "\n  union all\n  ".join(branches or [_NOTHING])
    asked = of_all if everyone else owed.asked()
    whole = with_says(Template(told).safe_substitute(owed=asked))
    return Template(whole).substitute(_FOR_ALL if everyone else _FOR_A_FEW)


@cache
def _limits() -> list[str]:
    return sorted(set(re.findall(r"%\((limit_[a-z0-9_]+)\)s", _sql(everyone=True))))


def _asked(today: date, people: list[int] | None, of: Shape | None = None) -> dict[str, Any]:
    moment = moment_of(today)
    at_least = {harm: each.pattern_at for harm, each in moment.pack.indicators.items() if each.pattern_at}
    return {
        "people": people,
        "of": of and of.id,
        "today": today,
        "zone": str(HOME_TIME),
        "start_of_today": datetime.combine(today, time(), HOME_TIME),
        "six_years_ago": today.replace(year=today.year - 6, day=1),
        "not_counted": list(NOT_COUNTED),
        "visits": max(_FEWEST_VISITS, moment.figure("seen-alone-every")),
        "parents": list(PARENTS),
        "harms": list(at_least),
        "at_least": list(at_least.values()),
        **{name: _length(moment, name.removeprefix("limit_").replace("_", "-")) for name in _limits()},
    }


def _length(at: At, key: str) -> str | timedelta | None:
    """A limit of the pack as the database adds it to a day or a moment; None where there is none. Raises ValueError for
    one in working days, which no length of time is.
    """
    try:
        limit = at.pack.timescale(key, at.today).limit
    except packs.NotInPack:
        return None
    if isinstance(limit, DayLimit):
        if limit.unit not in ("day", "week", "month"):
            raise ValueError(f"{key} is no length of time: read it as Following.")
        return f"{limit.n} {limit.unit}s"
    noon = datetime.combine(at.today, time(12), HOME_TIME)
    return limit.after(noon, at.pack.calendar) - noon


def _facts(row: Sequence[Any]) -> Facts:
    """One row of facts.sql: the plain facts, then parallel lists, then what is owed, by promise."""
    plain, lists, told_of = row[:30], row[30:47], row[47]
    return Facts(
        *plain,
        owed={promise: owed.SOURCES[promise].read(told) for promise, told in told_of or ()},
        seen=_rows(SeenLine, lists[:5]),
        heard=_rows(Heard, lists[5:8]),
        explanations=_rows(Explained, lists[8:13]),
        found=_rows(Found, lists[13:17]),
    )


def _rows(shape: type[Line], columns: Sequence[list[Any] | None]) -> tuple[Line, ...]:
    """Parallel lists as rows of their shape; none where there are none."""
    return tuple(map(shape, *columns)) if columns[0] else ()  # type: ignore[arg-type]
