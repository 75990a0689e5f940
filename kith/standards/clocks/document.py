"""Writes docs/limits.md from the packs and the register: `python -m kith.standards.clocks.document` (S3-30)."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kith.calendar import in_full

if TYPE_CHECKING:
    from kith.packs import Pack, Timescale

PAGE = Path(__file__).resolve().parents[3] / "docs" / "limits.md"

_HEAD = """# Time limits: every rule, its source and what it drives

This page is written from the packs and the register of clocks (`make docs`): change them, not it.

A limit counts from the day after its start: day 0 never counts. Working days leave out weekends and the bank holidays
of the place. Months keep their number or end with the month. Hours are hours, whatever the clocks do that weekend.

A clock is held to the pack in force on the day it began. A later pack takes over only what still runs when it comes
into force; what has ended, and days already past, stand. `kith packs compare OLD NEW` lists the children whose days
would move before a new pack is put in force; `kith packs breaches` counts what was not kept. Where a place counts from
the last of several events and not the first, the pack says so.

**not verified**: nobody here has read it in its source yet; every page that shows the limit says so.
"""
_MARKS = {"V": "read in the source", "L": "a local default", "K": "**not verified**"}


def written() -> str:
    """The whole page: every pack there is, the newest first."""
    from kith.packs import check_all

    return "\n".join([_HEAD, *(line for pack in reversed(check_all()) for line in _pack(pack))])


def _pack(pack: "Pack") -> Iterator[str]:
    until = f" to {in_full(pack.header.effective_to)}" if pack.header.effective_to else ""
    yield f"## {pack.header.title} (`{pack.version}`, in force from {in_full(pack.header.effective_from)}{until})\n"
    yield "| row | what | limit | counted | who | source | drives |\n|---|---|---|---|---|---|---|"
    yield from (_row(one, pack) for one in sorted(pack.timescales, key=_by_row))
    yield ""


def _by_row(one: "Timescale") -> tuple[int, str, str]:
    """E1 before E10; rows of our own behind those of the table."""
    number = "".join(filter(str.isdigit, one.row)) if one.row.startswith("E") else ""
    return (int(number) if number else 1_000), one.row, one.key


def _row(one: "Timescale", pack: "Pack") -> str:
    ways = {"after": "from", "before": "before", "total": "in all, in"}
    last = " (the last of several)" if one.which == "last" else ""
    dates = "".join(f", {word} {in_full(day)}" for word, day in (("from", one.from_), ("until", one.until)) if day)
    more = "; a manager may allow more time" if one.more_time else ""
    source = f"{pack.cite(one)}; {_MARKS[one.mark]}{dates}"
    counted = f"{ways[one.counted]} {one.counted_from}{last}{more}"
    return f"| {one.row} | {one.title} | {one.in_words} | {counted} | {one.who} | {source} | {_drives(one.key)} |"


def _drives(key: str) -> str:
    """The clock and the promises that are held to a limit."""
    from kith.standards.clocks.register import driven_by
    from kith.standards.register import STANDARDS

    held = [
        each.id
        for each in STANDARDS
        if key in ({each.limits} if isinstance(each.limits, str) else each.limits.values())
    ]
    clock = [f"the clock `{key}`"] if driven_by(key) else []
    return ", ".join(clock + [f"the promise `{id_}`" for id_ in held])


def main() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
    django.setup()
    PAGE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
