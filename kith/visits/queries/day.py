"""A day in a child's life, as visits have learnt it."""

from kith.people.models import Person
from kith.visits.models import DayItem

SHOWN = 3  # of each part of the day: now, and the two before
_READ = 200  # items; beyond them nothing new is learnt about today


def day_of(child: Person) -> dict[str, list[DayItem]]:
    """By part of the day, the newest first, a few of each. One query."""
    found: dict[str, list[DayItem]] = {}
    for item in DayItem.objects.filter(person=child).order_by("-learnt_on", "-pk")[:_READ]:
        held = found.setdefault(item.topic, [])
        if len(held) < SHOWN:
            held.append(item)
    return found


def how_known(day: dict[str, list[DayItem]]) -> list[set[str]]:
    """How things were known, visit by visit, the newest first. No query."""
    visits: dict[int, set[str]] = {}
    items = sorted((item for held in day.values() for item in held), key=lambda item: (item.learnt_on, item.pk))
    for item in reversed(items):
        visits.setdefault(item.line_id, set()).add(item.known)
    return list(visits.values())
