"""Serve the demo: a made-up family and partnership, on this machine alone. Ctrl-C stops it; the data stays."""

import argparse
import os

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kith.running import database_ready, django_as, home


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="where to serve (default 8000)")
    parser.add_argument("--load-only", action="store_true", help="make the data and stop")
    parser.add_argument("--children", type=int, default=400, help="how many children the census holds (default 400)")


def run(options: argparse.Namespace) -> int:
    os.environ["KITH_MODE"] = "demo"
    os.environ.setdefault("KITH_HOME", str(home()))
    say = Console(stderr=True, highlight=False).print
    if not options.load_only:
        from kith.pages.system.serve import must_be_free

        must_be_free(options.port)  # before minutes of work, not after
    with database_ready(say=say):
        from kith.pages.system.migrate import bring_up_to_date

        bring_up_to_date()
        load(
            Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()),
            options.children,
        )
        if options.load_only:
            return 0
        from kith.pages.system.serve import serve

        print(_welcome(options.port), flush=True)
        return serve(options.port, mode="demo")


def load(progress: Progress, children: int) -> None:
    """Make the demo's data unless it is there. Raises Refused in a database that may hold real people (7.13)."""
    django_as("owner")
    from django.db import transaction
    from django.utils import timezone

    from kith.demo import loading

    loading.must_be_nobodys()
    if loading.is_made():
        return
    loading.must_be_englands(timezone.localdate())
    with progress, transaction.atomic():
        loading.make(timezone.now(), progress, children)


def _welcome(port: int) -> str:
    lines = [
        "",
        f"  Kith is at http://localhost:{port}",
        "  Everyone in it is made up. Sign in as:",
        "    Aisha Khan      the family's social worker",
        "    Grace Adeyemi   her manager",
        "    T. Rowe         on duty tonight",
        "    Nell Rawson     a school nurse who leads early help",
        "    Kelly Okafor    the children's mother     Tomek Nowak   their father",
        "  Ctrl-C stops it.",
        "",
    ]
    return "\n".join(lines)
