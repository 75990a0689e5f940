"""Reads every event of the register, for every child asked about, in one statement under the reader's own policies."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateField,
    DateTimeField,
    F,
    Func,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from kith.access.actor import HOME_TIME
from kith.standards.clocks.register import EVENTS
from kith.standards.clocks.shapes import Event


class Told(NamedTuple):
    """One event of one child: `day`, or `at` in home time; `of` what it is about; `spell` the work it belongs to."""

    person_id: int
    event: str
    day: date | None
    at: datetime | None
    of: int
    spell: int | None
    until: date | None
    text: str

    @property
    def when(self) -> date:
        """The moment where one is known, else the day."""
        return self.at or self.day  # type: ignore[return-value]


_COLUMNS = [f"x_{name}" for name in Told._fields]
_ASKED = [-1]  # stands in the statement for the children asked about


def events_of(people: Iterable[int]) -> dict[int, list[Told]]:
    """What happened to each of these children, by child, oldest first. One query; an empty list asks nothing."""
    found: dict[int, list[Told]] = {person: [] for person in people}
    if not found:
        return found
    sql, given = _statement()
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(found) if one == _ASKED else one for one in given])
        rows = cursor.fetchall()
    for row in map(Told._make, rows):
        if row.when:
            found[row.person_id].append(row._replace(at=row.at and row.at.astimezone(HOME_TIME)))
    for events in found.values():
        events.sort(key=lambda told: (told.at.date() if told.at else told.day, told.of))
    return found


@cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    """Put together once: to build and compile forty queries takes ten times as long as to ask them."""
    first, *others = map(_rows, EVENTS)
    return first.union(*others, all=True).query.sql_with_params()


class _Among(Func):
    """Whether a number is one of those in an array."""

    template, arg_joiner = "%(expressions)s)", " = any("
    output_field = BooleanField()


def _rows(event: Event) -> QuerySet[Any, Any]:
    among = _Among(F(event.person), Value(_ASKED, ArrayField(BigIntegerField())))
    rows = event.model._default_manager.filter(event.only, among)
    if isinstance(event.day, str):
        rows = rows.filter(**{f"{event.day or event.at}__isnull": False})
    if getattr(event.day, "contains_aggregate", False):
        rows = rows.values(event.person).annotate(x_day=event.day)
    columns = {
        "x_person_id": F(event.person),
        "x_event": Cast(Value(event.name), TextField()),
        "x_day": _column(event.day, DateField()),
        "x_at": _column(event.at, DateTimeField()),
        "x_of": _column(event.of, BigIntegerField()),
        "x_spell": _column(event.spell, BigIntegerField()),
        "x_until": _column(event.until, DateField()),
        "x_text": _column(event.text or Value(""), TextField()),
    }
    columns = {name: column for name, column in columns.items() if name not in rows.query.annotations}
    return rows.annotate(**columns).order_by().values_list(*_COLUMNS)


def _column(told: str | Combinable, kind: Any) -> Combinable:
    """The field or expression, or nothing of that kind: a union needs every column's kind said."""
    if not told:
        return Cast(Value(None), kind)
    if isinstance(told, Func) and told.set_returning:
        return told
    return Cast(F(told) if isinstance(told, str) else told, kind)
