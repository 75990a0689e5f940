"""After a crash of anything, the database comes back by itself with everything it had promised (lines 5, 6, 7)."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from kith.embedded import OWNER, DatabaseTrouble, Embedded
from kith.embedded.processes import (
    Postmaster,
    command_line,
    is_running,
    is_same_process,
    live_postmaster,
    servers_in,
    started_at,
)


def until(true: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    tick = threading.Event()
    while not true():
        assert time.monotonic() < deadline, "it never happened"
        tick.wait(0.01)


def kill_server(database: Embedded) -> int:
    server = live_postmaster(database.folders.data).pid
    os.kill(server, signal.SIGKILL)
    return server


class Client(threading.Thread):
    """Writes numbers, reconnecting whenever it must; knows which ones the database has acknowledged."""

    def __init__(self, found: dict) -> None:
        super().__init__(daemon=True)
        self.found, self.acknowledged, self.lost = found, [], 0
        self.enough = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.enough.wait(0.01):
            try:
                with psycopg.connect(**self.found, autocommit=True) as connection:
                    while not self.enough.is_set():
                        number += 1
                        connection.execute("insert into number values (%s)", (number,))
                        self.acknowledged.append(number)
            except psycopg.OperationalError:
                self.lost += 1


def test_a_killed_server_is_healed_under_a_running_application(made: Path) -> None:
    told = threading.Event()
    with Embedded(made) as database, database.watch(told.set):
        with psycopg.connect(**database.parameters(OWNER)) as connection:
            connection.execute("create table number (n int)")
        client = Client(database.parameters(OWNER))
        client.start()
        for _ in range(2):
            before = len(client.acknowledged)
            until(lambda before=before: len(client.acknowledged) > before + 50)
            told.clear()
            killed = kill_server(database)
            assert told.wait(20), "the application was never told to drop its connections"
            assert live_postmaster(database.folders.data).pid != killed
        before = len(client.acknowledged)
        until(lambda: len(client.acknowledged) > before + 50)
        client.enough.set()
        client.join()
        assert client.lost >= 2
        with psycopg.connect(**database.parameters(OWNER)) as connection:
            kept = {n for (n,) in connection.execute("select n from number")}
        assert set(client.acknowledged) <= kept


def test_a_session_busy_when_the_server_is_killed_does_not_keep_the_next_one_out(made: Path) -> None:
    with Embedded(made) as database, closing(psycopg.connect(**database.parameters(OWNER))) as connection:
        connection.pgconn.send_query(b"select count(*) from generate_series(1, 2000000000)")
        connection.pgconn.flush()
        session = connection.info.backend_pid
        until(lambda: (session, "SELECT") in [(pid, title[-6:]) for pid, title in servers_in(database.folders.data)])
        kill_server(database)
        assert database.start().is_healthy()
        assert not is_running(session)


def test_a_killed_session_leaves_the_server_to_put_itself_right(made: Path) -> None:
    with Embedded(made) as database, database.watch(), psycopg.connect(**database.parameters(OWNER)) as connection:
        before = live_postmaster(database.folders.data)
        os.kill(connection.info.backend_pid, signal.SIGKILL)
        until(database.is_healthy)
        assert live_postmaster(database.folders.data) == before


def test_a_killed_application_and_a_killed_server_come_back_together(made: Path, companion) -> None:
    application = companion("serve", made)
    server = int(application.stdout.readline())
    application.kill()
    application.wait()
    os.kill(server, signal.SIGKILL)
    with Embedded(made) as database:
        assert database.is_healthy()


def _stale(made: Path, pid: int) -> Embedded:
    """A data folder as after the power went: killed server, and its number given to another process."""
    database = Embedded(made).start()
    kill_server(database)
    database.stop()
    note = database.folders.data / "postmaster.pid"
    _, *rest = note.read_text().splitlines()
    note.write_text("\n".join([str(pid), *rest]) + "\n")
    return database


def test_a_number_given_to_another_process_is_not_mistaken_for_the_server(made: Path) -> None:
    account = Embedded(made).folders.account
    stranger = subprocess.Popen(["/bin/sleep", "60"], **account.switch())
    try:
        database = _stale(made, stranger.pid)
        assert not database.is_healthy()
        with database:
            assert database.is_healthy()
            assert live_postmaster(database.folders.data).pid != stranger.pid
            assert stranger.poll() is None, "the stranger was left alone"
    finally:
        stranger.kill()
        stranger.wait()


def test_a_stranger_that_calls_itself_postgres_is_not_the_server_either(made: Path, tmp_path: Path) -> None:
    shutil.copy("/bin/sleep", tmp_path / "postgres")
    stranger = subprocess.Popen([tmp_path / "postgres", "60"])
    try:
        until(lambda: command_line(stranger.pid))
        noted = Postmaster(stranger.pid, int(time.time()) - 3600, ready=True)
        assert not is_same_process(noted, made / "data")
        # Where no kernel tells the working folder, the start time decides.
        assert not is_same_process(noted, made / "data", folder_of=lambda _: None)
        at_its_start = Postmaster(stranger.pid, int(started_at(stranger.pid)), ready=True)
        assert is_same_process(at_its_start, made / "data", folder_of=lambda _: None)
    finally:
        stranger.kill()
        stranger.wait()


def test_a_torn_note_of_the_server_is_no_obstacle(made: Path) -> None:
    for torn in ("", "not a number\n", "12\n"):
        (made / "data/postmaster.pid").write_text(torn)
        with Embedded(made) as database:
            assert database.is_healthy()


def test_a_socket_swept_out_of_the_temporary_folder_is_made_anew(made: Path) -> None:
    with Embedded(made) as database, database.watch():
        shutil.rmtree(database.folders.sockets)
        until(database.is_healthy)


def test_a_first_run_killed_half_way_is_begun_again(home: Path) -> None:
    home.mkdir(mode=0o711)
    (home / "data.new").mkdir()
    (home / "data.new/half").write_text("")
    with Embedded(home) as database:
        assert database.is_healthy()
        assert not (home / "data.new").exists()


def test_a_long_recovery_is_waited_for_and_told(made: Path) -> None:
    database = Embedded(made).start()
    with psycopg.connect(**database.parameters(OWNER), autocommit=True) as connection:
        connection.execute("create table many (n int)")
        connection.execute("insert into many select generate_series(1, 1000000)")
    kill_server(database)
    said: list[str] = []

    def told(words: str) -> int:
        return sum(words in line for line in said)

    # Of two who start, one waits for the database and the other for the first.
    reader = _hold_recovery_until(database, lambda: told("recovering after an unclean") >= 2 and told("Another Kith"))
    second = threading.Thread(target=lambda: Embedded(made, said.append).start().stop())
    second.start()
    Embedded(made, said.append).start().stop()
    second.join()
    reader.join()
    with psycopg.connect(**database.parameters(OWNER)) as connection:
        assert connection.execute("select count(*) from many").fetchone() == (1000000,)
    database.stop()
    assert told("% read") >= 2


def test_patience_ends_with_a_plain_word_and_the_recovery_goes_on(made: Path) -> None:
    database = Embedded(made, patience=0.5).start()
    with psycopg.connect(**database.parameters(OWNER), autocommit=True) as connection:
        connection.execute("create table several as select generate_series(1, 500000) as n")
        kill_server(database)
    over = threading.Event()
    reader = _hold_recovery_until(database, over.is_set)
    with pytest.raises(DatabaseTrouble, match="goes on by itself"):
        database.start()
    over.set()
    reader.join()
    database.patience = 60
    assert database.start().is_healthy()
    database.stop()


def _hold_recovery_until(database: Embedded, enough: Callable[[], object]) -> threading.Thread:
    """Make a recovery long: pause the process that reads the log, for as long as it takes."""

    def hold() -> None:
        found: list[int] = []

        def reading() -> bool:
            found[:] = [pid for pid, title in servers_in(data) if "startup recovering" in title]
            return bool(found)

        until(reading)
        os.kill(found[0], signal.SIGSTOP)
        try:
            until(enough)
        finally:
            os.kill(found[0], signal.SIGCONT)

    data = database.folders.data
    holder = threading.Thread(target=hold)
    holder.start()
    return holder
