"""Other work around a child: what is owed before an application to court."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kith.packs import Duty, Pack

CONSIDERED, AUTHORISED, APPLIED = "bc_considered", "bc_authorised", "bc_applied"
FAMILY_MEETING = "family-meeting"
ALLEGATION = "allegation"


def considered_on(began_on: date, steps: Iterable[Any]) -> date:
    """The day court was first thought about: the law of that day is the one the work is held to (S3-30)."""
    return min((one.happened_on for one in steps if one.step == CONSIDERED), default=began_on)


def offer_owed(turn: Iterable[Pack], began_on: date, meetings: Iterable[Any], by_day: date) -> Duty | None:
    """The duty to offer the family a meeting that still stands on a day, under the pack and the law of the day the work
    began; None where it was offered by then, where it was said why not, or where there is no such duty.

    `turn`: the packs of the place in the order they came into force. `meetings`: the offers, and reasons for none.
    """
    if any(one.said_on <= by_day for one in meetings):
        return None
    in_turn = list(turn)
    begun = [pack for pack in in_turn if pack.header.effective_from <= began_on] or in_turn[:1]
    return begun[-1].duty(FAMILY_MEETING, began_on)
