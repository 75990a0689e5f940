"""Where a promise reads what it is about: one table of the record, in one of a few plain forms.

Each is SQL over the alias `x`, whose rows have an `id` and a `person_id`: `table` may be a statement in brackets, and
`only` leaves rows out. They may use %(today)s, %(zone)s, and a limit of the pack as a length of time, empty where the
pack has none (%(limit_plan_review)s is `plan-review`); and %(harms)s with %(at_least)s: the kinds of harm whose signs
make a pattern here, and on how many records. says(x.text) is whether a text says something: a dot or "n/a" does not
(design 7.11).
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kith.standards.shapes.facts import Asked, Events, Gone, Owed, There, Time, Waiting
from kith.words import SAYS_NOTHING

_SAYS = re.compile(r"\bsays\(([a-z_.]+)\)")
_LONGEST = max(map(len, SAYS_NOTHING.split("|")))


@dataclass(frozen=True, kw_only=True)
class Source(ABC):
    """`sums` gives what is told of one child, as the parts of a JSON list; `read` makes facts of them."""

    everyone: ClassVar[bool] = False  # whether it speaks of children, too, of whom nothing stands there

    table: str
    only: str = "true"

    @abstractmethod
    def sums(self) -> str: ...

    @abstractmethod
    def read(self, told: Sequence[Any]) -> Any: ...

    def branch(self, promise: str) -> str:
        """$child, $of_child and $by_child are as in facts.sql."""
        told = f"'{promise}' as promise, json_build_array({self.sums()}) as told"
        sql = f"select $child, {told}\n  from {self.table} x where {self.only} and $of_child $by_child"  # noqa: S608
        return with_says(sql)


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
    undone, in words; `left`: nothing is owed any more; `gone`: since which day, where what was late by then stays late.
    `key`: the limit of each row, where a promise has several. `in_file`: another system's file may tell of it, so that
    it counts only once the child is settled in (7.10).
    """

    done: str
    since: str
    left: str = "false"
    gone: str = ""
    because: str = "''::text"
    key: str = "''::text"
    in_file: bool = False

    def sums(self) -> str:
        is_open = f"filter (where {self.done} is null and not ({self.left}))"
        # Days as text, so that the limit of the newest comes along with it; they sort as days do.
        done = f"max(array[{self.done}::text, {self.since}::text, {self.key}]) filter (where {self.done} is not null)"
        return (
            f"array_agg(x.id) {is_open}, array_agg({self.since}) {is_open}, array_agg({self.because}) {is_open}, "
            f"array_agg({self.key}) {is_open}, ({done})[1], ({done})[2], ({done})[3]{self._gone()}"
        )

    def _gone(self) -> str:
        if not self.gone:
            return ""
        is_gone = f"filter (where {self.done} is null and {self.gone} is not null)"
        return "".join(f", array_agg({told}) {is_gone}" for told in (self.since, self.gone, self.key))

    def read(self, told: Sequence[Any]) -> Events:
        ids, days, because, keys, done_on, since, key, *gone = told
        waiting = tuple(map(Waiting, ids, map(_DAYS.__getitem__, days), because, keys)) if ids else ()
        return Events(waiting, _DAYS[done_on], _DAYS[since], key or "", _gone(*gone) if gone and gone[0] else ())


def _gone(since: Sequence[str], on: Sequence[str], keys: Sequence[str]) -> tuple[Gone, ...]:
    return tuple(map(Gone, map(_DAYS.__getitem__, since), map(_DAYS.__getitem__, on), keys))


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


@dataclass(frozen=True, kw_only=True)
class Newest(Source):
    """What is there today: how much of it, and the newest day it is `of`."""

    everyone: ClassVar[bool] = True

    of: str

    def sums(self) -> str:
        return f"count(*), max({self.of})"

    def read(self, told: Sequence[Any]) -> There:
        n, on = told
        return There(n, _DAYS[on])


@dataclass(frozen=True, kw_only=True)
class Named(Source):
    """Several things to be there, each by its `name`."""

    everyone: ClassVar[bool] = True

    name: str

    def sums(self) -> str:
        return f"array_agg(distinct {self.name})"

    def read(self, told: Sequence[Any]) -> tuple[str, ...]:
        return tuple(told[0] or ())


def with_says(sql: str) -> str:
    """This SQL, a template, with every says(x.text) written out."""
    return _SAYS.sub(_says, sql)


def _says(found: re.Match[str]) -> str:
    """Nearly `kith.words.needs_words`, turned round, without a word of this child to compare it with. Most texts have
    more letters than anything that says nothing, and are not looked at further.
    """
    longer = f"{found[1]} ~ '^([^[:alnum:]]*[[:alnum:]]){{{_LONGEST + 1}}}'"
    bare = f"btrim(lower(regexp_replace({found[1]}, '[[:space:][:punct:]–—…’“”]+', ' ', 'g')))"
    return f"({longer} or {bare} !~ '^({SAYS_NOTHING})?$$')"


class _Days(dict[str | None, Any]):
    """A day as it is sent, each read once: a partnership's board is sent a few hundred of them thousands of times."""

    def __missing__(self, said: str | None) -> date | None:
        self[said] = date.fromisoformat(said) if said else None
        return self[said]


_DAYS = _Days()
