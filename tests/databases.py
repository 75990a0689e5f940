"""The template database tests copy: made by the same code that makes an instance, remade when that code changes."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import psycopg
from psycopg.conninfo import conninfo_to_dict

from kith.embedded import Embedded, connection_parameters, external_url, launching

ROOT = Path(__file__).resolve().parent.parent
# A test may kill the server, never the machine: what the machine's memory holds need not reach its disk as well.
UNHURRIED = {"fsync": "off", "full_page_writes": "off"}


@contextmanager
def template_ready(*, durable: bool = False) -> Iterator[str]:
    """The name of an up-to-date template database, on the embedded server or on the one DATABASE_URL names.

    `durable` starts the server as a real instance does.
    """
    if external_url(os.environ):
        yield _made()
        return
    embedded = Embedded(home(), say=lambda sentence: None)
    with patch.dict(launching.SETTINGS, {} if durable else UNHURRIED):
        embedded.start()
    try:
        yield _made()
    finally:
        embedded.stop()


@contextmanager
def copied(template: str, name: str) -> Iterator[str]:
    """A database of this name, fresh from the template, gone afterwards."""
    copy(template, name)
    try:
        yield name
    finally:
        with owner() as connection:
            _drop(connection, name)


def copy(template: str, name: str) -> None:
    """A database of this name, fresh from the template; one there already goes, whoever is connected to it."""
    with owner() as connection:
        connection.execute("select pg_advisory_lock(7151003)")  # a template is copied by one process at a time
        _drop(connection, name)
        connection.execute(f'create database "{name}" template "{template}"')
        connection.execute("select pg_advisory_unlock(7151003)")


@contextmanager
def told_once(template: str, name: str, tell: Callable[[str], None]) -> Iterator[None]:
    """A copy in which `tell` told something more, made by whichever process comes first and shared by all that come
    while it is there; whoever leaves last drops it.
    """
    with owner() as using:
        using.execute("select pg_advisory_lock(7151009)")
        if not using.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            copy(template, making := f"kith_story_new_{os.getpid()}")
            tell(making)
            using.execute(f'alter database "{making}" rename to "{name}"')
        using.execute("select pg_advisory_lock_shared(7151008), pg_advisory_unlock(7151009)")
        try:
            yield
        finally:
            using.execute("select pg_advisory_lock(7151009), pg_advisory_unlock_shared(7151008)")
            if using.execute("select pg_try_advisory_lock(7151008)").fetchone() == (True,):
                _drop(using, name)


@contextmanager
def left_as_it_is(name: str) -> Iterator[None]:
    """Afterwards the tables of this database hold as many rows as before. Raises AssertionError naming those that do
    not: some test has really committed where each is rolled back, and others have met what it left.
    """
    before = _rows(name)
    yield
    after = _rows(name)
    changed = {table: f"{before[table]} rows, now {rows}" for table, rows in after.items() if rows != before[table]}
    assert not changed, f"A test left something behind in {name}: {changed}"


def _rows(name: str) -> dict[str, int]:
    with owner(name) as connection:
        tables = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        counted = " union all ".join(f"select '{table}', count(*) from \"{table}\"" for (table,) in tables)
        return dict(connection.execute(counted).fetchall())


def _drop(connection: psycopg.Connection, name: str) -> None:
    """Gone, once the server's own cleaning of it, which the owner may not end, is over."""
    for _ in range(60):
        try:
            connection.execute(f'drop database if exists "{name}" with (force)')
            return
        except psycopg.errors.InsufficientPrivilege:
            connection.execute("select pg_sleep(0.5)")
    connection.execute(f'drop database if exists "{name}" with (force)')


def home() -> Path:
    return Path(os.environ["KITH_HOME"])


def owner(database: str = "postgres") -> psycopg.Connection:
    """A connection as the owner, each statement its own transaction."""
    url = external_url(os.environ) and os.environ["KITH_OWNER_URL"]
    parameters = conninfo_to_dict(url) if url else connection_parameters(home(), "kith_owner")
    return psycopg.connect(**{**parameters, "dbname": database}, autocommit=True)


def _made() -> str:
    """Make the template under a lock, once for each state of the code that shapes it."""
    name = f"kith_template_{_fingerprint()}"
    with owner() as connection:
        connection.execute("select pg_advisory_lock(7151003)")
        there = connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
        if not there:
            _forget_older(connection)
            _forget_the_dead(connection)
            connection.execute(f'create database "{name}_new"')
            environment = {**os.environ, "KITH_DATABASE": f"{name}_new"}
            subprocess.run([sys.executable, "-m", "kith.cli", "migrate", "--quiet"], check=True, env=environment)
            connection.execute(f'alter database "{name}_new" rename to "{name}"')
        connection.execute("select pg_advisory_unlock(7151003)")
    return name


def _forget_older(connection: psycopg.Connection) -> None:
    for (old,) in connection.execute("select datname from pg_database where datname like 'kith_template_%'").fetchall():
        connection.execute(f'drop database if exists "{old}" with (force)')


def _forget_the_dead(connection: psycopg.Connection) -> None:
    """Copies whose test process ended without saying goodbye; their names end in its number."""
    found = connection.execute("select datname from pg_database where datname ~ '^kith_(test|own|story)_.*_[0-9]+$'")
    for (name,) in found.fetchall():
        if not Path(f"/proc/{name.rpartition('_')[2]}").exists():
            connection.execute(f'drop database if exists "{name}" with (force)')


def _fingerprint() -> str:
    shaping = [*(ROOT / "kith").rglob("migrations/*.py"), *(ROOT / "kith").rglob("models/*.py")]
    shaping += [*(ROOT / "kith").rglob("models.py"), *(ROOT / "kith/access").glob("*")]
    shaping += [
        ROOT / "kith/directory/standing.py",
        *(ROOT / "kith/standards").rglob("*.py"),
        *(ROOT / "kith/standards").glob("*.sql"),
    ]
    shaping += [*(ROOT / "kith/words").glob("*.py")]
    digest = hashlib.sha256()
    for path in sorted(p for p in shaping if p.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
