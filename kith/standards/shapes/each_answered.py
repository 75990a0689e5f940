"""Each thing asked is answered, by someone, by its own day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Asked, Facts
from kith.standards.shapes.moment import At, Limits
from kith.standards.shapes.sources import Answering
from kith.standards.shapes.states import NOTHING_OWED, Standing, State

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class EachAnswered(Shape):
    """Each carries its due day, set when it was asked from the timescale `limit`; `by` says who owes the answers.

    A late answer stays late until a later one came in time.
    """

    kind: ClassVar[str] = "EachAnswered"

    asked: Answering
    by: str
    limit: Limits = ""

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        asked = facts.owed.get(self.id)
        return NOTHING_OWED if asked is None else answered(asked, at.today)

    def began_here(self, facts: Facts) -> bool:
        return self.id in facts.owed


def answered(asked: Asked, today: date) -> Standing:
    """Nothing asked: not applicable. Something open: due, then missed. All closed: as the last one was."""
    last = asked.last
    if not asked.open and last is None:
        return NOTHING_OWED
    was_late = asked.late_due if last == asked.late else None
    if not asked.open:
        late_from = was_late + _A_DAY if was_late else None
        return Standing(State.MISSED if was_late else State.MET, last, None, was_late, late_from)
    first = min(asked.open, key=lambda owed: owed.due)
    late = [owed.due for owed in asked.open if owed.due < today] + ([was_late] if was_late else [])
    late_from = max(late) + _A_DAY if late else None
    if was_late and first.due >= today:  # missed because of the one before: what is open may still be in time
        return Standing(State.MISSED, last, None, was_late, late_from, first.id, len(asked.open))
    state = State.MISSED if late else State.DUE
    return Standing(state, last, first.since, first.due, late_from, first.id, len(asked.open))
