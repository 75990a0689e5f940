"""How fast the log is sealed and verified, and beside it how fast its rows are only read.

All of it in one batch, in a transaction that is undone: nothing is sealed in the end.
"""

import time
from collections.abc import Iterator

from django.conf import settings
from django.db import connection, transaction

from bench.lines import RUNS, Line, rate
from bench.population import populated
from kith.access import SYSTEM, acting_as
from kith.record.seals import SEALED, close_batches
from kith.record.verifying import verify


def run(size: int) -> Iterator[Line]:
    with populated(size):
        taken: dict[str, list[float]] = {"sealed": [], "verified": [], "only read": []}
        for _ in range(RUNS):
            rows = _once(taken)
        read = rate("only read", taken["only read"], rows)
        for what in ("sealed", "verified"):
            yield Line(f"the log {what}", f"{rows:,} rows", rate(what, taken[what], rows), read)


def _once(taken: dict[str, list[float]]) -> int:
    with transaction.atomic(), acting_as(SYSTEM(settings.FIXED_NOW)) as by:
        began = time.perf_counter()
        rows = sum(seal.rows for seal in close_batches(by=by))
        sealed = time.perf_counter()
        verify()
        verified = time.perf_counter()
        _read()
        for what, seconds in (
            ("sealed", sealed - began),
            ("verified", verified - sealed),
            ("only read", time.perf_counter() - verified),
        ):
            taken[what].append(seconds)
        transaction.set_rollback(True)
    return rows


def _read() -> None:
    with connection.cursor() as cursor:
        for table, columns in SEALED.items():
            query = f"copy (select {', '.join(columns)} from {table} order by xid, id) to stdout"  # noqa: S608
            with cursor.copy(query) as copy:
                for _ in copy:
                    pass
