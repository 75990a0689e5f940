"""Seals: the log closed in batches, so that nobody changes it unnoticed, not even the database's superuser.

Every row of the log carries the server and the transaction it was written in. Once no running transaction is older than
a number, nothing can appear below that number any more: those rows are counted, hashed and sealed. A seal holds the one
before it and is keyed with a secret kept outside the database; each is also written to a file there. Writing an act
waits for none of this. Answers S3-19 (accountable) and design 1.2; `kith.record.verifying` reads it all back.
"""

import hashlib
import hmac
import json
import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from kith.access import Actor
from kith.record.models import Seal
from kith.settings.secrets import kept_secret

# What is sealed, in this order. A column added to a table later is sealed from a second form on: seals already made
# must still be checked against the first.
SEALED = {
    "record_occasion": (
        "id",
        "key",
        "name",
        "by_id",
        "by_name",
        "audience",
        "happened_on",
        "happened_precision",
        "recorded_at",
        "said",
        "pack",
        "cluster",
        "xid",
    ),
    "record_act": (
        "id",
        "occasion_id",
        "person_id",
        "name",
        "said",
        "happened_on",
        "happened_precision",
        "recorded_at",
        "in_story",
        "significance",
        "staff_only",
        "cluster",
        "xid",
    ),
}
LOCK = 7_151_004  # held alone while sealing, shared while verifying
alarm = logging.getLogger("kith.alarm")


def close_batches(*, by: Actor) -> list[Seal]:
    """Seal whatever can no longer change: one batch for this server, one for each the rows once came from.

    Needs a transaction, as the system. Gives nothing when there is nothing new, or while another process seals or
    verifies. The file is brought up to date first, so a seal whose line was lost in a crash is written a minute later.
    """
    if not _alone():
        return []
    _write_missing_lines()
    made = [seal for part in _open_parts() if (seal := _close(part, by))]
    if made:
        transaction.on_commit(partial(write_lines, made))
    return made


def contents(cluster: int, xid_from: int, xid_to: int) -> tuple[int, str]:
    """How many rows a batch holds, and the SHA-256 of every column of each. Streams: memory does not grow with rows.

    The first batch of a server has no lower end, so that no row can hide beneath it.
    """
    digest, rows = hashlib.sha256(), 0
    with connection.cursor() as cursor:
        cursor.execute("set local timezone to 'UTC'")
        cursor.execute("set local datestyle to 'ISO, YMD'")
        for table in SEALED:
            digest.update(table.encode())
            with cursor.copy(_rows_of(table, cluster, xid_from, xid_to)) as copy:
                for block in copy:
                    digest.update(block)
                    rows += bytes(block).count(b"\n")  # a line break inside a value is written as \n, two letters
    return rows, digest.hexdigest()


def mac_of(seal: Seal) -> str:
    """What the seal's `mac` must be: every other fact of it under the key kept in KITH_HOME."""
    text = json.dumps([seal.cluster, seal.xid_from, seal.xid_to, seal.rows, seal.digest, seal.previous, _moment(seal)])
    return hmac.new(_key(), text.encode(), hashlib.sha256).hexdigest()


@cache
def _key() -> bytes:
    return kept_secret(settings.HOME, "seal").encode()


def here() -> int:
    """The number of this database server, as rows carry it."""
    return _one("select system_identifier from pg_control_system()")


def clusters() -> set[int]:
    """Every server the log's rows were written on (0, a row no server vouches for, is left to `kith verify`)."""
    found: set[int] = set()
    for table in SEALED:
        # Steps from one value to the next along the index, instead of reading every row.
        query = """with recursive step as (
              (select cluster from {table} order by cluster limit 1)
              union all
              select (select t.cluster from {table} t where t.cluster > step.cluster order by t.cluster limit 1)
              from step where step.cluster is not null)
            select cluster from step where cluster is not null and cluster <> 0"""
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(query).format(table=sql.Identifier(table)))
            found |= {row[0] for row in cursor.fetchall()}
    return found


# -- the file outside the database


def file_of_seals() -> Path:
    """`KITH_SEALS`, which may be on another disk or a write-once store; `seals.log` in KITH_HOME unless set."""
    return Path(os.environ.get("KITH_SEALS") or settings.HOME / "seals.log")


def write_lines(seals: Iterable[Seal]) -> None:
    """Add a line for each seal and wait until the disk has them."""
    text = "".join(json.dumps(as_line(seal)) + "\n" for seal in seals)
    path = file_of_seals()
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "a+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # the last line was cut short by a crash: leave it, begin a new one
                text = "\n" + text
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def as_line(seal: Seal) -> dict[str, Any]:
    return {
        "id": seal.pk,
        "cluster": seal.cluster,
        "xid_from": seal.xid_from,
        "xid_to": seal.xid_to,
        "rows": seal.rows,
        "digest": seal.digest,
        "previous": seal.previous,
        "sealed_at": _moment(seal),
        "mac": seal.mac,
    }


def lines_in(path: Path, *, from_byte: int = 0) -> Iterator[Seal]:
    """The seals a file of seals says there are, in its order. A line cut short by a crash is passed over."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        file.seek(from_byte)
        for line in file:
            try:
                said = json.loads(line)
                yield Seal(**{**said, "sealed_at": datetime.fromisoformat(said["sealed_at"])})
            except (ValueError, TypeError, KeyError):
                continue


def _write_missing_lines() -> None:
    last = _last_line(file_of_seals())
    if last and not Seal.objects.filter(pk=last.pk, mac=last.mac).exists():
        alarm.error("Seals kept outside the database are no longer in it. Run `kith verify`.")
    missing = list(Seal.objects.filter(pk__gt=last.pk if last else 0).order_by("pk"))
    if missing and last is None:
        alarm.error("The file of seals was gone and is written anew. Who moved it? Compare it with a backup.")
    if missing:
        write_lines(missing)


def _last_line(path: Path) -> Seal | None:
    size = path.stat().st_size if path.exists() else 0
    near_the_end = deque(lines_in(path, from_byte=max(0, size - 4096)), maxlen=1)
    return (near_the_end or deque(lines_in(path), maxlen=1) or [None])[0]


# -- closing a batch


def _alone() -> bool:
    return _one("select pg_try_advisory_xact_lock(%s)", LOCK)


def _open_parts() -> Iterator[tuple[int, int, int]]:
    """(server, from, to) of every stretch of the log that has stopped moving since the last seal of that server."""
    ours = here()
    # Taken before any row is read: whatever is below it has been committed or undone by then.
    settled = _one("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    for cluster in sorted(clusters()):
        last = Seal.objects.filter(cluster=cluster).order_by("-xid_to").values_list("xid_to", flat=True).first() or 0
        # Rows of another server arrived whole, in a restored copy: nothing can be added to them there any more.
        to = settled if cluster == ours else _last_xid(cluster) + 1
        if to > last:
            yield cluster, last, to


def _close(part: tuple[int, int, int], by: Actor) -> Seal | None:
    rows, digest = contents(*part)
    if not rows:
        return None
    cluster, xid_from, xid_to = part
    previous = Seal.objects.order_by("-pk").values_list("mac", flat=True).first() or ""
    seal = Seal(
        cluster=cluster,
        xid_from=xid_from,
        xid_to=xid_to,
        rows=rows,
        digest=digest,
        previous=previous,
        sealed_at=by.now,
    )
    seal.mac = mac_of(seal)
    seal.save(force_insert=True)
    return seal


def _last_xid(cluster: int) -> int:
    query = "select max(xid) from {table} where cluster = %s"
    return max(_one(sql.SQL(query).format(table=sql.Identifier(table)), cluster) or 0 for table in SEALED)


def _rows_of(table: str, cluster: int, xid_from: int, xid_to: int) -> sql.Composed:
    lowest = sql.SQL("and xid >= {}").format(sql.Literal(xid_from)) if xid_from else sql.SQL("")
    return sql.SQL(
        "copy (select {columns} from {table} where cluster = {cluster} {lowest} and xid < {to}"
        " order by xid, id) to stdout"
    ).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, SEALED[table])),
        table=sql.Identifier(table),
        cluster=sql.Literal(cluster),
        lowest=lowest,
        to=sql.Literal(xid_to),
    )


def _moment(seal: Seal) -> str:
    return seal.sealed_at.astimezone(UTC).isoformat(timespec="microseconds")


def _one(query: Any, *parameters: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchone()[0]
