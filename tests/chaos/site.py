"""Kith as `kith serve` runs it, on a database server of its own, with every process of it within a killer's reach."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from kith.embedded import Embedded
from kith.embedded.folders import folders_of
from kith.embedded.processes import command_line, is_running, live_postmaster, servers_in
from tests.databases import copied, home, owner, template_ready

GUNICORN_WORKER, GUNICORN, JOB_WORKER, POSTMASTER, SESSION = KINDS = (
    "gunicorn worker",
    "gunicorn master",
    "job worker",
    "postmaster",
    "one database session",
)
PATIENCE = 60.0  # seconds for the supervisor to put a killed part back
_SESSIONS = (" kith_web ", " kith_worker ")


@contextmanager
def told_database() -> Iterator[str]:
    """The demo family and twelve other children, told afresh in a database of its own."""
    with template_ready(durable=True) as template, copied(template, f"kith_own_chaos_{os.getpid()}") as name:
        told = [sys.executable, "-m", "kith.cli", "demo", "--load-only", "--children", "12"]
        subprocess.run(told, env=in_demo(name), check=True, capture_output=True)
        try:
            yield name
        finally:
            Embedded(home()).start().stop()  # whatever was killed last, there is a server to tidy up on


def in_demo(database: str) -> dict[str, str]:
    """What a process that runs a demo in this database is told: the clock and the login are its own affair."""
    kept = {name: value for name, value in os.environ.items() if name not in ("KITH_LOGIN", "KITH_NOW")}
    return {**kept, "KITH_MODE": "demo", "KITH_DATABASE": database}


def until(true: Callable[[], object], seconds: float, what: str) -> float:
    """Wait until it is so; how long that took. Raises TimeoutError."""
    began = time.monotonic()
    while not true():
        if time.monotonic() > began + seconds:
            raise TimeoutError(f"Not so after {seconds:.0f} s: {what}.")
        time.sleep(0.02)
    return time.monotonic() - began


class Site:
    """One `kith serve` with its web server, its worker and the database under them. What it says goes to `log`."""

    def __init__(self, database: str, log: Path) -> None:
        self.database, self.log = database, log
        self.environment = in_demo(database)
        self.data = folders_of(home()).data
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def start(self) -> None:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kith.cli", "serve", "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.web_workers = min(4, os.cpu_count() or 1)  # as kith.pages.system.web has it
        until(lambda: self._has_web() and self.answers(), PATIENCE, "the pages answer")

    def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def answers(self) -> bool:
        """Whether the pages and the database behind them answer."""
        if self.process.poll() is not None:
            raise RuntimeError(f"kith serve has ended with {self.process.returncode}:\n{self.last_words()}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=5) as page:
                return bool(json.load(page)["ok"])
        except (OSError, ValueError):
            return False

    def running(self, kind: str) -> list[int]:
        """The processes of this kind that are alive now."""
        if kind == POSTMASTER:
            server = live_postmaster(self.data)
            return [server.pid] if server and server.ready else []
        if kind == SESSION:
            return [pid for pid, title in servers_in(self.data) if any(login in title for login in _SESSIONS)]
        if kind == GUNICORN_WORKER:
            return [pid for master in self.running(GUNICORN) for pid in _children(master)]
        named = {GUNICORN: "gunicorn", JOB_WORKER: "worker"}[kind]
        return [pid for pid in _children(self.process.pid) if named in command_line(pid)]

    def kill(self, kind: str, dice: Random) -> int | None:
        """kill -9 one of them; its number, or None when there was none to kill."""
        found = sorted(self.running(kind))
        if not found:
            return None
        chosen = dice.choice(found)
        self.sessions = self.running(SESSION)
        os.kill(chosen, signal.SIGKILL)
        return chosen

    def wait_until_whole(self, kind: str, killed: int) -> float:
        """Seconds until what was killed is back at work and the pages answer. Raises TimeoutError."""
        since = datetime.now(UTC)
        whole: dict[str, Callable[[], bool]] = {
            GUNICORN: self._has_web,
            GUNICORN_WORKER: self._has_web,
            JOB_WORKER: lambda: self._worker_reports(since),
            POSTMASTER: lambda: bool(self.running(POSTMASTER)),
            SESSION: lambda: not any(map(is_running, self.sessions)),  # one killed, the server ends them all
        }
        return until(
            lambda: not is_running(killed) and whole[kind]() and self.answers(), PATIENCE, f"the {kind} is back"
        )

    def _has_web(self) -> bool:
        return len(self.running(GUNICORN_WORKER)) == self.web_workers

    def _worker_reports(self, since: datetime) -> bool:
        with owner(self.database) as looking:
            (last,) = looking.execute("select max(last_heartbeat) from procrastinate_workers").fetchone()
        return last is not None and last > since

    def last_words(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def jobs_in_hand(self) -> set[int]:
        with owner(self.database) as looking:
            return {n for (n,) in looking.execute("select id from procrastinate_jobs where status = 'doing'")}

    def work_off(self) -> None:
        """With nothing else running: rescue what dead workers left, and do all that waits."""
        command = [sys.executable, "-m", "kith.cli", "worker", "--once", "--quiet", "--heartbeat", "0.4"]
        subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE)


def _children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(child) for child in found if is_running(int(child))]
