"""Now, the next weeks, later: how far each lane of a plan reaches (S1-32)."""

from datetime import date
from typing import Any

from kith.access import start_of
from kith.calendar import Hours
from kith.packs import Pack

_REACHES = {"now": "urgent-need-action", "short": "short-term-lane"}


def lane_ends(lane: str, given_on: date, pack: Pack) -> date | None:
    """The last day of a lane for a step given that day; none for the last lane."""
    if lane not in _REACHES:
        return None
    limit = pack.timescale(_REACHES[lane]).limit
    if isinstance(limit, Hours):  # they count from a moment: the beginning of that day
        return limit.after(start_of(given_on), pack.calendar).date()
    return limit.after(given_on, pack.calendar)


def lane_by(by_when: date | None, given_on: date, pack: Pack) -> str:
    """The lane a step belongs in by its day; "" while it has none."""
    if by_when is None:
        return ""
    ends = ((lane, lane_ends(lane, given_on, pack)) for lane in _REACHES)
    return next((lane for lane, end in ends if end and by_when <= end), "long")


def too_late_for_lane(step: Any, pack: Pack) -> bool:
    """Whether a step's day lies beyond its lane: a warning, never a refusal."""
    end = lane_ends(step.lane, step.given_on, pack)
    return bool(end and step.by_when and step.by_when > end)
