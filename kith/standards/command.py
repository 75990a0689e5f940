"""How the promises stand, for every child with open work or for one.

For one child, for the children a team leads work with, or behind one charter (S4-01). Reads as the system, so it counts
sealed and restricted children too. Exit code 0; 1 when --fail-on finds a child in that state, or there is no such
child, team or charter; 2 for wrong use.
"""

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from kith.calendar import in_full
from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kith.access import Actor
    from kith.standards.charters import Charter
    from kith.standards.rules import Row

_NARROWEST = 100  # characters: piped into a file, a table still keeps its lines whole
STATES = ("met", "due", "missed", "explained", "not_yet", "not_applicable")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as data")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--child", metavar="REF", help="one child, by reference, each promise in a sentence")
    whose.add_argument("--team", metavar="NAME", help="the children whose work this team leads")
    parser.add_argument("--charter", metavar="ID", help="the promises behind one charter, item by item")
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

    here = _charters(options.charter)
    asked = _asked(here if options.charter else ())
    people = _led_by(options.team) if options.team else None
    counts = {id_: states for id_, states in queries.board(today, people).items() if id_ in asked}
    say(json.dumps(_as_data(counts, here, today), indent=2) if options.json else _told(counts, here, options, today))
    return int(any(states.get(options.fail_on, 0) for states in counts.values()))


def _charters(id_: str | None) -> "tuple[Charter, ...]":
    """Those used here, or the one that was asked for. Raises Refused."""
    from kith.standards import queries
    from kith.standards.reading import BadCharter

    try:
        here = queries.charters_here()
    except BadCharter as wrong:
        raise Refused(f"The charters cannot be used. {wrong}") from None
    found = tuple(charter for charter in here if id_ in (None, charter.id))
    if not found:
        raise Refused(f"There is no charter {id_}. There are: {', '.join(charter.id for charter in here)}.")
    return found


def _asked(charters: "Iterable[Charter]") -> set[str]:
    """The standards to tell of: those behind these charters; all of them where none is named."""
    from kith.standards.register import STANDARDS

    behind = {id_ for charter in charters for item in charter.items for id_ in item.standards}
    return behind if charters else {each.id for each in STANDARDS}


def _led_by(name: str) -> list[int]:
    from kith.directory.queries import teams_called
    from kith.involvement.queries import led_by_team

    teams = teams_called(name)
    if len(teams) != 1:
        raise Refused(f"There is no team called {name}." if not teams else f"There are several teams called {name}.")
    return list(dict.fromkeys(lead.person_id for lead in led_by_team(teams[0].pk)))


def _one_child(options: argparse.Namespace, by: "Actor") -> int:
    from kith.people.queries import person_by_ref
    from kith.standards import queries

    child = person_by_ref(options.child)
    if child is None:
        raise Refused(f"There is no record with the reference {options.child}.")
    asked = _asked(_charters(options.charter) if options.charter else ())
    rows = [row for row in queries.panel(child, by) if row.id in asked]
    said = {"as_at": by.today.isoformat(), "child": child.ref, "standards": [_row(row) for row in rows]}
    say(json.dumps(said, indent=2) if options.json else _sentences(rows))
    return int(any(row.state == options.fail_on for row in rows))


def _as_data(counts: dict[str, dict[str, int]], charters: "Sequence[Charter]", today: date) -> dict[str, Any]:
    from kith.standards.demands import demands
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
            if each.id in counts
        ],
        "charters": [_charter(charter) for charter in charters],
        "not_yet_built": {
            "items": sum(len(charter.not_yet_built) for charter in charters),
            "demands": {row.id: row.waits_for for row in demands().values() if row.waits_for},
        },
    }


def _charter(charter: "Charter") -> dict[str, Any]:
    items = [
        {
            "id": item.id,
            "title": item.title,
            "standards": item.standards,
            "not_yet_built": item.not_yet_built,
            "waiting": [row.id for row in item.waiting],
        }
        for item in charter.items
    ]
    return {"id": charter.id, "succeeds": charter.succeeds, "year": charter.year, "items": items}


def _row(row: "Row") -> dict[str, Any]:
    days = {"last": row.last, "since": row.since, "due": row.due}
    return {
        "id": row.id,
        "state": row.state.value,
        "sentence": row.sentence,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "because": row.because,
    }


def _told(
    counts: dict[str, dict[str, int]], charters: "Sequence[Charter]", options: argparse.Namespace, today: date
) -> str:
    """A table of the promises; with --charter, of its items with the promises behind each. Then what is not built."""
    from rich.table import Table

    whose = f", {options.team}" if options.team else ""
    table = Table("Promise", title=f"How the promises stand on {in_full(today)}{whose}", title_justify="left")
    for state in STATES:
        table.add_column(state.replace("_", " ").capitalize(), justify="right")
    for title, id_ in _lines(charters) if options.charter else _titles(counts):
        table.add_row(title, *(f"{counts[id_][state]:,}" if id_ else "" for state in STATES))
    return f"{printed(table)}\n{_not_built(charters)}"


def _titles(counts: dict[str, dict[str, int]]) -> "Iterator[tuple[str, str]]":
    from kith.standards.register import STANDARDS

    yield from ((each.title, each.id) for each in STANDARDS if each.id in counts)


def _lines(charters: "Sequence[Charter]") -> "Iterator[tuple[str, str]]":
    """Each item, then the promises behind it (the second of the pair is the standard's id, empty for an item)."""
    from kith.standards.register import standard

    for charter in charters:
        for item in charter.items:
            yield item.title, ""
            behind = [] if item.not_yet_built else item.standards
            yield from [(f"  {standard(id_).title}", id_) for id_ in behind] or [("  not yet built", "")]


def _not_built(charters: "Sequence[Charter]") -> str:
    from kith.standards.demands import demands

    rows = demands().values()
    items = sum(len(charter.items) for charter in charters)
    built = sum(len(charter.not_yet_built) for charter in charters)
    waits = sum(bool(row.waits_for) for row in rows)
    return f"Not yet built: {built} of {items} items of the charters; {waits} of {len(rows)} demands wait."


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
