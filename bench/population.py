"""A made-up authority of any size, written past the acts in bulk: only ever measured, never shown.

It lives in the embedded server of `.build/bench`, one database for each size and state of the tables, and is kept for
the next time.
"""

import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import psycopg

from bench import rows
from kith.embedded.connections import as_superuser
from kith.people.rules.references import new_reference
from kith.running import home, say
from tests.databases import owner, template_ready

DAY = date(2026, 11, 17)  # the day everything is counted back from
# Names read better as a sentence.
_GIVEN = ("Ada Ben Cal Dee Eli Fay Gus Ivy Jed Kit Lou Mia Ned Oli Pip Rae Sid Tia Una Vic Wyn Zoe").split(" ")  # noqa: SIM905
_MORE = ("", "n", "ra", "lin", "mo")
_FAMILY = ("Abara Brook Chen Dudek Evans Farah Grant Hoxha Iqbal Jones Kaya Lopez Moyo Okoro Patel").split(" ")  # noqa: SIM905
_ENDS = ("", "son", "ley", "ford", "wick", "by", "ton", "er", "sham", "field", "worth", "ova")


@dataclass(frozen=True)
class Sizes:
    """Of so many people six in ten are or were children known to the authority, at most 15,000 with open work."""

    people: int

    @property
    def children(self) -> int:
        return self.people * 6 // 10

    @property
    def open(self) -> int:
        return min(15_000, self.people * 3 // 10)

    @property
    def visits_if_closed(self) -> int:
        """So that there are about ten acts for each person altogether."""
        return max(1, round((9 * self.people - 20 * self.open) / (self.children - self.open)))

    def as_numbers(self) -> dict[str, int]:
        return {
            "people": self.people,
            "children": self.children,
            "open": self.open,
            "visits_if_closed": self.visits_if_closed,
            "workers": max(1, self.open // 20),
            "teams": max(1, self.open // 160),
        }


@contextmanager
def populated(size: int) -> Iterator[Sizes]:
    """Django's connection leads to the authority of this size; it is made when it is not there."""
    sizes = Sizes(size)
    with template_ready() as template, owner() as server:
        name = f"kith_bench_{size}_{_state(template)}"
        if not server.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            _make(server, template, name, sizes)
        with speaking_to(name):
            yield sizes


@contextmanager
def speaking_to(name: str) -> Iterator[None]:
    """Django's connection leads to this database as long as the block runs."""
    from django.db import connection

    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _state(template: str) -> str:
    """Of the tables, and of what is put into them."""
    here = Path(__file__)
    filled = b"".join(each.read_bytes() for each in [here, *sorted((here.parent / "rows").glob("*.py"))])
    return f"{template.rpartition('_')[2]}_{hashlib.sha256(filled).hexdigest()[:6]}"


def _make(server: psycopg.Connection, template: str, name: str, sizes: Sizes) -> None:
    for (old,) in server.execute("select datname from pg_database where datname ~ '^kith_bench_[0-9]+_'").fetchall():
        if not old.endswith(_state(template)):
            server.execute(f'drop database "{old}" with (force)')
    say(f"Making an authority of {sizes.people:,} people, {sizes.open:,} of them children with open work ...")
    began = time.monotonic()
    server.execute(f'create database "{name}_new" template "{template}"')
    with as_superuser(home(), f"{name}_new") as connection:
        _fill(connection, sizes)
        acts, bytes_used = connection.execute(
            "select (select count(*) from record_act), pg_database_size(current_database())"
        ).fetchone() or (0, 0)
    server.execute(f'alter database "{name}_new" rename to "{name}"')
    say(f"Made: {acts:,} acts, {bytes_used / 2**20:,.0f} MB, in {time.monotonic() - began:.0f} s.")


def _fill(connection: psycopg.Connection, sizes: Sizes) -> None:
    """Triggers and foreign keys rest meanwhile: every row says itself where it belongs."""
    connection.execute("set session_replication_role = replica")
    connection.execute("set synchronous_commit = off")
    connection.execute("select setseed(0.5)")
    _name_everyone(connection, sizes)
    for step in rows.STEPS:
        if isinstance(step, str):
            connection.execute(_sized(step, sizes))
        else:
            _insert(connection, *step, sizes=sizes)
    connection.execute("vacuum analyze")


def _name_everyone(connection: psycopg.Connection, sizes: Sizes) -> None:
    """Names and references as people have them, so that searching has something to search: children come first."""
    dice = Random(sizes.people)  # noqa: S311 - a made-up authority needs no secrets
    refs: set[str] = set()
    while len(refs) < sizes.people:
        refs.add(new_reference())
    connection.execute("create temp table made_person (id bigint, ref text, given text, family text, born date)")
    with connection.cursor().copy("copy made_person from stdin") as copy:
        for number, ref in enumerate(sorted(refs), 1):
            days = dice.randrange(6200) if number <= sizes.children else dice.randrange(6600, 20000)
            family = dice.choice(_FAMILY) + dice.choice(_ENDS)
            copy.write_row([number, ref, dice.choice(_GIVEN) + dice.choice(_MORE), family, DAY - timedelta(days)])
    connection.execute("analyze made_person")


def _insert(
    connection: psycopg.Connection, table: str, source: str, columns: Mapping[str, str], *, sizes: Sizes
) -> None:
    """Rows of a table from a query; what a row must have and is not told is left as empty as its kind allows."""
    told = {**{name: _EMPTY[kind] for name, kind in _required(connection, table) if name not in columns}, **columns}
    names, values = ", ".join(f'"{name}"' for name in told), ", ".join(told.values())
    connection.execute(_sized(f"insert into {table} ({names}) select {values} from {source}", sizes))  # noqa: S608
    if "id" in columns:
        last = f"select max(id) from {table}"  # noqa: S608 - all of it stands in bench/rows
        connection.execute(f"select setval(pg_get_serial_sequence('{table}', 'id'), ({last}))")


def _required(connection: psycopg.Connection, table: str) -> list[tuple[str, str]]:
    """Columns that must not be empty and have no default: (name, kind)."""
    return connection.execute(
        "select column_name, data_type from information_schema.columns where table_schema = 'public'"
        " and table_name = %s and is_nullable = 'NO' and column_default is null and is_identity = 'NO'",
        [table],
    ).fetchall()


def _sized(query: str, sizes: Sizes) -> str:
    for name, number in sizes.as_numbers().items():
        query = query.replace(f"${name}", str(number))
    return query


_EMPTY = {
    "ARRAY": "'{}'",
    "boolean": "false",
    "bigint": "1",
    "character varying": "''",
    "date": f"date '{DAY}'",
    "integer": "0",
    "jsonb": "'{}'",
    "smallint": "1",
    "text": "''",
    "timestamp with time zone": f"timestamptz '{DAY} 09:00+00'",
    "uuid": "gen_random_uuid()",
}
