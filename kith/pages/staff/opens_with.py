"""What any meeting about a child opens with, before anything else: their life today, and their own words (S1-03, J3).
Whoever holds the meeting sees at once what is too old, and which of the child’s wishes nobody has answered.
"""

from typing import Any

from kith import words as spoken
from kith.pages.staff.opening import Opened
from kith.pages.staff.whole import life_in_words
from kith.voice import queries as voice


def opens_with(opened: Opened) -> dict[str, Any]:
    """For `pages/plans/opens_with.html`. Two queries."""
    today = opened.actor.today
    return {
        "life": life_in_words(opened, resting=False),
        "said": [
            {
                "words": one.told,
                "picked": one.picked if one.text else "",
                "on": spoken.short_day(one.said_on, today),
                "owed": _owed(getattr(one, "wish", None), opened),
            }
            for one in voice.said_lately(opened.child)
        ],
    }


def _owed(wish: Any, opened: Opened) -> str:
    """Who still owes the child an answer, by when; "" for what is answered or asks for none."""
    if wish is None or hasattr(wish, "answer"):
        return ""
    return f"{wish.owed_by_name} owes an answer by {spoken.short_day(wish.answer_by_on, opened.actor.today)}"
