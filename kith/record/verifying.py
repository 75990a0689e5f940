"""Reading the seals back: is the log what it was when it was sealed?

Each batch is counted and hashed again and compared with its seal; each seal with its key, with the one before it and
with the file outside the database. So a row changed, deleted, inserted or moved by someone who can do anything in the
database is found, and so is a log cut off at the end. What nobody can find: rows younger than the last seal (a minute
or so) changed or deleted before it was made, and a row a superuser puts in as if it had only just been written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from psycopg import sql

from kith.access.actor import HOME_TIME
from kith.calendar import counted, in_full
from kith.record import seals
from kith.record.models import Seal

MOST = 100  # findings told in full; the rest are counted


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed. `kind` is stable, `sentence` is for a person."""

    kind: str  # changed, gone, added, seal_changed, seal_gone, seal_not_kept, cut, file_gone, unplaced
    sentence: str
    seal: int | None = None
    sealed_at: datetime | None = None


@dataclass
class Report:
    """How the log stands: batches and rows read, rows younger than the last seal, and what was found."""

    seals: int = 0
    rows: int = 0
    waiting: int = 0
    findings: list[Finding] = field(default_factory=list)
    more: int = 0  # findings beyond MOST

    @property
    def whole(self) -> bool:
        return not self.findings

    def found(self, finding: Finding) -> None:
        if len(self.findings) < MOST:
            self.findings.append(finding)
        else:
            self.more += 1


@dataclass
class Thread:
    """Where the checking has got to: the seal before, and the end of the sealed stretch of each server."""

    mac: str = ""
    ends: dict[int, int] = field(default_factory=dict)


def verify(each: Callable[[], None] = lambda: None) -> Report:
    """Check every seal, oldest first. Needs a transaction, as the system; sealing waits meanwhile.

    `each` is called once a batch, for a progress bar.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock_shared(%s)", [seals.LOCK])
    report, thread = Report(), Thread()
    kept = Kept(report)
    for seal in Seal.objects.order_by("pk").iterator():
        _check_seal(seal, thread, report)
        kept.compare(seal)
        each()
    kept.compare_the_rest()
    _check_unsealed(thread, report)
    return report


def _check_seal(seal: Seal, thread: Thread, report: Report) -> None:
    """One seal and the rows it closes."""
    if seal.mac != seals.mac_of(seal):
        said = "the seal itself was changed, or was not made with this instance's key"
        report.found(_about(seal, "seal_changed", said))
    else:
        if seal.previous != thread.mac or seal.xid_from != thread.ends.get(seal.cluster, 0):
            report.found(_about(seal, "seal_gone", "a seal before it is missing, or seals were put in another order"))
        _compare_rows(seal, report)
    thread.mac = seal.mac
    thread.ends[seal.cluster] = seal.xid_to
    report.seals += 1
    report.rows += seal.rows


def _compare_rows(seal: Seal, report: Report) -> None:
    rows, digest = seals.contents(seal.cluster, seal.xid_from, seal.xid_to)
    if rows < seal.rows:
        report.found(_about(seal, "gone", f"{seal.rows - rows} of its {_rows(seal.rows)} gone"))
    elif rows > seal.rows:
        report.found(_about(seal, "added", f"{rows - seal.rows} more than the {_rows(seal.rows)} it held"))
    elif digest != seal.digest:
        report.found(_about(seal, "changed", f"at least one of its {_rows(rows)} was changed or put in another place"))


class Kept:
    """The file of seals, read alongside the database: each seal must be in both."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.there = seals.file_of_seals().exists()
        self.lines = _genuine()
        self.line = next(self.lines, None)

    def compare(self, seal: Seal) -> None:
        while self.line and self.line.pk < seal.pk:
            self._cut(self.line)
            self.line = next(self.lines, None)
        if self.line and self.line.pk == seal.pk:
            if self.line.mac != seal.mac:
                self.report.found(_about(seal, "seal_changed", "the copy of its seal kept outside says otherwise"))
            self.line = next(self.lines, None)
        elif self.line:  # the file goes on with a later seal
            self.report.found(_about(seal, "seal_not_kept", "its seal is missing from the file outside the database"))

    def compare_the_rest(self) -> None:
        while self.line:
            self._cut(self.line)
            self.line = next(self.lines, None)
        if not self.there and self.report.seals:
            path = seals.file_of_seals()
            said = f"{path} is gone, so nobody can tell whether the end of the log was cut off. Put the file back."
            self.report.found(Finding("file_gone", said))

    def _cut(self, line: Seal) -> None:
        # Told before anything else: whatever follows may have been sealed over the gap.
        self.report.found(_about(line, "cut", f"it held {_rows(line.rows)} and is no longer in the database at all"))


def _genuine() -> Iterator[Seal]:
    """Lines of the file that carry our key, each once."""
    last = 0
    for line in seals.lines_in(seals.file_of_seals()):
        if line.pk > last and line.mac == seals.mac_of(line):
            last = line.pk
            yield line


def _check_unsealed(thread: Thread, report: Report) -> None:
    """Rows after the last seal wait for the next one; a row with no true place in the log was not written by Kith."""
    unplaced = 0
    for table in seals.SEALED:
        for cluster in seals.clusters():
            report.waiting += _count(table, "cluster = %s and xid >= %s", cluster, thread.ends.get(cluster, 0))
        unplaced += _count(table, "cluster = 0")
        unplaced += _count(table, _NOT_YET, seals.here())
    if unplaced:
        said = f"Put into the log past Kith: {_rows(unplaced)} from no transaction this server knows of."
        report.found(Finding("unplaced", said))


_NOT_YET = "cluster = %s and xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"


def _count(table: str, condition: str, *parameters: int) -> int:
    query = sql.SQL("select count(*) from {} where {}").format(sql.Identifier(table), sql.SQL(condition))
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchone()[0]


def _about(seal: Seal, kind: str, what: str) -> Finding:
    at = seal.sealed_at.astimezone(HOME_TIME)
    when = f"{in_full(at.date())} at {at:%H:%M:%S}"
    return Finding(kind, f"The batch sealed on {when}: {what}.", seal.pk, seal.sealed_at)


def _rows(count: int) -> str:
    return counted(count, "row")
