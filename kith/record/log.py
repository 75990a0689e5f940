"""Reading the log: what happened to a child lately, and what of it they may be shown."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kith.record.models import Act


def acts_about(person: Any) -> QuerySet[Act]:
    """Everything done about one person, newest first, with who did it. One query."""
    return Act.objects.filter(person=person).select_related("occasion").order_by("-happened_on", "-pk")


_MACHINERY = ("begin_tie", "end_tie")  # who may see a record is not what happened to a child


@dataclass(frozen=True)
class Change:
    """Something that happened lately, and how many times that day."""

    said: str
    happened_on: date
    times: int


def changed_since(person: Any, day: date, most: int = 8) -> list[Change]:
    """What was recorded about them since this day, newest first; the same thing on one day said once. One query."""
    rows = (
        acts_about(person)
        .exclude(name__in=_MACHINERY)
        .filter(recorded_at__date__gte=day)
        .order_by("-recorded_at", "-pk")
    )
    counts = Counter(rows.values_list("said", "happened_on")[:200])
    return [Change(said, on, times) for (said, on), times in counts.items()][:most]
