"""One measurement beside another: how it is taken, and how it is told."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

RUNS = 5
_UNITS = {"ms": 1000.0, "s": 1.0}


@dataclass(frozen=True)
class Measured:
    """The same thing measured several times: `label` says what, `runs` hold each run in `unit`."""

    label: str
    runs: tuple[float, ...]
    unit: str = "ms"

    @property
    def median(self) -> float:
        return median(self.runs)

    @property
    def best(self) -> float:
        return max(self.runs) if self.unit.endswith("/s") else min(self.runs)

    def __str__(self) -> str:
        return f"{self.label} {_plain(self.median)} {self.unit}"

    @property
    def spread(self) -> str:
        """The best run / the median of them."""
        return f"{_plain(self.best)} / {_plain(self.median)}" if len(self.runs) > 1 else "fixed"


@dataclass(frozen=True)
class Line:
    what: str
    many: str  # how many of what it was measured over
    a: Measured
    b: Measured
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.a.median / self.b.median if self.b.median else 0.0

    def as_data(self) -> dict[str, Any]:
        told = {
            name: {"label": each.label, "unit": each.unit, "best": each.best, "median": each.median, "runs": each.runs}
            for name, each in (("a", self.a), ("b", self.b))
        }
        return {"what": self.what, "many": self.many, **told, "ratio": round(self.ratio, 3), "note": self.note}

    def cells(self) -> list[str]:
        return [
            self.what,
            self.many,
            str(self.a),
            str(self.b),
            f"{self.ratio:.2f}",
            f"{self.a.spread} · {self.b.spread}",
            self.note,
        ]

    def in_short(self) -> str:
        """As it comes: the table follows at the end."""
        note = f"  ({self.note})" if self.note else ""
        return f"{self.what}, {self.many}: {self.a} to {self.b} = {self.ratio:.2f}{note}"


HEADINGS = ("What", "How many", "Measured", "Beside it", "Ratio", "Best / median of the runs", "")


def alternately(*does: Callable[[], Any], runs: int = RUNS, times: int = 1) -> list[tuple[float, ...]]:
    """Seconds for one of each, run after run, turn by turn: what the machine does meanwhile, it does to all of them."""
    taken: list[list[float]] = [[] for _ in does]
    for _ in range(runs):
        for do, seconds in zip(does, taken, strict=True):
            began = time.perf_counter()
            for _ in range(times):
                do()
            seconds.append((time.perf_counter() - began) / times)
    return [tuple(seconds) for seconds in taken]


class Processor:
    """Processor time while the block runs, of this process and of the database session it speaks through."""

    def __enter__(self) -> "Processor":
        self.own, self.theirs = -time.process_time(), -self._session()
        return self

    def __exit__(self, *_: object) -> None:
        self.own += time.process_time()
        self.theirs += self._session()

    def __str__(self) -> str:
        return f"processor {self.own:.1f} s here, {self.theirs:.1f} s in the database"

    @staticmethod
    def _session() -> float:
        from django.db import connection

        connection.ensure_connection()
        return processor_of([connection.connection.info.backend_pid])


def processor_of(processes: Iterable[int]) -> float:
    """Seconds of processor these have used; 0 where the system does not tell."""
    nanoseconds = 0
    for thread in (thread for pid in processes for thread in Path(f"/proc/{pid}/task").glob("*/schedstat")):
        with suppress(OSError):
            nanoseconds += int(thread.read_text().split()[0])
    return nanoseconds / 1e9


def timed(label: str, seconds: Sequence[float], unit: str = "ms") -> Measured:
    return Measured(label, tuple(each * _UNITS[unit] for each in seconds), unit)


def rate(label: str, seconds: Sequence[float], number: int) -> Measured:
    """So many a second."""
    return Measured(label, tuple(number / each for each in seconds), "/s")


def fixed(label: str, value: float, unit: str) -> Measured:
    """Not measured: a bar, or something that is the same each time."""
    return Measured(label, (value,), unit)


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}" if number < 100 else f"{number:.0f}"
