"""The supervisor: one object per process that wants the embedded database."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import psycopg

from kith.embedded.connections import DATABASE, as_superuser, connection_parameters, connection_url
from kith.embedded.folders import SOCKET, Folders, folders_of, own_home
from kith.embedded.launching import MAX_WAL_MB, Launched, answers, launch, wait_until_it_answers
from kith.embedded.locks import Say, join, nobody_else, only_one
from kith.embedded.making import (
    check_cluster,
    has_owner_and_database,
    make_cluster,
    make_owner_and_database,
    programs_for,
)
from kith.embedded.processes import Postmaster, clear_away_the_dead, live_postmaster, noted_postmaster, shut_down
from kith.embedded.trouble import DatabaseTrouble

ROOM_NEEDED = 2 * MAX_WAL_MB * 1024 * 1024  # bytes
ROOM_WANTED = 0.15  # of the disk
CHECK_EVERY = 0.5  # seconds between two looks of the watch
RETRY_AFTER = 5.0  # seconds after a restart that failed


class Room(NamedTuple):
    """Bytes of the disk a folder is on."""

    total: int
    used: int
    free: int


def room_at(folder: Path) -> Room:
    """How much room there is."""
    return Room(*shutil.disk_usage(folder))


class Embedded:
    """The PostgreSQL server of one KITH_HOME: made, started, healed and stopped as one of its users.

    Every process that wants the database makes one of these and calls `start`; the server runs as long as one
    of them is alive and has not called `stop`. A process that is killed is forgotten by the kernel with its locks.
    `say` receives progress, one plain line at a time. `patience` is how many seconds to wait for a recovery.
    All methods raise DatabaseTrouble with a message for a person.
    """

    def __init__(
        self,
        home: Path,
        say: Say = lambda _: None,
        *,
        patience: float = 1800,
        room: Callable[[Path], Room] = room_at,
    ) -> None:
        self.home = own_home(home)
        self.say = say
        self.patience = patience
        self.room = room
        self._place: int | None = None  # our place among the users, an open file
        self._leaving = threading.Event()

    # -- being a user of the database

    def start(self) -> Self:
        """Have the database running and ready: attach, heal, or set up; safe to call again and from several at once."""
        if self._place is None:
            self._place = join(self._users, self.say)
        self._leaving.clear()
        if not self._is_complete():
            self._bring_up(even_at_rest=True)
        return self

    def stop(self, *, even_if_used: bool = False) -> bool:
        """Leave; and stop the server if nobody else uses it, or regardless. Returns whether it was stopped.

        Stopped regardless, it stays down (the watches of other processes let it) until somebody calls `start`.
        """
        self._leaving.set()
        with only_one(self._lock, self.say):
            place = join(self._users, self.say) if self._place is None else self._place
            self._place = None
            try:
                last = nobody_else(place)
                if not last and not even_if_used:
                    return False
                if not last:
                    self._resting.touch()
                return shut_down(self.folders.data, self.say)
            finally:
                os.close(place)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    # -- asking about it

    @property
    def folders(self) -> Folders:
        """Where data, logs and sockets are."""
        return folders_of(self.home, self.say)

    def is_healthy(self) -> bool:
        """Whether the very process noted in the data folder is alive and answers `SELECT 1`."""
        return live_postmaster(self.folders.data) is not None and answers(self.home)

    def url(self, login: str, database: str = DATABASE) -> str:
        """A postgresql:// URL for a login. See `connection_url`."""
        return connection_url(self.home, login, database)

    def parameters(self, login: str, database: str = DATABASE) -> dict[str, Any]:
        """Keyword arguments of `psycopg.connect` for a login."""
        return connection_parameters(self.home, login, database)

    # -- keeping it alive

    @contextmanager
    def watch(self, on_restart: Callable[[], None] = lambda: None) -> Iterator[Self]:
        """While the block runs, a thread restarts the server whenever it has died.

        `on_restart` is called in that thread whenever a new server process has taken over, whoever started it:
        the place to drop pooled connections. Trouble in a restart is said, and tried again.
        """
        self._leaving.clear()
        watch = threading.Thread(target=self._keep_alive, args=(on_restart,), name="kith-database-watch", daemon=True)
        watch.start()
        try:
            yield self
        finally:
            self._leaving.set()
            watch.join(timeout=10)

    def _keep_alive(self, on_restart: Callable[[], None]) -> None:
        data = self.folders.data
        known = noted_postmaster(data)
        wait = CHECK_EVERY
        while not self._leaving.wait(wait):
            wait = CHECK_EVERY
            try:
                if self._is_down() and not self._resting.exists():
                    self.say("The database has died; starting it again.")
                    self._bring_up(even_at_rest=False)
                now = live_postmaster(data)
                if now and known and now.pid != known.pid:
                    on_restart()
                known = now or known
            except Exception as trouble:  # the watch must outlive whatever goes wrong in it
                if not self._leaving.is_set():
                    self.say(f"The database could not be started again: {trouble}")
                wait = RETRY_AFTER

    # -- bringing it up

    @property
    def _lock(self) -> Path:
        return self.home / "server.lock"

    @property
    def _users(self) -> Path:
        return self.home / "users.lock"

    @property
    def _resting(self) -> Path:
        return self.home / "stopped"

    def _is_complete(self) -> bool:
        """One question that also is the health check: does it answer, and is everything there?"""
        if live_postmaster(self.folders.data) is None:
            return False
        try:
            with as_superuser(self.home) as connection:
                return has_owner_and_database(connection, DATABASE)
        except psycopg.OperationalError:
            return False

    def _is_down(self) -> bool:
        folders = self.folders
        server = live_postmaster(folders.data)
        return server is None or _is_unreachable(server, folders)

    def _bring_up(self, *, even_at_rest: bool) -> None:
        with only_one(self._lock, self.say, "Another Kith process is starting the database."):
            if even_at_rest:
                self._resting.unlink(missing_ok=True)
            if self._resting.exists() or self._is_complete():
                return
            try:
                self._bring_up_alone(self.folders)
            except (OSError, psycopg.Error, subprocess.SubprocessError) as error:
                raise DatabaseTrouble(f"The database could not be started: {error}") from error

    def _bring_up_alone(self, folders: Folders) -> None:
        server = live_postmaster(folders.data)
        if server and _is_unreachable(server, folders):
            self.say("The database has lost its socket; starting it again.")
            shut_down(folders.data, self.say)
            server = None
        launched = None if server else self._launch(folders)
        wait_until_it_answers(folders, launched, self.say, patience=self.patience, pause=self._leaving.wait)
        with as_superuser(self.home) as connection:
            make_owner_and_database(connection, self.home, DATABASE)

    def _launch(self, folders: Folders) -> Launched:
        self._check_room(folders)
        programs = programs_for(folders)
        if not folders.data.exists():
            self.say("Setting up a new database (first run only).")
            make_cluster(folders, programs)
        check_cluster(folders, programs)
        clear_away_the_dead(folders.data, folders.sockets)
        return launch(folders, programs)

    def _check_room(self, folders: Folders) -> None:
        room = self.room(folders.root)
        if room.free < ROOM_NEEDED:
            raise DatabaseTrouble(
                f"The disk that holds {folders.root} has {room.free // 2**20} MB free, and the database needs "
                f"{ROOM_NEEDED // 2**20} MB to run safely. Make room and start again: nothing has been lost."
            )
        if room.free < ROOM_WANTED * room.total:
            self.say(f"The disk that holds {folders.root} is nearly full: {room.free / room.total:.0%} free.")


def _is_unreachable(server: Postmaster, folders: Folders) -> bool:
    """A server whose socket was swept out of the temporary folder runs on, and nobody can reach it."""
    return server.ready and not (folders.sockets / SOCKET).exists()
