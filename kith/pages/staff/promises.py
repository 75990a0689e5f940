"""The standards as pages show them: a child's panel, a worker's owed list."""

from typing import Any

from django.urls import NoReverseMatch, reverse

from kith.access import Actor


def owed_today(actor: Actor) -> list[dict[str, Any]]:
    return []


__all__ = ["NoReverseMatch", "owed_today", "reverse"]
