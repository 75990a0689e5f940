"""A challenge as whoever raised it reads it on their own page: where it is, by when, and what holds till then (S3-20).

In plain words, and nothing of the decision itself but what they were told of it.
"""

from datetime import date
from typing import Any

from kith.decisions import queries
from kith.packs import Pack
from kith.pages.staff.quoting import label

_WITH = {
    1: "Somebody who did not decide this is looking at it.",
    2: "A manager who did not decide this is looking at it.",
    3: "A senior manager is looking at it.",
    4: "All the agencies that work together are looking at it.",
}
_PAUSED = "Until then, what was decided is not done."
_GOES_ON = "Until then, what was decided goes on."


def raised(actor: Any, child: Any, pack: Pack) -> list[dict[str, Any]]:
    """Everything this reader did not agree with, newest first. Two queries."""
    paused = queries.my_challenges_paused(child)
    return [
        {
            "one": one,
            "outcome": label(pack, "challenge_outcome", one.outcome),
            "where": where_it_is(one),
            "holds": _PAUSED if one.pk in paused else _GOES_ON,
            "late": one.due_on < actor.today,
        }
        for one in queries.my_challenges(actor, child)
    ]


def where_it_is(one: Any) -> str:
    """Who looks at it now; and that it went up, when nobody answered in time."""
    went_up = " Nobody had answered in time, so it went up." if one.late_at and one.level > min(one.late_at) else ""
    return _WITH[one.level] + went_up


def waits_until(waiting: list[Any]) -> date | None:
    """The day by which the first of them is answered."""
    return min((one.due_on for one in waiting), default=None)
