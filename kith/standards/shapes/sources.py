"""Where a promise reads what is owed: one table of the record, in one of three plain forms.

Each is SQL over the alias `x`, whose rows have an `id` and a `person_id`: `table` may be a statement in brackets, and
`only` leaves rows out. They may use %(today)s, %(zone)s, and a limit of the pack as a length of time, empty where the
pack has none: %(limit_plan_review)s is `plan-review`.
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
        ids, dues, in_time, late, late_due = told
        owed = tuple(map(Owed, ids, map(_DAYS.__getitem__, dues))) if ids else ()
        return Asked(owed, _DAYS[in_time], _DAYS[late], _DAYS[late_due])


@dataclass(frozen=True, kw_only=True)
class Following(Source):
    """Happened, to be followed within a limit of the pack that runs from the day `since`. `because`: why it was left
    undone, in words; `left`: nothing is owed any more.
    """

    done: str
    since: str
    left: str = "false"
    because: str = "''::text"

    def sums(self) -> str:
        is_open = f"filter (where {self.done} is null and not ({self.left}))"
        done = f"max(array[{self.done}, {self.since}]) filter (where {self.done} is not null)"
        return (
            f"array_agg(x.id) {is_open}, array_agg({self.since}) {is_open}, array_agg({self.because}) {is_open}, "
            f"({done})[1], ({done})[2]"
        )

    def read(self, told: Sequence[Any]) -> Events:
        ids, days, because, done_on, since = told
        waiting = tuple(map(Waiting, ids, map(_DAYS.__getitem__, days), because)) if ids else ()
        return Events(waiting, _DAYS[done_on], _DAYS[since])


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
        ids, days, how, minutes = told
        return tuple(map(Time, ids, map(_DAYS.__getitem__, days), how, minutes))


class _Days(dict[str | None, Any]):
    """A day as it is sent, each read once: a partnership's board is sent a few hundred of them thousands of times."""

    def __missing__(self, said: str | None) -> date | None:
        self[said] = date.fromisoformat(said) if said else None
        return self[said]


_DAYS = _Days()
