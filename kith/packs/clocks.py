"""Clocks: a limit begun by an event, how far it has run, when it must be kept, and why that day. Pure (S3-09, N52).

Which pack a clock is held to: the one in force on the day it began. A later pack takes it over only while it still
runs; a clock that had ended, or whose day had passed, when the later pack came into force keeps the day it had.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from kith.calendar import DayLimit
from kith.packs.pack import NotInPack, Pack
from kith.packs.shapes import Timescale

_A_DAY = timedelta(days=1)
State = Literal["running", "met", "late", "stopped"]


@dataclass(frozen=True, slots=True)
class Clock:
    """`began`, `due`, `ended` and `stopped` are days, or aware moments for a limit in hours or minutes.

    `stopped`: the day nothing was left to keep it for (the work or plan ended); a stop after the due day is late.
    """

    timescale: Timescale
    pack: Pack
    began: date
    due: date
    now: date
    ended: date | None = None
    stopped: date | None = None

    @property
    def state(self) -> State:
        end = self.ended or self.stopped
        if _instant(end or self.now) > _instant(self.due):
            return "late"
        return "met" if self.ended else "stopped" if self.stopped else "running"

    @property
    def is_open(self) -> bool:
        return self.ended is None and self.stopped is None

    @property
    def day_of(self) -> str:
        """day 31 of 45; hour 8 of 72. A clock that has ended says how far it had run. "" for one counted back."""
        if self.timescale.counted != "after":
            return ""
        return self.timescale.limit.day_of(self.began, self.ended or self.stopped or self.now, self.pack.calendar)

    @property
    def because(self) -> str:
        """45 working days from 3 March 2026, skipping Good Friday and Easter Monday."""
        return self.timescale.because(self.began, self.pack.calendar)

    @property
    def source(self) -> str:
        return self.pack.cite(self.timescale)


def clock(
    packs: Sequence[Pack], key: str, began: date, now: date, ended: date | None = None, stopped: date | None = None
) -> Clock | None:
    """The clock that `began` started, under the packs of one place in the order they came into force; None where none
    of them has that limit, or it counts hours and only the day is known.
    """
    found: Clock | None = None
    for pack in _from(packs, _day(began)):
        if found and _was_over(found, pack.header.effective_from):
            break
        timescale = _limit(pack, key, _day(began))
        if timescale is not None and timescale.counted != "total":
            found = _held(timescale, pack, began, now, ended, stopped) or found
    return found


def total_clock(
    packs: Sequence[Pack],
    key: str,
    earlier: Sequence[tuple[date, date]],
    began: date,
    now: date,
    ended: date | None = None,
    stopped: date | None = None,
) -> Clock | None:
    """The clock of one stay under a total: due on the last day that keeps it, with the `earlier` stays (first day, last
    day) counted. None where no pack of the place has such a total (E36).
    """
    found: Clock | None = None
    for pack in _from(packs, began):
        if found and _was_over(found, pack.header.effective_from):
            break
        timescale = _limit(pack, key, began)
        if timescale is not None and timescale.counted == "total":
            due = _last_day(timescale, earlier, began, pack)
            found = Clock(timescale, pack, began, due, _day(now), ended, stopped)
    return found


def earliest_or_latest(timescale: Timescale, starts: Iterable[date]) -> date:
    """Which of several events of one kind the limit counts from: places differ."""
    return min(starts) if timescale.which == "first" else max(starts)


def days_used(timescale: Timescale, stays: Iterable[tuple[date, date]], on: date, pack: Pack) -> int:
    """How many days of a total are used up on a day: of stays (first day, last day), the first day never counting.

    With `in_any`, only days within that time up to `on`; without it, of the longest stay.
    """
    if timescale.in_any is None:
        return max((_length(first, min(last, on)) for first, last in stays), default=0)
    since = timescale.in_any.before(on, pack.calendar)
    return sum(_length(max(first, since), min(last, on)) for first, last in stays)


def _last_day(timescale: Timescale, earlier: Sequence[tuple[date, date]], began: date, pack: Pack) -> date:
    """A stay of its own passes the total at the latest, so this ends."""
    day = began
    while days_used(timescale, [*earlier, (began, day + _A_DAY)], day + _A_DAY, pack) <= timescale.limit.n:
        day += _A_DAY
    return day


def _length(first: date, last: date) -> int:
    return max(0, (last - first).days)


def _from(packs: Sequence[Pack], began: date) -> Sequence[Pack]:
    """The pack in force on the day, and those after it; all of them for a day before the first."""
    before = [n for n, pack in enumerate(packs) if pack.header.effective_from <= began]
    return packs[before[-1] :] if before else packs


def _was_over(clock: Clock, day: date) -> bool:
    end = clock.ended or clock.stopped
    return _day(clock.due) < day or (end is not None and _day(end) < day)


def _limit(pack: Pack, key: str, on: date) -> Timescale | None:
    try:
        return pack.timescale(key, on)
    except NotInPack:
        return None


def _held(
    timescale: Timescale, pack: Pack, began: date, now: date, ended: date | None, stopped: date | None
) -> Clock | None:
    """Everything in the limit's own measure: days for days, moments for hours."""
    if isinstance(timescale.limit, DayLimit):
        moments = [_day(began), _day(now), ended and _day(ended), stopped and _day(stopped)]
    elif isinstance(began, datetime) and isinstance(now, datetime):
        moments = [began, now, ended, stopped]
    else:
        return None
    start, at, end, stop = moments
    return Clock(timescale, pack, start, timescale.due(start, pack.calendar), at, end, stop)  # type: ignore[arg-type]


def _instant(at: date) -> date:
    """Comparable: in the hour that comes twice in October, two times of one zone are not."""
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
