"""Write a statutory file: `kith return cin --year 2026 --out FILE`, the Children in Need census of that year.

Whatever is held goes out as it is held. What an officer should look at first is listed, and a manifest beside the file
(FILE with .manifest.json) says what it was made from. Exit code 0 when it was written and nothing is to be looked at,
1 when it was written and something is, or when it was refused, 2 for wrong use.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.calendar import counted
from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.returns.commands.reports import Report


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=["cin"], help="cin: the Children in Need census")
    parser.add_argument("--year", type=int, required=True, help="the year of its reference date, 31 March")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it")
    parser.add_argument("--authority", help="your three digits (default: those of the census taken in last)")
    parser.add_argument("--serial", default="001", help="the serial number of this file (default 001)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="everything there is to look at: .csv or .json")
    parser.add_argument("--as", dest="email", metavar="EMAIL", help="whose doing it is (default: Kith itself)")
    parser.add_argument("--json", action="store_true", help="the manifest, and what there is to look at, as data")
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    _check(options)
    try:
        with database_ready(say_nothing if options.json else say):
            django_as("worker")
            manifest, report = _given_out(options)
    except Refused as refusal:
        if not options.json:
            raise
        say(json.dumps({"refused": str(refusal)}))
        return 1
    say(json.dumps(_as_data(manifest, report)) if options.json else "\n".join(_in_words(manifest, report, options)))
    return 1 if report.found else 0


def _check(options: argparse.Namespace) -> None:
    from kith.returns.commands.reports import fault_of

    if options.out.is_dir() or not options.out.absolute().parent.is_dir():
        options.wrong_use(f"a census cannot be written to {options.out}")
    if fault := fault_of(options.report, options.out):
        options.wrong_use(fault)
    if options.authority and not (options.authority.isascii() and options.authority.isdigit()):
        options.wrong_use("an authority is three digits")
    if not 2009 <= options.year <= 9999:
        options.wrong_use(f"there is no census of {options.year}")


def _given_out(options: argparse.Namespace) -> "tuple[dict[str, Any], Report]":
    """Written under another name, and given its own once everything is kept: there is never half a census."""
    from kith.returns.commands.acting import acting_for
    from kith.returns.commands.making import make_census
    from kith.returns.commands.reports import private, report_to

    part = options.out.with_name(f"{options.out.name}.part")
    try:
        with (
            report_to(options.report) as report,
            _counting(quiet=options.json) as each,
            acting_for(options.email) as by,
            private(part) as file,
        ):
            manifest = make_census(
                file,
                by=by,
                year=options.year,
                authority=options.authority,
                serial_no=options.serial,
                report=report,
                each=each,
            )
        part.replace(options.out)
    finally:
        part.unlink(missing_ok=True)
    with private(manifest_of(options.out)) as file:
        file.write(json.dumps({"file": options.out.name, **manifest}, indent=2).encode())
    return manifest, report


@contextmanager
def _counting(*, quiet: bool) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=quiet) as bar:
        task = bar.add_task("Reading the record")
        yield lambda done: bar.update(task, description=f"Writing: {counted(done, 'child', 'children')}")


def manifest_of(out: Path) -> Path:
    return out.with_suffix(".manifest.json")


def _in_words(manifest: dict[str, Any], report: "Report", options: argparse.Namespace) -> list[str]:
    counts = manifest["counts"]
    made_up = ", in which nobody is real" if manifest["synthetic"] else ""
    return [
        f"The census of {manifest['year']} for authority {manifest['authority']}{made_up}: "
        f"{counted(counts['children'], 'child', 'children')}, {counted(counts['referrals'], 'referral')}.",
        f"Written to {options.out}; what it was made from is in {manifest_of(options.out).name}.",
        *report.in_words(options.report),
    ]


def _as_data(manifest: dict[str, Any], report: "Report") -> dict[str, Any]:
    from kith.returns.commands.reports import as_data

    return {**manifest, "first_findings": as_data(report.shown)}
