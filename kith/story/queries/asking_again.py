"""Which open decisions a new and significant event may change (S1-35)."""

from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection

from kith.decisions.models import Decision
from kith.record.models import Act
from kith.story.rules.suggesting import MATTERS_FROM

TURNING_POINT = 3
LOOKED_BACK = timedelta(days=30)  # events older than this are history when they are taken into the story
_OWN = ["note_breach"]  # asks by itself
_ASKS = (Path(__file__).parent.parent / "asks_again.sql").read_text()


def decisions_to_ask_again(now: datetime) -> list[tuple[Decision, Act]]:
    """Each open decision with each event its maker was not asked about yet; asked by the system. Three queries."""
    since = now - LOOKED_BACK
    with connection.cursor() as cursor:
        cursor.execute(_ASKS, {"since": since, "own": _OWN, "turning_point": TURNING_POINT, "matters": MATTERS_FROM})
        pairs = cursor.fetchall()
    decisions = Decision.objects.select_related("person").in_bulk([decision for decision, _ in pairs])
    events = Act.objects.in_bulk([event for _, event in pairs])
    return [(decisions[decision], events[event]) for decision, event in pairs]
