"""Launching the server process, and waiting until it answers."""

import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import IO, NamedTuple

import psycopg

from kith.embedded.accounts import ENVIRONMENT
from kith.embedded.connections import as_superuser
from kith.embedded.folders import PORT, Folders, private_folder
from kith.embedded.locks import Say
from kith.embedded.processes import is_running, live_postmaster, servers_in
from kith.embedded.trouble import DatabaseTrouble

MAX_WAL_MB = 512
LOGS_KEPT = 7 * 24 * 3600  # seconds

# Given on the command line, where neither postgresql.conf nor ALTER SYSTEM can undo them.
SETTINGS = {
    "port": str(PORT),
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "max_locks_per_transaction": "1024",  # how every promise stands is one statement over ninety tables
    "max_wal_size": f"{MAX_WAL_MB}MB",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    # nothing acknowledged is ever lost
    "fsync": "on",
    "full_page_writes": "on",
    "wal_level": "replica",
    # a week of logs, one file a day
    "logging_collector": "on",
    "log_filename": "kith-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    "log_file_mode": "0600",
    "log_timezone": "UTC",
    # Nothing of anybody's record in the log: no statements, no parameters, none of the ERROR messages and details
    # that quote values. The application sees those errors itself. ("log" ranks between "error" and "fatal".)
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_error_statement": "panic",
    "log_min_messages": "log",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


class Launched(NamedTuple):
    """A server process just started, and what it says until its own log opens."""

    pid: int
    said: IO[bytes]


def launch(folders: Folders, programs: Path) -> Launched:
    """Start the server in a session of its own, without waiting for it.

    A session of its own, so that Ctrl-C at the terminal reaches Kith and not the database; and a parent that
    ends at once, so that the database outlives Kith and is nobody's zombie.
    """
    private_folder(folders.log, folders.account.uid)
    _forget_old_logs(folders.log)
    quoted = str(folders.sockets).replace('"', '""')
    settings = SETTINGS | {"unix_socket_directories": f'"{quoted}"', "log_directory": str(folders.log)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    said = tempfile.TemporaryFile()  # noqa: SIM115 - closed by whoever waits for the server
    shell = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&2 & echo $!', "sh", programs / "bin/postgres", "-D", folders.data, *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=said,
        cwd="/",
        env=ENVIRONMENT,
        umask=0o077,
        start_new_session=True,
        check=True,
        **folders.account.switch(),
    )
    return Launched(int(shell.stdout), said)


def wait_until_it_answers(
    folders: Folders,
    launched: Launched | None,
    say: Say,
    *,
    patience: float,
    pause: Callable[[float], bool],
) -> None:
    """Return once the server answers `SELECT 1`; tells how far it is while it recovers.

    `pause(seconds)` waits and returns true when the wait is to be given up. Raises DatabaseTrouble when the
    server dies, refuses our password, or has not answered within `patience` seconds.
    """
    recovery = Recovery(folders.data, say)
    with launched.said if launched else nullcontext() as said:
        while not answers(folders.home):
            alive = is_running(launched.pid) if launched else live_postmaster(folders.data)
            if not alive:
                raise DatabaseTrouble(f"The database stopped while it was starting. {_last_words(folders, said)}")
            if recovery.seconds > patience:
                raise DatabaseTrouble(
                    f"The database has been recovering for {recovery.seconds / 60:.0f} minutes and is still at it. "
                    "It goes on by itself: leave it, and run the same command again later."
                )
            recovery.tell()
            if pause(0.03):
                raise DatabaseTrouble("The wait for the database was broken off; it goes on recovering.")


def answers(home: Path) -> bool:
    """Whether a real connection as superuser gets a real answer. Raises DatabaseTrouble on a wrong password."""
    try:
        with as_superuser(home) as connection:
            return connection.execute("select 1").fetchone() == (1,)
    except psycopg.OperationalError as error:
        if "password authentication failed" in str(error):
            raise DatabaseTrouble(
                f"The database does not accept the passwords in {home / 'secrets'}: they belong to another "
                "database. Put back the secrets folder that was made with this one."
            ) from None
        return False


class Recovery:
    """Tells, once a second and then every five, how far a server is that puts itself right after a crash.

    The start-up process shows in its title which piece of the write-ahead log it is reading; the newest piece in
    the folder is where it has to get to.
    """

    def __init__(self, data: Path, say: Say) -> None:
        self.data, self.say = data, say
        self.began = time.monotonic()
        self.told = 0.0
        self.first: int | None = None

    @property
    def seconds(self) -> float:
        """How long this has been going on."""
        return time.monotonic() - self.began

    def tell(self) -> None:
        """Say how far it is, if it is time to."""
        seconds = self.seconds
        if seconds >= self.told + (1 if seconds < 10 else 5):
            self.told = seconds
            share = self._share()
            doing = "getting ready" if share is None else f"recovering after an unclean stop, {share:.0%} read"
            self.say(f"The database is {doing} ({seconds:.0f} s).")

    def _share(self) -> float | None:
        reading = next((title.split()[-1] for _, title in servers_in(self.data) if "recovering" in title), None)
        written = self._newest_piece()
        if reading is None or written is None:
            return None
        now, last = _piece_number(reading), _piece_number(written)
        self.first = now if self.first is None else self.first
        return min(1.0, (now - self.first) / max(1, last - self.first))

    def _newest_piece(self) -> str | None:
        # Names further on are empty pieces made ready; the one written last is the end.
        try:
            pieces = [
                (entry.stat().st_mtime_ns, entry.name)
                for entry in (self.data / "pg_wal").iterdir()
                if len(entry.name) == 24
            ]
        except FileNotFoundError:  # the server is tidying up while we look
            return None
        return max(pieces)[1] if pieces else None


def _piece_number(name: str) -> int:
    # Timeline (8 digits), then 4 GB files (8) of 256 pieces of 16 MB (8), all hexadecimal.
    return int(name[8:16], 16) * 256 + int(name[16:24], 16)


def _last_words(folders: Folders, said: IO[bytes] | None) -> str:
    """What the server itself complained of, for a person to act on: before its log opened, or in it since then."""
    if said:
        said.seek(0)
        lines = [line for line in said.read().decode(errors="replace").splitlines() if "redirecting log" not in line]
        if lines:
            return "It said: " + " ".join(lines[-3:])
    logs = sorted(folders.log.glob("kith-*.log"), key=lambda path: path.stat().st_mtime)
    written = logs[-1].read_text(errors="replace").rpartition("starting PostgreSQL")[2] if logs else ""
    complaints = [line for line in written.splitlines() if "FATAL:" in line or "PANIC:" in line]
    return f"It said: {complaints[-1]}" if complaints else f"Its log is in {folders.log}."


def _forget_old_logs(log: Path) -> None:
    # The server empties a day's file a week later only if it runs at midnight; a laptop seldom does.
    for path in log.glob("kith-*.log"):
        if time.time() - path.lstat().st_mtime > LOGS_KEPT:
            path.unlink()
