"""Reading the log: what happened to a child lately, and what of it they may be shown."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from kith.record.models import Act


def acts_about(person: Any) -> QuerySet[Act]:
    """Everything done about one person, newest first, with who did it. One query."""
    return Act.objects.filter(person=person).select_related("occasion").order_by("-happened_on", "-pk")


def changed_since(person: Any, day: date) -> QuerySet[Act]:
    """What was recorded about them since this day, whatever day it happened."""
    return acts_about(person).filter(recorded_at__date__gte=day).order_by("-recorded_at", "-pk")
