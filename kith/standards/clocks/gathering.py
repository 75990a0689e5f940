"""Reads every event of the register, for every child asked about, in one statement under the reader's own policies."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, DateField, DateTimeField, F, Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from kith.access.actor import HOME_TIME
from kith.standards.clocks.register import EVENTS, Event


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


def events_of(people: Iterable[int]) -> dict[int, list[Told]]:
    """What happened to each of these children, by child, oldest first. One query; an empty list asks nothing."""
    wanted = list(people)
    found: dict[int, list[Told]] = {person: [] for person in wanted}
    if wanted:
        first, *others = (_rows(event, wanted) for event in EVENTS)
        for row in first.union(*others, all=True):
            if row[2] or row[3]:
                told = Told(*row)
                found[told.person_id].append(told._replace(at=told.at and told.at.astimezone(HOME_TIME)))
    for events in found.values():
        events.sort(key=lambda told: (told.at.date() if told.at else told.day, told.of))
    return found


def _rows(event: Event, people: list[int]) -> QuerySet[Any, Any]:
    rows = event.model._default_manager.filter(event.only, **{f"{event.person}__in": people})
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
        "x_text": Cast(F(event.text) if event.text else Value(""), TextField()),
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
