"""How the promises stand, for every child with open work or for one.

Reads as the system, so it counts sealed and restricted children too. Exit code 0; 1 when --fail-on finds a child in
that state, or the child is not there; 2 for wrong use.
"""

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from kith.calendar import in_full
from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.access import Actor
    from kith.standards.rules import Row

_NARROWEST = 100  # characters: piped into a file, a table still keeps its lines whole
STATES = ("met", "due", "missed", "explained", "not_yet", "not_applicable")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as data")
    parser.add_argument("--child", metavar="REF", help="one child, by reference, each promise in a sentence")
    parser.add_argument("--fail-on", choices=STATES, help="exit with 1 when any child stands so")


def run(options: argparse.Namespace) -> int:
    with database_ready(say_nothing if options.json else say):
        django_as("worker")
        from django.conf import settings
        from django.db import transaction
        from django.utils import timezone

        from kith.access import SYSTEM, acting_as

        now = settings.FIXED_NOW or timezone.now()
        with transaction.atomic(), acting_as(SYSTEM(now)) as by:
            if options.child:
                return _one_child(options, by)
            return _everyone(options, by.today)


def _everyone(options: argparse.Namespace, today: date) -> int:
    from kith.standards import queries

    counts = queries.board(today)
    say(json.dumps(_as_data(counts, today), indent=2) if options.json else _table(counts, today))
    return int(any(states.get(options.fail_on, 0) for states in counts.values()))


def _one_child(options: argparse.Namespace, by: "Actor") -> int:
    from kith.people.queries import person_by_ref
    from kith.standards import queries

    child = person_by_ref(options.child)
    if child is None:
        raise Refused(f"There is no record with the reference {options.child}.")
    rows = queries.panel(child, by)
    said = {"as_at": by.today.isoformat(), "child": child.ref, "standards": [_row(row) for row in rows]}
    say(json.dumps(said, indent=2) if options.json else _sentences(rows))
    return int(any(row.state == options.fail_on for row in rows))


def _as_data(counts: dict[str, dict[str, int]], today: date) -> dict[str, Any]:
    from kith.standards.charters import charters
    from kith.standards.register import STANDARDS

    return {
        "as_at": today.isoformat(),
        "standards": [
            {
                "id": each.id,
                "promise": each.promise,
                "roots": [root._asdict() for root in each.roots],
                "counts": counts[each.id],
            }
            for each in STANDARDS
        ],
        "charters": [charter.model_dump(exclude={"title": True, "items": _NOT_TOLD}) for charter in charters()],
    }


_NOT_TOLD = {"__all__": {"requirements"}}


def _row(row: "Row") -> dict[str, Any]:
    days = {"last": row.last, "since": row.since, "due": row.due}
    return {
        "id": row.id,
        "state": row.state.value,
        "sentence": row.sentence,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "because": row.because,
    }


def _table(counts: dict[str, dict[str, int]], today: date) -> str:
    from rich.table import Table

    from kith.standards.register import STANDARDS

    table = Table("Promise", title=f"How the promises stand on {in_full(today)}", title_justify="left")
    for state in STATES:
        table.add_column(state.replace("_", " ").capitalize(), justify="right")
    for each in STANDARDS:
        table.add_row(each.title, *(f"{counts[each.id][state]:,}" for state in STATES))
    return printed(table)


def _sentences(rows: list["Row"]) -> str:
    from rich.table import Table

    if not rows:
        return "There is no open work with this child, so nothing is promised."
    table = Table("Promise", "State", "")
    for row in rows:
        table.add_row(row.title, row.state.replace("_", " "), row.sentence)
    return printed(table)


def printed(table: Any) -> str:
    from rich.console import Console

    console = Console()
    console.width = max(console.width, _NARROWEST)
    with console.capture() as captured:
        console.print(table)
    return captured.get().rstrip()
