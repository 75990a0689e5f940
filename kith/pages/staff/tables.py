"""A table as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence


def as_csv(lines: Iterable[Sequence[object]]) -> str:
    """A cell that begins like a formula is text to the program that opens it, too."""
    out = io.StringIO()
    write = csv.writer(out)
    for line in lines:
        write.writerow([_harmless(cell) for cell in line])
    return out.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r") else cell
