"""Packs: what a new one would change, before it is put in force; and which limits were not kept.

`compare OLD NEW` lists the children with open work whose running clocks would fall due on another day under NEW. Each
is the id of a pack or the path of a file. What has ended, and days before NEW comes into force, keep the day they had.
`breaches` counts the clocks of children with open work that are late, by limit; late with a reason accepted, or with
more time allowed, is told apart. Both read as the system, so sealed and restricted children count too.

Exit code 0; 1 when a day would move, or a clock is late; 2 for wrong use.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.calendar import in_full
from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.access import Actor
    from kith.packs import Pack


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="compare | breaches")
    compare = what.add_parser("compare", help="the children whose days would move")
    compare.add_argument("old", help="the pack in use: its id, or a file")
    compare.add_argument("new", help="the pack to come: its id, or a file")
    for each in (compare, what.add_parser("breaches", help="the limits that were not kept")):
        each.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    with database_ready(say_nothing if options.json else say):
        django_as("worker")
        from django.conf import settings
        from django.db import transaction
        from django.utils import timezone

        from kith.access import SYSTEM, acting_as

        told: Callable[..., int] = _compare if options.what == "compare" else _breaches
        with transaction.atomic(), acting_as(SYSTEM(settings.FIXED_NOW or timezone.now())) as by:
            return told(options, by)


def _compare(options: argparse.Namespace, by: "Actor") -> int:
    from kith.involvement.queries import worked_with
    from kith.people.queries import people_called
    from kith.standards.clocks.queries import would_move

    old, new = _pack(options.old, by), _pack(options.new, by)
    _must_follow(old, new)
    moved = list(would_move(worked_with(), by, [old], new))
    people = {person.pk: person for person in people_called({one.person_id for one in moved})}
    rows = [
        {
            "ref": people[one.person_id].ref,
            "child": people[one.person_id].called,
            "clock": one.title,
            "began": one.began.isoformat(),
            "old": one.old.isoformat(),
            "new": one.new.isoformat(),
        }
        for one in moved
    ]
    data = {"old": old.version, "new": new.version, "moved": rows}
    say(json.dumps(data, indent=2) if options.json else _moved_in_words(old, new, rows))
    return int(bool(rows))


def _must_follow(old: "Pack", new: "Pack") -> None:
    """A new pack comes into force on a later day, so that days already past stand."""
    if old.header.nation != new.header.nation:
        raise Refused(f"{old.version} and {new.version} are of different places.")
    if new.header.effective_from <= old.header.effective_from:
        raise Refused(
            f"{new.version} comes into force on {in_full(new.header.effective_from)}, no later than {old.version}. "
            "Give it a later effective_from: days already past have to stand."
        )


def _pack(told: str, by: "Actor") -> "Pack":
    from kith import packs

    try:
        return packs.load(told) if Path(told).suffix == ".toml" else packs.pack_for(told, by.today)
    except (packs.BadPack, packs.NotInPack) as wrong:
        raise Refused(str(wrong)) from None


def _moved_in_words(old: "Pack", new: "Pack", rows: list[dict[str, Any]]) -> str:
    if not rows:
        return f"No running clock would move from {old.version} to {new.version}."
    title = f"Days that would move from {old.version} to {new.version}"
    return _table(title, ("Reference", "Child", "Clock", "Began", "Now", "Then"), [tuple(row.values()) for row in rows])


def _breaches(options: argparse.Namespace, by: "Actor") -> int:
    from django.conf import settings

    from kith import packs
    from kith.involvement.queries import worked_with
    from kith.standards.clocks.queries import breaches

    pack, found = packs.pack_for(settings.PACK, by.today), breaches(worked_with(), by)
    rows = [
        {"limit": key, "title": pack.timescale(key).title, "late": late, "explained": explained}
        for key, (late, explained) in sorted(found.items())
    ]
    if options.json:
        say(json.dumps({"as_at": by.today.isoformat(), "pack": pack.version, "limits": rows}, indent=2))
    else:
        title = f"Limits not kept, for children with open work on {in_full(by.today)}"
        say(_table(title, ("Limit", "", "Late", "Late, explained"), [tuple(row.values()) for row in rows]))
    return int(any(row["late"] for row in rows))


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    from rich.table import Table

    from kith.standards.command import printed

    table = Table(*heads, title=title, title_justify="left")
    for row in rows:
        table.add_row(*map(str, row))
    return printed(table)
