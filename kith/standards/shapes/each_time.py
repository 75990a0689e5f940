"""Each time it comes up, it is done in time: minutes, not days, and the last time decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kith.packs import NotInPack
from kith.standards.shapes.base import Shape
from kith.standards.shapes.facts import Facts, Time
from kith.standards.shapes.moment import At
from kith.standards.shapes.sources import Timing
from kith.standards.shapes.states import NO_LIMIT, NOTHING_OWED, Standing, State


@dataclass(frozen=True, kw_only=True)
class EachTime(Shape):
    """Newest first. Missed while one waits past its time, due while one waits; else as the last one was: late stays
    late until a later one is kept. One left undone because it was not safe stands as explained (7.4). `timed`: the
    pack's limit in minutes or hours; where a place has set none, nothing is promised.
    """

    kind: ClassVar[str] = "EachTime"

    times: Timing
    timed: str = ""
    left: str = ""  # the sentence for one that was left undone for a reason

    def stands(self, facts: Facts, at: At) -> Standing:
        times: Sequence[Time] = facts.owed.get(self.id, ())
        if not times:
            return NOTHING_OWED
        if self.timed and not _is_set(self.timed, at):
            return NO_LIMIT
        for how, state in (("overdue", State.MISSED), ("waiting", State.DUE)):
            if found := [time for time in times if time.how == how]:
                return _as(found[-1], state, at, len(found))
        newest = times[0]
        if newest.how == "left":
            return _as(newest, State.EXPLAINED, at, 1)._replace(why="left")
        return _as(newest, State.MET if newest.how == "kept" else State.MISSED, at, 1)

    def began_here(self, facts: Facts) -> bool:
        return self.id in facts.owed


def _as(time: Time, state: State, at: At, n: int) -> Standing:
    late_from = min(time.on, at.today) if state is State.MISSED else None
    return Standing(state, time.on, time.on, late_from=late_from, item=time.id, n=n, minutes=time.minutes)


def _is_set(key: str, at: At) -> bool:
    try:
        at.pack.timescale(key, at.today)
    except NotInPack:
        return False
    return True
