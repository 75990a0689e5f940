"""Findings for the person at the keyboard: on the screen, and all of them in a file of their own."""

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, BinaryIO

from kith.calendar import counted
from kith.returns.cin.shape import Finding

SHOWN = 20  # findings on the screen
KINDS = (".csv", ".json")
_COLUMNS = ("line", "child_id", "field", "place", "reason", "value_kept", "value")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would carry out a cell that begins so


class Report:
    """Gathers findings: counts them, keeps the first few to show, writes every one to the file if there is one."""

    def __init__(self, file: IO[str] | None, *, as_table: bool) -> None:
        self.found = self.lost = 0
        self.shown: list[Finding] = []
        self._file, self._as_table = file, as_table
        self._rows = csv.writer(file) if file and as_table else None
        if self._rows:
            self._rows.writerow(_COLUMNS)

    def add(self, finding: Finding) -> None:
        self.found += 1
        self.lost += not finding.value_kept
        if len(self.shown) < SHOWN:
            self.shown.append(finding)
        if self._rows:
            self._rows.writerow(_cell(getattr(finding, column)) for column in _COLUMNS)
        elif self._file:
            self._file.write(("," if self.found > 1 else "[") + "\n" + json.dumps(asdict(finding), ensure_ascii=False))

    def add_all(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.add(finding)

    def end(self) -> None:
        if self._file and not self._rows:
            self._file.write("\n]\n" if self.found else "[]\n")

    def in_words(self, path: Path | None) -> Iterator[str]:
        """A few lines; where there are more, all of them are in the report at `path`, if one was asked for."""
        if not self.found:
            return
        lost = f" ({self.lost:,} could not be kept as the file has it)" if self.lost else ""
        yield f"{counted(self.found, 'thing')} to look at{lost}:"
        for finding in self.shown:
            yield f"  {_place(finding)}{finding.reason}"
        if self.found > len(self.shown):
            more = f"All of them are in {path}." if path else "To have them all: --report FILE.csv"
            yield f"  and {self.found - len(self.shown):,} more. {more}"


@contextmanager
def report_to(path: Path | None) -> Iterator[Report]:
    """A table (.csv) or a list (.json). Only whoever runs the command may read it."""
    if path is None:
        yield Report(None, as_table=False)
        return
    with io.TextIOWrapper(private(path), encoding="utf-8", newline="") as file:
        report = Report(file, as_table=path.suffix == ".csv")
        try:
            yield report
        finally:
            report.end()


def fault_of(path: Path | None, other: Path) -> str:
    """Why there can be no report at this path, beside the other file of the command; empty when there can."""
    if path is None:
        return ""
    if path.suffix not in KINDS:
        return f"a report is {' or '.join(KINDS)}, not {path.name}"
    if path.absolute() == other.absolute() or path.is_dir() or not path.absolute().parent.is_dir():
        return f"a report cannot be written to {path}"
    return ""


def private(path: Path) -> BinaryIO:
    """A new file nobody else on the machine may read: it names children."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(handle, "wb")


def as_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [asdict(finding) for finding in findings]


def _place(finding: Finding) -> str:
    line, child = finding.line and f"line {finding.line}", finding.child_id and f"child {finding.child_id}"
    said = ", ".join(str(part) for part in (line, child, finding.place) if part)
    return f"{said[:1].upper()}{said[1:]}: " if said else ""


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
