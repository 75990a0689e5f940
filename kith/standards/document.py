"""Writes docs/standards.md from the standards themselves: `python -m kith.standards.document`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.calendar import counted, joined

if TYPE_CHECKING:
    from kith.packs import Pack
    from kith.standards.charters import Charter
    from kith.standards.shapes import Shape

PAGE = Path(__file__).resolve().parents[2] / "docs" / "standards.md"

_HEAD = """# The promises Kith keeps count of

This page is written from the standards themselves (`make docs`): change them, not it.

A standard is a promise to a child or family. It is one of seven shapes, which hold all the logic:

| shape | kept when |
|---|---|
| Every | it was done again within the limit, or at least once in so many visits |
| Within | it followed each event within the limit |
| Has | it is there today |
| EachAnswered | each thing asked is answered by its own day |
| EachTime | it was done in time each time it came up, to the minute; the last time decides |
| Both | every part is kept |
| Judged | someone outside the work looked and says so |

A promise to one child is **met**, **due**, **missed**, **explained**, **not yet** or **not applicable**. Late stays
late: an explanation that somebody else accepted is told apart and never counts as met, and acceptance runs out. Where
nothing has been done yet, a clock runs from the first day of the work. Children brought over from another system are
outside every share until someone here has led their work for a while, save for what they themselves asked for here.
Nothing counts that says nothing: "n/a", a dot, or the last record over again. Recording is never held up by a standard.
"""


def written() -> str:
    """The whole page, under the newest English pack."""
    from kith.packs import pack_for
    from kith.standards.charters import charters
    from kith.standards.register import STANDARDS

    pack = pack_for("england", date.max)
    by_id = {charter.id: charter for charter in charters()}
    parts = [_HEAD, *(part for each in STANDARDS for part in _standard(each, pack, by_id)), *_coverage(by_id)]
    return "\n".join(parts)


def _standard(each: "Shape", pack: "Pack", charters: dict[str, "Charter"]) -> Iterator[str]:
    from kith.standards.shapes import EachAnswered

    yield f"## {each.title}\n\n> {each.promise}\n"
    yield f"- Id: `{each.id}` · shape: {each.kind} · put right at `{each.put_right.url}` (“{each.put_right.words}”)"
    yield f"- To families: {each.to_family}\n- To children: {each.to_child}"
    yield f"- Made to: {_made_to(each, pack)}"
    yield from (f"- Limit: {line}" for line in _limits(each, pack))
    if isinstance(each, EachAnswered):
        yield f"- Owed by: {each.by}"
    yield f"- What counts: {each.evidence.words}"
    if each.kept_close:
        yield "- A family or child reads it as a promise to everybody, and never how it stands for them."
    yield f"- The child’s rights it keeps: {_rights(each, pack)}"
    for root in each.roots:
        charter = charters[root.charter]
        title = charter.item(root.place).title
        yield f"- From: {charter.title}, {root.place}, “{title}” ({joined(root.requirements)})"
    yield "\n| when it is | a worker reads |\n|---|---|"
    for state in ("met", "due", "missed", "explained", "not_yet", "not_applicable"):
        yield f"| {state.replace('_', ' ')} | {getattr(each.wording, state).format(**_for_example(each))} |"
    yield ""


def _rights(each: "Shape", pack: "Pack") -> str:
    """Articles of the Convention on the Rights of the Child, as the pack maps them (S4-01.2)."""
    return "; ".join(f"article {code}, {pack.label('uncrc_article', code).lower()}" for code in pack.rights(each.id))


def _for_example(each: "Shape") -> dict[str, str]:
    from kith.standards.shapes import Both

    return {
        "child": "Maya",
        "last": "6 November 2026",
        "since": "6 November 2026",
        "by": "4 December 2026",
        "until": "31 January 2027",
        "count": counted(2, each.one),
        "missing": joined(part.title for part in each.parts) if isinstance(each, Both) else "",
        "lead": "Aisha Khan",
        "span": "2 hours",
    }


def _made_to(each: "Shape", pack: "Pack") -> str:
    levels = [pack.level(code).label for code in each.applies_to.levels]
    who = f"children at these levels: {joined(levels)}" if levels else "every child with open work"
    return who + (", once born" if each.applies_to.born else "")


def _limits(each: "Shape", pack: "Pack") -> Iterator[str]:
    from kith.standards.shapes import EachTime, Every, Within

    keys = [each.limits] if isinstance(each.limits, str) else dict.fromkeys(each.limits.values())
    also = each.also if isinstance(each, Every | Within) else (each.timed,) if isinstance(each, EachTime) else ()
    for key in filter(None, [*keys, *also]):
        timescale = pack.timescale(key)
        yield f"{timescale.limit}, from {timescale.counted_from} (`{key}`: {_cited(pack, timescale)})"
    if isinstance(each, Every) and each.in_turns:
        for level, figure in each.in_turns.items():
            often = int(pack.figure(figure) if isinstance(figure, str) else figure)
            yield f"{pack.level(level).label}: {f'one visit in {often} at least' if often > 1 else 'each visit'}"


def _cited(pack: "Pack", timescale: Any) -> str:
    mark = {"V": "read in the source", "L": "a local default", "K": "not verified"}[timescale.mark]
    return f"{pack.cite(timescale)}; {mark}"


def _coverage(charters: dict[str, "Charter"]) -> Iterator[str]:
    """Each charter with its items, what is not yet built of them, then the register row by row (S4-01)."""
    from kith.standards.register import STANDARDS

    titles = {each.id: each.title for each in STANDARDS}
    items = [item for charter in charters.values() for item in charter.items]
    yield "## Where the published lists are kept\n"
    yield f"{sum(item.not_yet_built for item in items)} of {len(items)} items are not yet built: no promise counts"
    yield "them, or all they ask for waits. How to choose charters and add your own: [charters.md](charters.md).\n"
    for charter in charters.values():
        year = f" ({charter.year}, follows {charters[charter.succeeds].title})" if charter.succeeds else ""
        yield f"### {charter.title}{year}\n\n| item | in our words | demands | kept by |\n|---|---|---|---|"
        for item in charter.items:
            kept = "**not yet built**" if item.not_yet_built else joined(titles[id_] for id_ in item.standards)
            asks = ", ".join(f"{row.id}{' (waits)' if row.waits_for else ''}" for row in item.rows)
            yield f"| {item.id}: {item.title} | {item.meaning} | {asks} | {kept} |"
        yield ""
    yield from _register()


def _register() -> Iterator[str]:
    from kith.standards.demands import WAITS, demands
    from kith.standards.register import STANDARDS

    rows = demands().values()
    counted_by = {
        row.id: [one.title for one in STANDARDS if any(row.id in root.requirements for root in one.roots)]
        for row in rows
    }
    waits = [row for row in rows if row.waits_for]
    figures = sum(bool(counted_by[row.id]) for row in rows if not row.waits_for)
    yield "## The register of demands\n"
    yield f"{len(rows)} rows hold every demand of the five documents once. Promises count {figures} of them;"
    yield f"{len(waits)} wait for work still to come; of the others no figure is kept yet.\n"
    yield "| row | also | demand | counted by |\n|---|---|---|---|"
    for row in rows:
        waiting = f"**not yet built**: waits for {WAITS[row.waits_for]}. {row.stands}".strip() if row.waits_for else ""
        kept = waiting or joined(counted_by[row.id]) or "no figure yet"
        yield f"| {row.id} | {', '.join(row.also)} | {row.title} | {kept} |"
    yield ""


def main() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
    django.setup()
    PAGE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
