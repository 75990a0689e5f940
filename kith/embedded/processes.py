"""Which processes belong to a data folder. A process number alone proves nothing: numbers are used again."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kith.embedded.locks import Say
from kith.embedded.trouble import DatabaseTrouble

PROC = Path("/proc")
CLOCK_SLACK = 3  # seconds between a process starting and PostgreSQL noting the time
STOP_PATIENCE = 300  # seconds: the last checkpoint of a busy database takes a while


@dataclass(frozen=True)
class Postmaster:
    """What `postmaster.pid` says: process number, when it started (seconds since 1970), whether it is open."""

    pid: int
    started: int
    ready: bool


def noted_postmaster(data: Path) -> Postmaster | None:
    """The server noted in the data folder, dead or alive; None when none is noted or the note is torn."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        ready = len(lines) > 7 and lines[7].strip() == "ready"
        return Postmaster(int(lines[0]), int(lines[2]), ready)
    except (OSError, ValueError, IndexError):
        return None


def live_postmaster(data: Path) -> Postmaster | None:
    """The server noted in the data folder if that very process is still running."""
    noted = noted_postmaster(data)
    return noted if noted and is_same_process(noted, data) else None


def folder_of(pid: int) -> Path | None:
    """The folder a process works in; None when the system does not tell."""
    try:
        return Path(os.readlink(PROC / str(pid) / "cwd"))
    except OSError:
        return None


def is_same_process(noted: Postmaster, data: Path, folder_of: Callable[[int], Path | None] = folder_of) -> bool:
    """Whether the noted number still is the noted server.

    It must be a PostgreSQL server. Where the kernel says which folder it works in, that decides (a clock can be
    set, a working folder cannot be faked); elsewhere it must have started when the note says.
    """
    argv = command_line(noted.pid)
    if not argv or Path(argv[0]).name != "postgres":
        return False
    folder = folder_of(noted.pid)
    if folder is not None:
        return folder == data
    started = started_at(noted.pid)
    return started is not None and abs(started - noted.started) <= CLOCK_SLACK


def is_running(pid: int) -> bool:
    """Whether there is such a process, other than one that is dead and not yet collected by its parent.

    The command line would not do to tell: for a moment while a program replaces another it is empty.
    """
    try:
        state = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        state = "" if PROC.joinpath("self").exists() else _ask_ps(pid, "stat")
    return bool(state) and state[0] not in "ZX"


def command_line(pid: int) -> list[str]:
    """How the process was called; empty when it is gone or dead."""
    try:
        raw = (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        said = "" if PROC.joinpath("self").exists() else _ask_ps(pid, "comm")
        return [said] if said else []
    return [part.decode(errors="replace") for part in raw.split(b"\0") if part]


def started_at(pid: int) -> float | None:
    """When the process started, in seconds since 1970; None when it is gone."""
    try:
        # The name in brackets may hold spaces; the start is field 22, so the 20th after the bracket.
        ticks = int((PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[19])
        booted = next(line for line in (PROC / "stat").read_text().splitlines() if line.startswith("btime"))
        return int(booted.split()[1]) + ticks / os.sysconf("SC_CLK_TCK")
    except OSError:
        said = _ask_ps(pid, "lstart")
    return datetime.strptime(said, "%a %b %d %H:%M:%S %Y").astimezone().timestamp() if said else None


def _ask_ps(pid: int, column: str) -> str:
    """Systems without /proc."""
    try:
        asked = subprocess.run(
            ["/bin/ps", "-o", f"{column}=", "-p", str(pid)],
            capture_output=True,
            text=True,
            env={"LC_ALL": "C"},
        )
    except FileNotFoundError:
        return ""
    return asked.stdout.strip()


def servers_in(data: Path) -> Iterator[tuple[int, str]]:
    """Number and title of every PostgreSQL process working in the data folder (Linux only)."""
    for entry in PROC.glob("[0-9]*"):
        pid = int(entry.name)
        if folder_of(pid) == data and (argv := command_line(pid)) and "postgres" in argv[0]:
            yield pid, argv[0]


def clear_away_the_dead(data: Path, sockets: Path) -> None:
    """Remove what a dead server left in the way of the next one. Call only when no server is alive, under the lock.

    Orphaned sessions would keep the next server out until their statement ends; killing them is safe, since
    the next start recovers from the log anyway. PostgreSQL handles a stale `postmaster.pid` itself (and frees
    the old shared memory by it) except when the number has been given to another process.
    """
    deadline = time.monotonic() + 10
    while orphans := list(servers_in(data)):
        for pid, _ in orphans:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if time.monotonic() > deadline:
            raise DatabaseTrouble(f"Sessions of a dead database server will not end: processes {orphans}.")
        time.sleep(0.02)
    noted = noted_postmaster(data)
    if noted is None or _exists(noted.pid):
        (data / "postmaster.pid").unlink(missing_ok=True)
    for left in sockets.glob(".s.PGSQL.*"):
        left.unlink()


def shut_down(data: Path, say: Say) -> bool:
    """Stop the server of a data folder cleanly: sessions end, everything is on disk. False when none was running.

    Raises DatabaseTrouble when it has not stopped within five minutes.
    """
    server = live_postmaster(data)
    if server is None:
        return False
    os.kill(server.pid, signal.SIGINT)
    began = time.monotonic()
    told = 0.0
    while is_same_process(server, data):
        waited = time.monotonic() - began
        if waited > told + 5:
            say(f"The database is putting everything on disk before it stops ({waited:.0f} s).")
            told = waited
        if waited > STOP_PATIENCE:
            raise DatabaseTrouble(f"The database (process {server.pid}) has been asked to stop and does not.")
        time.sleep(0.02)
    return True


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
