"""Check that the log is whole: that no act was changed, taken out, put in or cut off since it was sealed.

Reads as the system, with the worker's login and no more rights than a job has: checking the log needs no owner and no
superuser. Exit code 1 when something was found.
"""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kith.calendar import counted
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.record.verifying import Report


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the report as data")


def run(options: argparse.Namespace) -> int:
    with database_ready(say_nothing if options.json else say):
        django_as("worker")
        report = _report(quiet=options.json)
    say(json.dumps(_as_data(report), default=str) if options.json else _in_words(report))
    return 0 if report.whole else 1


def _report(*, quiet: bool) -> "Report":
    from django.db import transaction
    from django.utils import timezone
    from rich.console import Console
    from rich.progress import Progress

    from kith.access import SYSTEM, acting_as
    from kith.record.models import Seal
    from kith.record.verifying import verify

    bar = Progress(console=Console(stderr=True), transient=True, disable=quiet)
    with transaction.atomic(), acting_as(SYSTEM(timezone.now())), bar as progress:
        task = progress.add_task("Reading the log", total=Seal.objects.count())
        return verify(each=lambda: progress.advance(task))


def _as_data(report: "Report") -> dict[str, Any]:
    return {"whole": report.whole, **asdict(report)}


def _in_words(report: "Report") -> str:
    read = f"{counted(report.rows, 'row')} in {counted(report.seals, 'sealed batch', 'sealed batches')}"
    waiting = f"{counted(report.waiting, 'row')} not sealed yet"
    if report.whole:
        return f"The log is whole: {read}, {waiting}."
    lines = [f"The log is not whole ({read}, {waiting}). First:"]
    lines += [f"  {finding.sentence}" for finding in report.findings]
    if report.more:
        lines.append(f"  and {counted(report.more, 'more finding')}.")
    return "\n".join(lines)
