"""A whole authority's census in and out again: children a second, processor time and peak memory.

Each command runs in a process of its own, as the worker login, on an embedded database made for the purpose.
KITH_BENCH_CHILDREN: how many children (default 30,000). A tenth of them go first, to compare the memory of the two.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import psycopg

from kith.demo.census import synthetic_census, synthetic_header
from kith.embedded import Embedded, connection_parameters
from kith.embedded.folders import folders_of
from kith.returns.cin.writing import write

CHILDREN = int(os.environ.get("KITH_BENCH_CHILDREN", "30000"))
HOME = Path(".build/bench-census").absolute()
DATABASE = "kith_bench_census"
ON = date(2026, 3, 31)
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """One command: seconds of the clock, seconds of processor (its own, the database server's), bytes at most."""

    wall: float
    own: float
    server: float
    memory: int

    def line(self, what: str, children: int) -> str:
        return (
            f"{what:<34} {children:>7,} children  {children / self.wall:>6,.0f}/s  {self.wall:>6.1f} s"
            f"  processor {self.own:.1f} s + database {self.server:.1f} s  peak memory {self.memory / 2**20:.0f} MB"
        )


def run() -> Iterator[str]:
    few = max(CHILDREN // 10, 1)
    embedded = Embedded(HOME, say=lambda sentence: None)
    embedded.start()
    try:
        _fresh_database()
        small, large = _file(few), _file(CHILDREN)
        first = _kith("import", "cin", str(small), "--dry-run", "--json")
        yield first.line("census in, a tenth, dry run", few)
        whole = _kith("import", "cin", str(large), "--json")
        yield whole.line("census in", CHILDREN)
        yield f"{'':<34} peak memory of the whole to that of the tenth: {whole.memory / first.memory:.2f}"
        yield _kith("import", "cin", str(large), "--json").line("the same file again", CHILDREN)
        out = HOME / "out.xml"
        yield _kith("return", "cin", "--year", "2026", "--out", str(out), "--json").line("census out", CHILDREN)
        came, went = (path.read_bytes().partition(b"<Children>")[2] for path in (large, out))
        yield f"{'':<34} {len(went) / 1e6:.0f} MB, " + (
            "every byte of it as it came in" if went == came else "NOT AS IT CAME IN"
        )
    finally:
        embedded.stop()


def _file(children: int) -> Path:
    path = HOME / f"census_{children}.xml"
    header = synthetic_header(on=ON, made_at=datetime.fromisoformat("2026-05-23T09:00:00"))
    with path.open("wb") as file:
        write(header, synthetic_census(children, seed=1, on=ON), file, year=ON.year)
    return path


def _fresh_database() -> None:
    parameters = connection_parameters(HOME, "kith_owner")
    with psycopg.connect(**{**parameters, "dbname": "postgres"}, autocommit=True) as owner:
        owner.execute(f"drop database if exists {DATABASE} with (force)")
        owner.execute(f"create database {DATABASE}")
    _kith("migrate", "--quiet")


def _kith(*arguments: str) -> Cost:
    """Run a command to its end. The server's share is what its processes used meanwhile, where the system tells."""
    environment = {**os.environ, "KITH_HOME": str(HOME), "KITH_DATABASE": DATABASE, "KITH_MODE": "live"}
    environment.pop("DATABASE_URL", None)
    before, began = _server_seconds(), time.perf_counter()
    command = [sys.executable, "-m", "kith.cli", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"kith {' '.join(arguments)} ended with {process.returncode}.")
    time.sleep(1)  # the server counts a session's time when the session has ended
    return Cost(
        wall,
        used.ru_utime + used.ru_stime,
        _server_seconds() - before,
        used.ru_maxrss * 1024,
    )


def _server_seconds() -> float:
    """Processor time of the database's main process and of every session that has ended; 0 where it cannot be read."""
    try:
        main = (folders_of(HOME).data / "postmaster.pid").read_text().split()[0]
        fields = Path(f"/proc/{main}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / TICKS
