"""How somebody's training stands on a day: each course their roles need, by the newest time they took it (S2-09)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kith.calendar import Months
from kith.packs import Pack
from kith.packs.shapes import Training

CURRENT, SOON, ENDED, NONE = "current", "soon", "ended", "none"
STATES = (CURRENT, SOON, ENDED, NONE)


@dataclass(frozen=True)
class OfCourse:
    """One person and one course. `taken`: the row that counts, if there is any."""

    who: Any
    course: Training
    taken: Any
    state: str

    @property
    def counts(self) -> bool:
        return self.state in (CURRENT, SOON)

    @property
    def verified(self) -> bool:
        return self.counts and self.taken.verified_on is not None


def last_day(course: Training, taken_on: date) -> date | None:
    """The last day a course counts that was taken on this day; None where it lasts."""
    return Months(course.months).after(taken_on) if course.months else None


def newest(rows: Iterable[Any], today: date, *, verified: bool = False) -> Any:
    """Of the times one course was taken, the one that counts longest; a verified one before another as good."""
    told = [row for row in rows if row.taken_on <= today and (row.verified_on or not verified)]
    return max(told, key=lambda row: (row.ends_on or date.max, row.verified_on is not None, row.taken_on), default=None)


def of_course(who: Any, course: Training, rows: Iterable[Any], today: date, pack: Pack) -> OfCourse:
    taken = newest(rows, today)
    return OfCourse(who, course, taken, _state(taken, today, int(pack.figure("training-ends-soon"))))


def _state(taken: Any, today: date, soon: int) -> str:
    if taken is None:
        return NONE
    if taken.ends_on is None or taken.ends_on > today + timedelta(days=soon):
        return CURRENT
    return SOON if taken.ends_on >= today else ENDED


def matrix(
    people: Iterable[Any],
    roles: Mapping[int, Collection[str]],
    taken: Mapping[int, Collection[Any]],
    today: date,
    pack: Pack,
) -> list[OfCourse]:
    """Everyone with every course their roles need. `people` know their `account_id`; `roles` and `taken` by account."""
    return [
        of_course(who, course, [row for row in taken.get(who.account_id, ()) if row.course == course.key], today, pack)
        for who in people
        for course in pack.training_for(roles.get(who.account_id, ()))
    ]


@dataclass(frozen=True)
class Share:
    """How much of the training that is needed counts today: so many of so many; told only of enough people."""

    counts: int
    needed: int
    verified: int
    people: int

    @property
    def percent(self) -> int | None:
        return 100 * self.counts // self.needed if self.needed else None


def share(rows: Collection[OfCourse]) -> Share:
    counts, people = [row for row in rows if row.counts], {row.who.account_id for row in rows}
    return Share(len(counts), len(rows), len([row for row in counts if row.verified]), len(people))
