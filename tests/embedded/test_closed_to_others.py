"""Nobody else on the machine gets in, and the log tells nobody anything (lines 1, 2, 8, 13)."""

import os
import stat
from pathlib import Path

import psycopg
import pytest

from kith.embedded import OWNER, SUPERUSER, DatabaseTrouble, Embedded, connection_settings, password_for
from kith.embedded.backup import remove
from kith.embedded.connections import as_superuser
from kith.embedded.folders import LONGEST_SOCKET, SOCKET, private_folder
from tests.embedded.conftest import DAEMON, as_user, needs_root


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def ask(home: Path, question: str) -> list:
    with as_superuser(home) as connection:
        return connection.execute(question).fetchall()


def test_every_door_asks_for_a_password(running: Embedded) -> None:
    methods = {method for (method,) in ask(running.home, "select auth_method from pg_hba_file_rules")}
    assert methods == {"scram-sha-256"}


def test_without_the_password_even_root_is_refused(running: Embedded) -> None:
    found = running.parameters(SUPERUSER, "postgres") | {"password": "guessed"}
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(**found)
    del found["password"]
    with pytest.raises(psycopg.OperationalError, match="no password supplied"):
        psycopg.connect(**found)


@needs_root
def test_another_user_cannot_reach_the_socket_even_with_the_right_password(running: Embedded) -> None:
    found = running.parameters(SUPERUSER, "postgres")
    assert "Permission denied" in as_user(DAEMON, lambda: psycopg.connect(**found))


@needs_root
def test_another_user_cannot_reach_it_when_the_path_is_long(spoilable: Path) -> None:
    database = Embedded(spoilable.rename(spoilable.with_name(f"{spoilable.name} {'long ' * 20}end"))).start()
    try:
        found, sockets = database.parameters(SUPERUSER, "postgres"), database.folders.sockets
        assert "Permission denied" in as_user(DAEMON, lambda: psycopg.connect(**found))
        assert database.home not in sockets.parents
        assert mode(sockets) == 0o700
    finally:
        remove(database.home)


def test_the_socket_is_private_short_and_apart_from_the_data(running: Embedded) -> None:
    folders = running.folders
    assert mode(folders.sockets) == 0o700
    assert mode(folders.sockets / SOCKET) == 0o700
    assert folders.data not in folders.sockets.parents
    assert len(os.fsencode(folders.sockets / SOCKET)) <= LONGEST_SOCKET


def test_there_is_no_network_door(running: Embedded) -> None:
    assert ask(running.home, "show listen_addresses") == [("",)]


def test_pages_are_checksummed_and_writes_reach_the_disk(running: Embedded) -> None:
    for setting in ("data_checksums", "fsync", "full_page_writes", "synchronous_commit"):
        assert ask(running.home, f"show {setting}") == [("on",)]


def test_passwords_are_random_files_of_their_owner_alone(running: Embedded, ready_made: Path) -> None:
    folder = running.home / "secrets"
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    words = {password_for(running.home, login) for login in ("kith_super", "kith_owner", "kith_web", "kith_worker")}
    assert len(words) == 4
    assert min(map(len, words)) >= 40


def test_a_password_file_others_can_read_is_not_used(spoilable: Path) -> None:
    path = spoilable / "secrets/kith_web.password"
    password_for(spoilable, "kith_web")
    path.chmod(0o644)
    with pytest.raises(DatabaseTrouble, match="closed to others"):
        password_for(spoilable, "kith_web")


@pytest.mark.parametrize("name", ["../kith_web", "postgres", "kith_", ""])
def test_a_login_that_is_none_of_ours_has_no_password(made: Path, name: str) -> None:
    with pytest.raises(DatabaseTrouble, match="not a login"):
        password_for(made, name)


def test_the_owner_makes_databases_and_roles_and_is_no_superuser(running: Embedded) -> None:
    with psycopg.connect(**running.parameters(OWNER), autocommit=True) as connection:
        rights = "rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"
        held = connection.execute(f"select {rights} from pg_roles where rolname = current_user").fetchone()
        assert held == (False, True, True, False, False)
        connection.execute("create role kith_audience")
        connection.execute("set role kith_audience")
        connection.execute("reset role")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select pg_read_file('PG_VERSION')")


def test_the_first_database_is_the_owners_and_speaks_every_script(running: Embedded) -> None:
    about = "pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype"
    (found,) = ask(running.home, f"select {about} from pg_database where datname = 'kith'")
    assert found == (OWNER, "UTF8", "C.UTF-8", "C.UTF-8")


def test_the_log_never_repeats_what_was_written(running: Embedded) -> None:
    planted = "Zofia-Planted"
    with psycopg.connect(**running.parameters(OWNER), autocommit=True) as connection:
        connection.execute("create temp table child (name text primary key)")
        connection.execute("insert into child values (%s)", (planted,))
        for wrong in (
            "insert into child values (%s)",  # the detail of a broken key quotes the value
            "select %s::text::int",  # so does the message about a value of the wrong shape
            "select no_such_thing(%s::text)",
        ):
            with pytest.raises(psycopg.Error):
                connection.execute(wrong, (planted,))
        with pytest.raises(psycopg.Error):
            connection.execute(f"selct '{planted}'")
        connection.execute("do $$ begin raise warning 'about Zofia-Planted'; end $$")
    logs = list(running.folders.log.glob("kith-*.log"))
    assert logs
    assert all(mode(path) == 0o600 for path in logs)
    assert "ready to accept connections" in "".join(path.read_text() for path in logs)
    assert planted not in "".join(path.read_text() for path in logs)


def test_the_log_begins_a_new_file_each_day_and_keeps_a_week(running: Embedded, made: Path) -> None:
    kept = dict(ask(running.home, "select name, setting from pg_settings where name like 'log%'"))
    assert kept["log_rotation_age"] == "1440"
    assert kept["log_truncate_on_rotation"] == "on"
    assert (kept["log_parameter_max_length"], kept["log_parameter_max_length_on_error"]) == ("0", "0")
    database = Embedded(made)
    old = database.folders.log / "kith-Xyz.log"
    old.write_text("a laptop that was never on at midnight")
    os.utime(old, (0, 0))
    with database:
        assert not old.exists()


@pytest.mark.parametrize("trick", ["a link", "open to others", "a file"])
def test_a_folder_that_is_not_ours_alone_is_not_trusted(tmp_path: Path, trick: str) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "sockets"
    elsewhere.mkdir(mode=0o700)
    if trick == "a link":
        folder.symlink_to(elsewhere)
    elif trick == "a file":
        folder.write_text("")
    else:
        folder.mkdir()
        folder.chmod(0o777)
    with pytest.raises(DatabaseTrouble, match="will not trust it"):
        private_folder(folder, os.geteuid())


@needs_root
def test_a_folder_another_user_made_first_is_not_trusted(workshop: Path) -> None:
    home = workshop / "prepared by a stranger"
    (home / "sockets").mkdir(mode=0o700, parents=True)
    os.chown(home / "sockets", DAEMON, DAEMON)
    with pytest.raises(DatabaseTrouble, match="will not trust it"):
        connection_settings(home, OWNER)
