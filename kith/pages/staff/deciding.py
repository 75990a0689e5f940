"""A decision, put as its pages show it."""

from typing import Any

from django.urls import reverse

from kith.access import Actor
from kith.packs import Pack
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label

_PARTS = (
    ("question", "The question"),
    ("chosen", "What was decided"),
    ("reasons", "Why"),
    ("rests_on", "What else it rests on"),
    ("child_view", "What the child thinks"),
    ("child_view_weight", "What weight that was given"),
    ("child_view_not_known", "Why the child’s view is not known"),
    ("family_view", "What the family thinks"),
    ("only_one_because", "Why there was only one way"),
    ("no_bottom_lines_because", "Why there is no bottom line"),
    ("what_would_change_it", "What would change it"),
)
_TAGS = {
    "proposed": "govuk-tag--yellow",
    "agreed": "govuk-tag--green",
    "challenged": "govuk-tag--orange",
    "changed": "govuk-tag--grey",
    "ended": "govuk-tag--grey",
}


def row_of(found: Any, pack: Pack, actor: Actor) -> dict[str, Any]:
    """One line about a decision: what, when, by whom, and where it stands."""
    owed = found.owed_by_on if found.state == "proposed" and not found.finished_on else None
    return {
        "decision": found,
        "kind": label(pack, "decision_kind", found.kind),
        "state": label(pack, "decision_state", found.state),
        "tag": _TAGS[found.state],
        "title": found.question or label(pack, "decision_kind", found.kind),
        "owed": owed,
        "late": bool(owed and owed < actor.today),
        "paused": found.state == "challenged" and found.less_protection,
    }


def parts_of(found: Any, changed: set[str]) -> list[dict[str, Any]]:
    """What is written, part by part; `changed`: which parts were written anew since this reader last read it."""
    written = ((name, title, getattr(found, name)) for name, title in _PARTS)
    return [{"title": title, "text": text, "changed": name in changed} for name, title, text in written if text]


def decision_of(opened: Opened, pk: int) -> str:
    return reverse("decision", args=[opened.child.ref, pk])
