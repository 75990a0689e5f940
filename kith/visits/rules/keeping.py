"""What became of what was promised and arranged: kept, changed with notice, changed without, missed (S3-11, N17)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from kith.access.actor import HOME_TIME
from kith.words import counted

THEIRS = ("family", "child")  # who needed to change it, by the pack's visit_moved_by
NOT_IN = ("no_answer", "refused", "kept_from_us")  # the pack's not_seen_reasons with the flag no_access
MOVED_OFTEN = 2  # moves of one visit; more are asked about


class Arranged(Protocol):
    """A PlannedVisit, as far as keeping it goes."""

    planned_for: datetime
    visited_id: int | None
    replaced_by_id: int | None
    called_off_on: Any
    told_before: str
    told_at: datetime | None
    moved_by: str
    unannounced: bool


@dataclass(frozen=True)
class Kept:
    """How many of what we promised and arranged ended which way. `by_family`: changed because they needed it.
    `waiting`: its time has passed and nobody has said what became of it. Not safe to tell is told apart (design 7.4).
    """

    kept: int = 0
    changed_told: int = 0
    changed_not_told: int = 0
    missed: int = 0
    not_safe: int = 0
    by_family: int = 0
    waiting: int = 0

    @property
    def ended(self) -> int:
        return self.kept + self.changed_told + self.changed_not_told + self.missed


def how_it_ended(planned: Arranged, now: datetime) -> str:
    """One of the fields of Kept; "" while it is still to come. One that came unannounced is only ever kept."""
    if planned.visited_id:
        return "kept"
    if not (planned.replaced_by_id or planned.called_off_on):
        return "waiting" if planned.planned_for < now else ""
    if planned.told_before == "not_safe" or planned.unannounced:
        return "not_safe"
    if planned.moved_by in THEIRS:
        return "by_family"
    if planned.told_before == "yes":
        return "changed_told"
    return "missed" if _only_afterwards(planned) else "changed_not_told"


def _only_afterwards(planned: Arranged) -> bool:
    """Called off on a later day, untold: they waited and nobody came."""
    due = planned.planned_for.astimezone(HOME_TIME).date()
    return planned.called_off_on is not None and planned.called_off_on > due


def tally(promises: Iterable[Any], planned: Iterable[Arranged], now: datetime) -> Kept:
    """`promises`: with their outcome; one still open counts only once its day has passed."""
    ends = Counter(how_it_ended(one, now) for one in planned)
    ends.update(one.outcome or ("waiting" if one.due_on < now.astimezone(HOME_TIME).date() else "") for one in promises)
    ends.pop("", None)
    return Kept(**ends)


def tally_theirs(promises: Iterable[Any], planned: Iterable[Any], now: datetime) -> Kept:
    """The same of what the family said, in the same four ends: what they would do, and the visits arranged with them.
    `planned`: with the line of the visit made, where `no_access` says they were expected in and were not. What we
    changed or missed is ours, and is not counted here.
    """
    ends = Counter(_how_they_kept(one) for one in planned)
    ends.update(one.outcome or ("waiting" if one.due_on < now.astimezone(HOME_TIME).date() else "") for one in promises)
    ends.pop("", None)
    return Kept(**ends)


def _how_they_kept(planned: Any) -> str:
    if planned.unannounced:
        return ""
    if planned.visited_id:
        return "missed" if planned.visited.not_seen_because in NOT_IN else "kept"
    if planned.moved_by not in THEIRS:
        return ""
    return {"yes": "changed_told", "no": "changed_not_told"}.get(planned.told_before, "")


def notice_given(planned: Arranged) -> timedelta | None:
    """How long before the visit the family was told; None when they were not."""
    return planned.planned_for - planned.told_at if planned.told_at and planned.told_before == "yes" else None


def before_in_words(notice: timedelta) -> str:
    """2 days before; 3 hours before; 20 minutes before. Never more than was given."""
    minutes = int(notice.total_seconds() // 60)
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            return f"{counted(minutes // size, unit)} before"
    return "as it was due"


def times_moved(moves: Iterable[tuple[int, int]]) -> dict[int, int]:
    """`moves`: (visit, the one that took its place). How often each was moved before, by its number."""
    before = {new: old for old, new in moves}
    return {new: _moves_behind(new, before) for new in before}


def _moves_behind(visit: int, before: dict[int, int]) -> int:
    n = 0
    while visit in before:
        visit, n = before[visit], n + 1
    return n
