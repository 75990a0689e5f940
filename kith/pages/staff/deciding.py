"""A decision, put as its pages show it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from kith.access import Actor
from kith.packs import Pack
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label

# Each part of a decision as it is read: its heading, and what of the written text stands under it, with a label where
# the heading does not say it all. Lists (ways, agreements, bottom lines, evidence) stand in the part they belong to.
_PARTS = (
    ("question", "The question", (("question", ""),)),
    ("chosen", "What was decided", (("chosen", ""),)),
    ("reasons", "Why", (("reasons", ""),)),
    ("ways", "The ways that were thought about", (("only_one_because", "Only one, because"),)),
    ("rests", "What it rests on", (("rests_on", ""),)),
    (
        "child",
        "What {name} thinks",
        (
            ("child_view", ""),
            ("child_view_weight", "Weight given to it"),
            ("child_view_not_known", "Not known, because"),
        ),
    ),
    ("family", "What the family thinks", (("family_view", ""),)),
    ("shaped", "Thought over together", (("thought_before", "Before"), ("thought_now", "Now"))),
    ("lines", "What must stay true", (("no_bottom_lines_because", "Nothing, because"),)),
    ("change", "What would change it", (("what_would_change_it", ""),)),
)
_LISTS = {
    "shaped": "shaped_by",
    "ways": "options",
    "rests": "evidence",
    "family": "agreements",
    "lines": "bottom_lines",
}
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


def parts_of(found: Any, name: str, lists: Mapping[str, Any], changed: set[str]) -> list[dict[str, Any]]:
    """What is written, part by part, with `lists` by the part they belong to; `changed`: what was written anew since
    this reader last read it. A question that is the title already is not said twice.
    """
    parts = [
        {
            "key": key,
            "title": title.format(name=name),
            "texts": [(label, getattr(found, field)) for field, label in fields if getattr(found, field)],
            "list": lists.get(key),
            "changed": not changed.isdisjoint({_LISTS.get(key, ""), *(field for field, _ in fields)}),
        }
        for key, title, fields in _PARTS
        if key != "question" or "question" in changed
    ]
    return [part for part in parts if part["texts"] or part["list"]]


def decision_of(opened: Opened, pk: int) -> str:
    return reverse("decision", args=[opened.child.ref, pk])
