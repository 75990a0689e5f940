"""Which limit of the pack a child's next visit is held against, and the day it runs from (S3-09, E20).

Levels carry the limits; three things begin the clock again: a looked-after child who moves is seen within the limit of
the first visit to the new home, one at home under a care order within that of the order, and a child protection plan
runs from its first day. With a parent, with a relative or friend approved for now, or in a home meant to last until 18,
the limit is another. Where nothing is known of that, the ordinary one is kept.
"""

from datetime import date
from typing import NamedTuple

from kith.calendar import Months

# How often each level is visited. Early help is arranged with the family; care leavers are met as they choose.
VISITS = {
    "family_help": "visit-child-in-need",
    "child_in_need": "visit-child-in-need",
    "child_protection": "visit-child-protection",
    "looked_after": "visit-looked-after",
}
AFTER_A_MOVE, AFTER_AN_ORDER = "visit-looked-after-first", "visit-care-order-home-first"
# By how a home is visited: until its first review, and after it.
_BY_REVIEW = {
    "parent": ("visit-with-parent-early", "visit-with-parent"),
    "for_now": ("visit-connected-person-early", "visit-connected-person"),
}
_ORDER_HOME, _LASTING = "visit-care-order-home", "visit-looked-after-lasting"
OF_HOMES = (AFTER_A_MOVE, AFTER_AN_ORDER, _ORDER_HOME, _LASTING, *(key for keys in _BY_REVIEW.values() for key in keys))
_FIRST_YEAR = Months(12)


class Clock(NamedTuple):
    """`key`: the pack's timescale, empty where no visits are promised. `since`: the day it runs from. `began`: what
    happened that day: seen, moved, order, plan, work.
    """

    key: str
    since: date
    began: str


class Home(NamedTuple):
    """The home of a looked-after child: how it is visited, since when they live there, the day of the care order they
    are at home under, and the last review.
    """

    visited_as: str
    since: date
    order_on: date | None = None
    reviewed_on: date | None = None


def clock_of(
    level: str,
    started_on: date,
    seen_on: date | None,
    moved_on: date | None = None,
    plan_on: date | None = None,
    home: Home | None = None,
) -> Clock:
    """`seen_on`: the last visit that counts. `moved_on`, `plan_on`: since when a looked-after child lives where they
    do now, and since when the plan runs; None when not known.
    """
    key = VISITS.get(level, "")
    if level == "looked_after":
        return _of_home(key, started_on, seen_on, moved_on, home)
    if level == "child_protection" and plan_on and not _already_seen(seen_on, plan_on):
        return Clock(key, plan_on, "plan")
    return Clock(key, seen_on, "seen") if seen_on else Clock(key, started_on, "work")


def _of_home(key: str, started_on: date, seen_on: date | None, moved_on: date | None, home: Home | None) -> Clock:
    order_on = home.order_on if home and home.visited_as == "order_home" else None
    if order_on and (moved_on is None or order_on >= moved_on) and not _already_seen(seen_on, order_on):
        return Clock(AFTER_AN_ORDER, order_on, "order")
    if moved_on and not _already_seen(seen_on, moved_on):
        return Clock(AFTER_A_MOVE, moved_on, "moved")
    key = _key_of(home, key, seen_on) if home else key
    return Clock(key, seen_on, "seen") if seen_on else Clock(key, started_on, "work")


def _key_of(home: Home, key: str, seen_on: date | None) -> str:
    """Held to the limit that stood when the child was seen last: a first year that ends meanwhile changes nothing."""
    if home.visited_as in _BY_REVIEW:
        early, later = _BY_REVIEW[home.visited_as]
        return later if home.reviewed_on and home.reviewed_on >= home.since else early
    if home.visited_as == "order_home":
        return _ORDER_HOME
    if home.visited_as == "lasting" and seen_on and seen_on >= _FIRST_YEAR.after(home.since):
        return _LASTING
    return key


def _already_seen(seen_on: date | None, event_on: date) -> bool:
    """Seen that very day or later: a visit on the day of a move saw the child in the new home."""
    return seen_on is not None and seen_on >= event_on
