"""The figures as a table, as data, and as a page of docs/."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.lines import HEADINGS, Line

_NARROWEST = 180  # letters: piped into a file, a table still keeps its lines whole


def as_data(lines: Sequence[Line]) -> dict[str, Any]:
    return {"machine": machine(), "lines": [line.as_data() for line in lines]}


def as_table(lines: Sequence[Line]) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table(*HEADINGS, title=_on(machine()), title_justify="left")
    for line in lines:
        table.add_row(*line.cells())
    console = Console()
    console.width = max(console.width, _NARROWEST)
    with console.capture() as captured:
        console.print(table)
    return captured.get().rstrip()


def write(lines: Sequence[Line], path: Path) -> None:
    """As a page: dated, with what it was measured on. Only ever made by `make bench WRITE=1`."""
    rows = "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line.cells()) + " |" for line in lines)
    heads = f"| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}"
    path.write_text(f"# Measured\n\n{_PREFACE}\n\n{_on(machine())}\n\n{heads}\n{rows}\n", encoding="utf-8")


_PREFACE = """\
Written by `make bench WRITE=1`, never by hand. Each line sets two things side by side, measured turn by turn on one
machine in the same minutes: the ratio is what to read, the seconds belong to the machine. Nothing here is asserted by a
test. How each is measured is in `bench/`."""


def machine() -> dict[str, Any]:
    """What it was measured on: never where, nor whose."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        (version,) = cursor.fetchone()
    connection.close()
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "postgresql": version,
    }


def _on(found: dict[str, Any]) -> str:
    day = datetime.fromisoformat(found["measured_at"])
    return (
        f"{day:%-d %B %Y}: {found['processors']} processors (load {found['load']} at the end), {found['system']}, "
        f"PostgreSQL {found['postgresql']}, Python {found['python']}."
    )
