"""A whole authority's census in and out again: children a second, processor time and peak memory.

Each command runs once, in a process of its own, as the worker login, in a database made for the purpose. A tenth of the
children go first, to compare the memory of the two.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bench.lines import Line, Measured, fixed, rate
from kith.demo.census import synthetic_census, synthetic_header
from kith.embedded.folders import folders_of
from kith.returns.cin.writing import write
from kith.running import home
from tests.databases import owner

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

    def rate(self, label: str, children: int) -> Measured:
        return rate(label, [self.wall], children)

    def held(self, label: str) -> Measured:
        return fixed(label, self.memory / 2**20, "MB")

    @property
    def note(self) -> str:
        return f"{self.wall:.0f} s; processor {self.own:.0f} s + database {self.server:.0f} s"


def run(size: int) -> Iterator[Line]:
    children = size * 6 // 10
    few, of = max(children // 10, 1), f"{children:,} children"
    _fresh_database()
    small, large, out = _file(few), _file(children), home() / "out.xml"
    first = _kith("import", "cin", str(small), "--dry-run", "--json")
    whole = _kith("import", "cin", str(large), "--json")
    again = _kith("import", "cin", str(large), "--json")
    given = _kith("return", "cin", "--year", "2026", "--out", str(out), "--json")
    yield Line("census in", of, whole.rate("taken in", children), again.rate("the same again", children), whole.note)
    yield Line("census in: memory at most", of, whole.held("the whole"), first.held("a tenth of it"))
    yield Line("census out", of, given.rate("written", children), whole.rate("taken in", children), given.note)
    came, went = (path.read_bytes().partition(b"<Children>")[2] for path in (large, out))
    same = "every byte as it came" if went == came else "NOT AS IT CAME IN"
    yield Line("census out: the file", of, _megabytes("out", went), _megabytes("in", came), same)


def _megabytes(label: str, file: bytes) -> Measured:
    return fixed(label, len(file) / 1e6, "MB")


def _file(children: int) -> Path:
    path = home() / f"census_{children}.xml"
    header = synthetic_header(on=ON, made_at=datetime.fromisoformat("2026-05-23T09:00:00"))
    with path.open("wb") as file:
        write(header, synthetic_census(children, seed=1, on=ON), file, year=ON.year)
    return path


def _fresh_database() -> None:
    with owner() as server:
        server.execute(f"drop database if exists {DATABASE} with (force)")
        server.execute(f"create database {DATABASE}")
    _kith("migrate", "--quiet")


def _kith(*arguments: str) -> Cost:
    """Run a command to its end. The server's share is what its processes used meanwhile, where the system tells."""
    outside = {name: value for name, value in os.environ.items() if name not in ("KITH_NOW", "KITH_LOGIN")}
    before, began = _server_seconds(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "kith.cli", *arguments],
        env={**outside, "KITH_DATABASE": DATABASE, "KITH_MODE": "live"},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"kith {' '.join(arguments)} ended with {process.returncode}.")
    time.sleep(1)  # the server counts a session's time when the session has ended
    return Cost(wall, used.ru_utime + used.ru_stime, _server_seconds() - before, used.ru_maxrss * 1024)


def _server_seconds() -> float:
    """Processor time of the database's main process and of every session that has ended; 0 where it cannot be read."""
    try:
        main = (folders_of(home()).data / "postmaster.pid").read_text().split()[0]
        fields = Path(f"/proc/{main}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / TICKS
