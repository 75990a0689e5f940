"""Which limit of the pack a child's next visit is held against, and the day it runs from (S3-09).

Levels carry the limits; two events begin the clock again. A looked-after child who moves is seen within the first-visit
limit of the new home, and a child protection plan runs from its first day. Whether a home is meant to last until 18,
is a relative's, or is a parent's under an order is not recorded yet: the pack holds those limits, and until it is
known the shorter six-weekly one is kept.
"""

from datetime import date
from typing import NamedTuple

# How often each level is visited. Early help is arranged with the family; care leavers are met as they choose.
VISITS = {
    "family_help": "visit-child-in-need",
    "child_in_need": "visit-child-in-need",
    "child_protection": "visit-child-protection",
    "looked_after": "visit-looked-after",
}
AFTER_A_MOVE = "visit-looked-after-first"


class Clock(NamedTuple):
    """`key`: the pack's timescale, empty where no visits are promised. `since`: the day it runs from. `began`: what
    happened that day: seen, moved, plan, work.
    """

    key: str
    since: date
    began: str


def clock_of(
    level: str, started_on: date, seen_on: date | None, moved_on: date | None = None, plan_on: date | None = None
) -> Clock:
    """`seen_on`: the last visit that counts. `moved_on`, `plan_on`: since when a looked-after child lives where they
    do now, and since when the plan runs; None when not known.
    """
    key = VISITS.get(level, "")
    if level == "looked_after" and moved_on and not _already_seen(seen_on, moved_on):
        return Clock(AFTER_A_MOVE, moved_on, "moved")
    if level == "child_protection" and plan_on and not _already_seen(seen_on, plan_on):
        return Clock(key, plan_on, "plan")
    return Clock(key, seen_on, "seen") if seen_on else Clock(key, started_on, "work")


def _already_seen(seen_on: date | None, event_on: date) -> bool:
    """Seen that very day or later: a visit on the day of a move saw the child in the new home."""
    return seen_on is not None and seen_on >= event_on
