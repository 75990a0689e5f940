"""A file five times as long takes no more memory, coming in or going out."""

import gc
import io
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime

import pytest

from kith import packs
from kith.demo.census import synthetic_census, synthetic_header
from kith.returns.acts import import_census
from kith.returns.cin.writing import write
from kith.returns.queries import census_children

ON = date(2026, 3, 31)
FEW, MANY = 100, 500
EACH_MORE = 1_000  # bytes: reading remembers each child's id and identity, to notice one that comes twice


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr("kith.returns.acts.taking_in.AT_ONCE", 20)
    monkeypatch.setattr("kith.returns.queries.AT_ONCE", 20)


@pytest.fixture(autouse=True)
def looked_through_once(by):
    """What is there before the test begins need not be gone through each time rubbish is cleared."""
    gc.collect()
    gc.freeze()


def file_of(n: int) -> io.BytesIO:
    file = io.BytesIO()
    header = synthetic_header(on=ON, made_at=datetime.fromisoformat("2026-05-23T09:00:00"))
    write(header, synthetic_census(n, seed=1, on=ON), file, year=2026)
    return file


def peak(do: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def take(file: io.BytesIO, by) -> None:
    import_census(by=by, file=file, each=lambda done: gc.collect())


def give() -> None:
    """Rubbish is cleared now and then, as it is in time anyway: only what is held on to should count."""
    calendar = packs.pack_for("england-2026", ON).calendar
    for number, _ in enumerate(census_children(2026, calendar=calendar)):
        if number % 20 == 0:
            gc.collect()


def test_memory_does_not_grow_with_the_file(by):
    files = {n: file_of(n) for n in (FEW, MANY)}
    take(file_of(20), by)  # what is loaded once is loaded before anything is measured
    few = peak(lambda: take(files[FEW], by))
    many = peak(lambda: take(files[MANY], by))
    assert many - few < (MANY - FEW) * EACH_MORE


def test_nor_with_the_return(by):
    take(file_of(FEW), by)
    give()
    few = peak(give)
    take(file_of(MANY), by)
    assert peak(give) - few < 100_000
