"""Someone who may be a danger and is close to a child, in words: for the record, Today and the team’s list."""

from typing import Any

from django.urls import reverse

from kith.calendar import ago
from kith.involvement import queries as involvement
from kith.pages.staff.opening import Opened

WAYS = {"household": "lives in the same home", "family": "is part of the family", "contact": "sees the child"}


def close_to(opened: Opened) -> list[dict[str, Any]]:
    """Lines of the safety banner: who may be a danger and is close to this child now."""
    return [_line(close, opened) for close in involvement.close_to(opened.child)]


def in_words(close: Any) -> str:
    """Who is close and how. Someone whose record is shut to the reader stays unnamed."""
    ways = ", and ".join(WAYS[way] for way in close.exposure.ways)
    if close.flag is None:
        return f"Someone whose record is not open to you {ways}. Ask your manager today."
    return f"{close.flag.called} {ways}. {close.flag.needs_to_know}"


def _line(close: Any, opened: Opened) -> dict[str, Any]:
    exposure = close.exposure
    told = f"; {exposure.told_name} has been told" if exposure.told_name else ""
    return {
        "text": in_words(close),
        "when": ago(exposure.found_at.date(), opened.actor.today),
        "source": f"{exposure.taken_by_name} has acted on it"
        if exposure.taken_at
        else f"nobody has acted on it yet{told}",
        "href": reverse("take-up-exposure", args=[opened.child.ref, exposure.pk]) if opened.may_write else "",
        "link_text": "See what was done" if exposure.taken_at else "Say what you have done",
    }
