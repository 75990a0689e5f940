"""Each thing asked is answered, by someone, by its own day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Asked, Facts, Owed
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
    last = asked.last
    if not asked.open and last is None:
        return Standing(State.NOT_APPLICABLE)
    late = [owed.due for owed in asked.open if owed.due < today]
    if asked.late_due and last == asked.late:
        late.append(asked.late_due)
    first = min(asked.open, key=lambda owed: owed.due) if asked.open else Owed(0, asked.late_due or today)
    return Standing(
        State.MISSED if late else State.DUE if asked.open else State.MET,
        last,
        first.since,
        first.due if asked.open or late else None,
        max(late) + _A_DAY if late else None,
        first.id or None,
        len(asked.open),
    )
