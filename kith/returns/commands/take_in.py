"""Take in a statutory file: `kith import cin FILE`, a Children in Need census of any year.

All of it or nothing: a file that turns out to be broken changes nothing. What the file holds is kept as it came, faults
and all, and each fault is said. Taking the same file in again changes nothing; a newer one adds what is new and changes
what is different, except where someone here changed it first. Exit code 0 when every child was taken (things to look at
or not), 1 when the file was refused or a child could not be taken, 2 for wrong use.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.calendar import counted
from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from rich.progress import Progress

    from kith.returns.commands.reports import Report
    from kith.returns.models import CensusImport


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=["cin"], help="cin: the Children in Need census")
    parser.add_argument("file", type=Path, help="the file to take in")
    parser.add_argument("--dry-run", action="store_true", help="do all of it, say what came of it, and save nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="everything there is to look at: .csv or .json")
    parser.add_argument("--year", type=int, help="the census year, for a file that does not say")
    parser.add_argument(
        "--another-authority",
        action="store_true",
        help="earlier censuses came from another authority, and the ids are the same children's",
    )
    parser.add_argument("--as", dest="email", metavar="EMAIL", help="whose doing it is (default: Kith itself)")
    parser.add_argument("--json", action="store_true", help="the result as data")
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    _check(options)
    try:
        with database_ready(say_nothing if options.json else say):
            django_as("worker")
            made, report = _taken_in(options)
    except Refused as refusal:
        if not options.json:
            raise
        say(json.dumps({"refused": str(refusal)}))
        return 1
    say(json.dumps(_as_data(made, report, options)) if options.json else "\n".join(_in_words(made, report, options)))
    return 1 if made.not_taken else 0


def _check(options: argparse.Namespace) -> None:
    from kith.returns.commands.reports import fault_of

    if not options.file.is_file():
        options.wrong_use(f"there is no file {options.file}")
    if fault := fault_of(options.report, options.file):
        options.wrong_use(fault)


def _taken_in(options: argparse.Namespace) -> "tuple[CensusImport, Report]":
    from django.db import transaction

    from kith.returns.acts import import_census
    from kith.returns.commands.acting import acting_for
    from kith.returns.commands.reports import report_to

    with report_to(options.report) as report, _bars(quiet=options.json) as bars, options.file.open("rb") as file:
        size = options.file.stat().st_size
        reading = bars.add_task("Reading the file", total=size, note="")
        writing = bars.add_task("Writing it down", total=None, note="", start=False)

        def each(done: int) -> None:
            bars.start_task(writing)
            bars.update(writing, note=counted(done, "child", "children"))

        with acting_for(options.email) as by:
            made = import_census(
                by=by,
                file=bars.wrap_file(file, size, task_id=reading),
                each=each,
                tell=report.add,
                year=options.year,
                another_authority=options.another_authority,
            )
            if options.dry_run:
                transaction.set_rollback(True)
        bars.update(writing, total=1, completed=1)
    return made, report


def _bars(*, quiet: bool) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[note]}"))
    return Progress(*columns, console=Console(stderr=True), disable=quiet)


def _in_words(made: "CensusImport", report: "Report", options: argparse.Namespace) -> list[str]:
    whose = f" from authority {made.authority}" if made.authority else ""
    made_up = ", in which nobody is real" if made.synthetic else ""
    lines = [
        f"The census of {made.year}{whose}{made_up}: {counted(made.children, 'child', 'children')}.",
        f"{made.added:,} new, {made.changed:,} changed, {made.unchanged:,} unchanged.",
    ]
    if made.not_taken:
        lines.append(f"{counted(made.not_taken, 'child', 'children')} not taken: see below.")
    lines += report.in_words(options.report)
    if options.dry_run:
        lines.append("This was a dry run: nothing was saved.")
    return lines


def _as_data(made: "CensusImport", report: "Report", options: argparse.Namespace) -> dict[str, Any]:
    from kith.returns.commands.reports import as_data

    columns = ["year", "authority", "synthetic", "digest", "children", "added", "changed", "unchanged", "not_taken"]
    return {
        **{column: getattr(made, column) for column in columns},
        "saved": not options.dry_run,
        "findings": report.found,
        "not_kept": report.lost,
        "first_findings": as_data(report.shown),
        "report": str(options.report) if options.report else None,
    }
