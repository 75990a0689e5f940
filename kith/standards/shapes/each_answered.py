"""Each thing asked is answered, by someone, by its own day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Asked, Facts
from kith.standards.shapes.moment import At, Limits
from kith.standards.shapes.states import Standing, State

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class EachAnswered(Shape):
    """Each carries its due day, set when it was asked from the timescale `limit`; `by` says who owes the answers.

    A late answer stays late until a later one came in time.
    """

    kind: ClassVar[str] = "EachAnswered"

    asked: Callable[[Facts], Asked]
    by: str
    limit: Limits = ""

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        return answered(self.asked(facts), at.today)

    def began_here(self, facts: Facts) -> bool:
        return self.asked(facts) != Asked()


def answered(asked: Asked, today: date) -> Standing:
    """Nothing asked: not applicable. Something open: due, then missed. All closed: as the last one was."""
    first = min(asked.open, key=lambda owed: owed.due or date.max, default=None)
    late = [owed.due for owed in asked.open if owed.due and owed.due < today]
    if asked.last_done and asked.last_due and asked.last_done > asked.last_due:
        late.append(asked.last_due)
    if first is None and asked.last_done is None:
        return Standing(State.NOT_APPLICABLE)
    due, since, item = (first.due, first.since, first.id) if first else (asked.last_due, asked.last_since, None)
    state = State.MISSED if late else State.DUE if first else State.MET
    late_from = max(late) + _A_DAY if late else None
    return Standing(state, asked.last_done, since, due, late_from, item, len(asked.open))
