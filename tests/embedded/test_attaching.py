"""Several users of one database: who starts it, who stops it (lines 4, 14)."""

import os
import signal
import time
from pathlib import Path

import psycopg
import pytest

from kith.embedded import OWNER, Embedded, connection_settings
from kith.embedded.backup import remove
from kith.embedded.processes import live_postmaster


def test_eight_starts_at_once_make_one_server_that_ends_with_the_last_of_them(home: Path, companion) -> None:
    users = [companion("use", home) for _ in range(8)]
    servers = {user.stdout.readline() for user in users}
    assert len(servers) == 1
    assert "" not in servers
    stopped = []
    for user in users:
        user.stdin.write("enough\n")
        user.stdin.flush()
        stopped.append(user.stdout.readline().strip())
    assert stopped == ["False"] * 7 + ["True"]
    assert live_postmaster(home / "data") is None


def test_a_short_command_attaches_quickly_and_leaves_the_server_running(running: Embedded) -> None:
    before = live_postmaster(running.folders.data)
    began = time.monotonic()
    with Embedded(running.home) as command:
        took = time.monotonic() - began
        assert command.is_healthy()
    assert took < 1
    assert live_postmaster(running.folders.data) == before


def test_starting_twice_is_starting_once(made: Path) -> None:
    database = Embedded(made).start()
    before = live_postmaster(database.folders.data)
    assert database.start().is_healthy()
    assert live_postmaster(database.folders.data) == before
    assert database.stop()
    assert not database.is_healthy()
    assert not database.stop()


def test_an_application_that_was_killed_is_no_longer_counted(made: Path, companion) -> None:
    application = companion("serve", made)
    server = int(application.stdout.readline())
    application.kill()
    application.wait()
    database = Embedded(made).start()
    assert live_postmaster(database.folders.data).pid == server
    assert database.stop()


def test_ctrl_c_reaches_kith_and_the_database_is_stopped_cleanly(made: Path, companion) -> None:
    application = companion("serve", made)
    server = int(application.stdout.readline())
    assert os.getpgid(server) != application.pid
    os.killpg(application.pid, signal.SIGINT)  # what a terminal does: to the whole group
    assert application.communicate()[0].strip() == "True"
    with Embedded(made) as database:
        log = "".join(path.read_text() for path in database.folders.log.iterdir())
    assert "was shut down at" in log.rpartition("starting PostgreSQL")[2]


def test_a_server_stopped_for_all_stays_down_until_somebody_starts_it(made: Path) -> None:
    watcher, other = Embedded(made).start(), Embedded(made)
    with watcher.watch():
        assert other.stop(even_if_used=True)
        assert not watcher._leaving.wait(1.2), "the watch has had two looks by now"
        assert not other.is_healthy()
        assert other.start().is_healthy()
    assert not other.stop()
    assert watcher.stop()


def test_settings_are_right_before_anything_has_been_started(home: Path) -> None:
    before = connection_settings(home, OWNER)
    assert not (home / "data").exists()
    with Embedded(home) as database:
        assert connection_settings(home, OWNER) == before
        found = {"host": before["HOST"], "user": before["USER"], "password": before["PASSWORD"], "dbname": "kith"}
        with psycopg.connect(**found, port=before["PORT"]) as connection:
            assert connection.info.user == OWNER
        with psycopg.connect(database.url(OWNER)) as connection:
            assert connection.info.dbname == "kith"


@pytest.mark.parametrize("name", ['Grüße & 50 % of it\'s "quoted"', "one, two", "long " + "x" * 150])
def test_any_folder_name_works(spoilable: Path, name: str) -> None:
    home = spoilable.rename(spoilable.with_name(name))
    try:
        with Embedded(home) as database, psycopg.connect(database.url(OWNER)) as connection:
            assert connection.info.dbname == "kith"
    finally:
        remove(home)
