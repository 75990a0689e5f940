"""By when a plan is looked at again, confirmed and accepted: the pack's figures."""

from datetime import date

from kith.packs import NotInPack, Pack
from kith.packs.shapes import Timescale

_FIRST = {"protection": "review-conference-first"}
_NEXT = {
    "early_help": "early-help-review",
    "in_need": "review-child-in-need",
    "protection": "review-conference-next",
}
_OTHERWISE = "plan-review"


def first_review_by(kind: str, agreed_on: date, pack: Pack) -> date:
    """The last day for the first review of a plan of this kind (S1-13)."""
    return _limit(pack, _FIRST.get(kind, ""), _NEXT.get(kind, "")).limit.after(agreed_on, pack.calendar)


def next_review_by(kind: str, held_on: date, pack: Pack) -> date:
    """The last day for the review after one held that day (S1-13)."""
    return _limit(pack, _NEXT.get(kind, "")).limit.after(held_on, pack.calendar)


def step_accepted_by(given_on: date, pack: Pack) -> date:
    """The last day on which a step's owner says yes to it in time (S2-08)."""
    return pack.timescale("action-accepted").limit.after(given_on, pack.calendar)


def plan_confirmed_by(agreed_on: date, pack: Pack) -> date:
    """The last day on which everyone in a plan says their steps in time (S3-21)."""
    return pack.timescale("plan-acknowledged").limit.after(agreed_on, pack.calendar)


def stale_since(assessed_on: date, pack: Pack) -> date:
    """The day from which what a plan rests on is too old to rest on (S1-09)."""
    return pack.timescale("assessment-behind-plan").limit.after(assessed_on, pack.calendar)


def _limit(pack: Pack, *keys: str) -> Timescale:
    for key in filter(None, keys):
        try:
            return pack.timescale(key)
        except NotInPack:
            continue
    return pack.timescale(_OTHERWISE)
