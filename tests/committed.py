"""A database of a test's own, where what is done is really committed: for two connections, other processes, kills."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from kith.embedded import external_url
from kith.embedded.connections import as_superuser
from tests.databases import copied, home, owner, template_ready


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: object, worker_id: str) -> Iterator[str]:
    """The name of a fresh copy of the template; Django's own connection leads to it as long as the test runs."""
    from django.db import connection

    before = connection.settings_dict["NAME"]
    with template_ready() as template, copied(template, f"kith_own_{worker_id}_{os.getpid()}") as name:
        connection.close()
        connection.settings_dict["NAME"] = name
        try:
            with django_db_blocker.unblock():
                yield name
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before


@pytest.fixture
def seal_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where seals are kept outside the database in this test."""
    path = tmp_path / "seals.log"
    monkeypatch.setenv("KITH_SEALS", str(path))
    return path


@pytest.fixture
def environment(own_database: str, seal_file: Path) -> dict[str, str]:
    """What another process needs to be part of this test."""
    told = {key: value for key, value in os.environ.items() if key != "KITH_NOW"}  # other processes use the clock
    return told | {"KITH_DATABASE": own_database, "KITH_HOME": str(home())}


@pytest.fixture
def kith(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a `kith` command to its end: `kith("verify", "--json")`."""

    def command(*arguments: str, environment: dict[str, str] = environment) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kith.cli", *arguments], env=environment, capture_output=True, text=True, timeout=60
        )

    return command


LOG = ("record_occasion", "record_act", "record_seal")
# An owner cannot switch off the triggers behind foreign keys, and can drop the keys.
_NOTHING_POINTS_AT_THE_LOG = """do $$ declare k record; begin
  for k in select conname, conrelid::regclass as pointing from pg_constraint
           where contype = 'f' and confrelid in ('record_occasion'::regclass, 'record_act'::regclass) loop
    execute format('alter table %s drop constraint %I', k.pointing, k.conname);
  end loop; end $$"""


@contextmanager
def past_every_trigger(database: str) -> Iterator[psycopg.Connection]:
    """Someone who can do anything: the superuser with triggers off (on a server of one's own, the owner)."""
    if external_url(os.environ):
        with owner(database) as connection:
            connection.execute(_NOTHING_POINTS_AT_THE_LOG)
            for table in LOG:
                connection.execute(f"alter table {table} disable trigger user")
            yield connection
            for table in LOG:
                connection.execute(f"alter table {table} enable trigger user")
        return
    with as_superuser(home(), database) as connection:
        connection.execute("set session_replication_role = replica")
        yield connection


def connected(login: str, database: str) -> psycopg.Connection:
    """A connection of one of the logins (`owner`, `web`, `worker`), each statement its own transaction."""
    from kith.settings.databases import database as found_for

    found = found_for(os.environ, home(), login)
    return psycopg.connect(
        host=found["HOST"],
        port=found["PORT"],
        user=found["USER"],
        password=found["PASSWORD"],
        dbname=database,
        autocommit=True,
    )
