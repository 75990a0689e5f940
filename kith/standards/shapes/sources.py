"""Where a promise reads what is owed: one table of the record, in one of a few plain forms.

Each is SQL over the alias `x`, whose rows have an `id` and a `person_id`: `table` may be a statement in brackets, and
`only` leaves rows out. They may use %(today)s, %(zone)s, and a limit of the pack as a length of time, empty where the
pack has none (%(limit_plan_review)s is `plan-review`); and %(harms)s with %(at_least)s: the kinds of harm
whose signs make a pattern here, and on how many records.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.standards.shapes.facts import Asked, Events, Owed, Time, Waiting


@dataclass(frozen=True, kw_only=True)
class Source(ABC):
    """`sums` gives what is told of one child, as the parts of a JSON list; `read` makes facts of them."""

    table: str
    only: str = "true"

    @abstractmethod
    def sums(self) -> str: ...

    @abstractmethod
    def read(self, told: Sequence[Any]) -> Any: ...

    def branch(self, promise: str) -> str:
        """$child, $of_child and $by_child are as in facts.sql."""
        told = f"'{promise}' as promise, json_build_array({self.sums()}) as told"
        return f"select $child, {told}\n  from {self.table} x where {self.only} and $of_child $by_child"  # noqa: S608


@dataclass(frozen=True, kw_only=True)
class Answering(Source):
    """Asked, to be answered by a day each row carries. `left`: nothing is owed any more. `late`: late whatever the days
    say.
    """

    done: str
    due: str = "x.due_on"
    left: str = "false"
    late: str = "false"

    def sums(self) -> str:
        is_open = f"filter (where {self.done} is null and not ({self.left}))"
        late = f"({self.done} > {self.due} or {self.late})"
        return (
            f"array_agg(x.id) {is_open}, array_agg({self.due}) {is_open}, "
            f"max({self.done}) filter (where not {late}), "
            f"max({self.done}) filter (where {late}), max({self.due}) filter (where {late})"
        )

    def read(self, told: Sequence[Any]) -> Asked:
        ids, dues, *closed = told
        owed = tuple(Owed(id_, _day(due)) for id_, due in zip(ids or (), dues or (), strict=True))
        return Asked(owed, *map(_maybe, closed))


@dataclass(frozen=True, kw_only=True)
class Following(Source):
    """Happened, to be followed within a limit of the pack that runs from the day `since`. `because`: why it was left
    undone, in words; `left`: nothing is owed any more. `key`: the limit of each row, where a promise has several.
    `in_file`: another system's file may tell of it, so that it counts only once the child is settled in (7.10).
    """

    done: str
    since: str
    left: str = "false"
    because: str = "''::text"
    key: str = "''::text"
    in_file: bool = False

    def sums(self) -> str:
        is_open = f"filter (where {self.done} is null and not ({self.left}))"
        # Days as text, so that the limit of the newest comes along with it; they sort as days do.
        done = f"max(array[{self.done}::text, {self.since}::text, {self.key}]) filter (where {self.done} is not null)"
        return (
            f"array_agg(x.id) {is_open}, array_agg({self.since}) {is_open}, array_agg({self.because}) {is_open}, "
            f"array_agg({self.key}) {is_open}, ({done})[1], ({done})[2], ({done})[3]"
        )

    def read(self, told: Sequence[Any]) -> Events:
        *lists, done_on, since, key = told
        rows = zip(*(each or () for each in lists), strict=True)
        waiting = tuple(Waiting(id_, _day(day), why, its) for id_, day, why, its in rows)
        return Events(waiting, _maybe(done_on), _maybe(since), key or "")


@dataclass(frozen=True, kw_only=True)
class Timing(Source):
    """Each time it came up: `how` it went (kept, late, waiting, overdue, left), and how many `minutes` it took."""

    at: str  # a moment, or a day
    how: str
    minutes: str = "null::int"

    def sums(self) -> str:
        newest_first = f"order by {self.at} desc, x.id desc"
        day = f"(({self.at}) at time zone %(zone)s)::date"
        return ", ".join(f"array_agg({told} {newest_first})" for told in ("x.id", day, self.how, self.minutes))

    def read(self, told: Sequence[Any]) -> tuple[Time, ...]:
        return tuple(Time(id_, _day(on), how, minutes) for id_, on, how, minutes in zip(*told, strict=True))


@dataclass(frozen=True, kw_only=True)
class Newest(Source):
    """Done again and again: the newest day `on` of all that count."""

    on: str

    def sums(self) -> str:
        return f"max({self.on})"

    def read(self, told: Sequence[Any]) -> date | None:
        return _maybe(told[0])


@dataclass(frozen=True, kw_only=True)
class Named(Source):
    """Several things to be there, each by its `name`."""

    name: str

    def sums(self) -> str:
        return f"array_agg(distinct {self.name})"

    def read(self, told: Sequence[Any]) -> tuple[str, ...]:
        return tuple(told[0] or ())


def _day(said: str) -> date:
    return date.fromisoformat(said)


def _maybe(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
