"""Now, the next weeks, later: how far each lane of a plan reaches (S1-32)."""

from datetime import date, datetime
from typing import Any

from kith.access import start_of
from kith.packs import Pack

_REACHES = {"now": "urgent-need-action", "short": "short-term-lane"}


def lane_ends(lane: str, given_on: date, pack: Pack) -> date | None:
    """The last day of a lane for a step given that day; none for the last lane."""
    if lane not in _REACHES:
        return None
    end = pack.timescale(_REACHES[lane]).limit.after(start_of(given_on), pack.calendar)  # hours count from a moment
    return end.date() if isinstance(end, datetime) else end


def too_late_for_lane(step: Any, pack: Pack) -> bool:
    """Whether a step's day lies beyond its lane: a warning, never a refusal."""
    end = lane_ends(step.lane, step.given_on, pack)
    return bool(end and step.by_when and step.by_when > end)
