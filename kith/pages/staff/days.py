"""A day in a child's life, part by part: what we know now, how we know it, and how it was before (N18)."""

from typing import Any

from kith.calendar import ago
from kith.packs import Pack
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label
from kith.visits import queries, rules

_STATE = {"seen": "met", "told": "open", "assumed": "to_complete"}


def a_day(opened: Opened) -> dict[str, Any]:
    """The parts in the pack's order, how many were seen by us, and whether it is time somebody looked. One query."""
    pack, today, held = pack_of(opened), opened.actor.today, queries.day_of(opened.child)
    parts = [
        {
            "title": title,
            **told(held[code][0], pack),
            "ago": ago(held[code][0].learnt_on, today),
            "before": _before(held[code], pack, today),
        }
        for code, title in pack.choices("day_topic")
        if code in held
    ]
    return {
        "parts": parts,
        "seen": sum(items[0].known == "seen" for items in held.values()),
        "only_told": rules.only_told(queries.how_known(held)),
    }


def told(item: Any, pack: Pack) -> dict[str, str]:
    """One thing in words."""
    by = f" by {item.told_by}" if item.told_by else ""
    return {
        "topic": label(pack, "day_topic", item.topic),
        "text": item.text,
        "known": f"{item.known}{by}",
        "state": _STATE.get(item.known, "to_complete"),
    }


def _before(items: list[Any], pack: Pack, today: Any) -> list[str]:
    return [f"{item.text} ({told(item, pack)['known']}, {ago(item.learnt_on, today)})" for item in items[1:]]
