"""From events to clocks: each child's own, never a brother's or sister's. Pure: no clock on the wall, no database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kith import packs
from kith.calendar import Months, WorkingDays, in_full
from kith.packs import Clock, NotInPack, Pack
from kith.standards.clocks.gathering import Told
from kith.standards.clocks.in_care import BREAKS
from kith.standards.clocks.register import CLOCKS, UNSEEN, VISIT
from kith.standards.clocks.shapes import Runs
from kith.standards.rules import SETTLING_IN
from kith.visits.rules import AFTER_A_MOVE, AFTER_AN_ORDER, VISITS, Home, clock_of

A_CLOCK = "clock-"  # how the id of each begins, apart from any promise's
OPEN = ("late", "explained", "running")  # in the order a person needs them
SOON = WorkingDays(5)
_SIXTEEN = Months(16 * 12)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One clock of one child, with what people have said about it. `id` names it in addresses and explanations.

    `more_until`, `asked_until`: the day more time was allowed, or is asked for, until. `accepted_until`: a reason for
    its lateness is accepted until that day. `reason_waits`: one is given and nobody has looked at it.
    """

    id: str
    person_id: int
    runs: Runs
    clock: Clock
    more_until: date | None = None
    asked_until: date | None = None
    accepted_until: date | None = None
    reason_waits: bool = False

    @property
    def state(self) -> str:
        """running, met, late, explained, stopped.

        More time a manager allowed, and a reason somebody accepted, make it explained: late all the same (7.10).
        """
        if self.clock.state != "late":
            return self.clock.state
        end = _day(self.clock.ended or self.clock.stopped or self.clock.now)
        return "explained" if self.accepted_until or (self.more_until and end <= self.more_until) else "late"

    @property
    def is_open(self) -> bool:
        return self.clock.is_open

    @property
    def needed_by(self) -> date:
        """The last day to work to: the day of the limit, or the one a manager allowed."""
        due = _day(self.clock.due)
        return max(due, self.more_until) if self.more_until else due

    @property
    def explained_as(self) -> str:
        """What an explanation of its lateness is filed under: the promise that holds the same limit, or itself."""
        return self.runs.promise or self.id

    @property
    def may_ask_more(self) -> bool:
        return self.clock.timescale.more_time and self.is_open and not self.asked_until

    @property
    def allowed_in_words(self) -> str:
        """The time allowed beyond the limit, whose own day stands, or the reason that was accepted."""
        if self.accepted_until and self.state == "explained":
            return f"The reason is accepted until {in_full(self.accepted_until)}."
        if not self.more_until:
            return ""
        passed = " That has passed." if self.state == "late" else ""
        return f"More time was allowed until {in_full(self.more_until)}.{passed} The day of the limit has not moved."


def lines_of(events: Sequence[Told], turn: Sequence[Pack], now: datetime, today: date) -> list[Line]:
    """Every clock that runs or has run for one child: what needs someone first, then the newest.

    `turn`: the packs of the place, as `packs.in_turn` gives them. `now` in home time.
    """
    told = _Told(events, today)
    found = [line for runs in CLOCKS for line in _lines(runs, told, turn, now)]
    found += [line for line in (_visit(told, turn, now), *(_unseen(one, told, turn, now) for one in UNSEEN)) if line]
    found += _breaks(told, turn, now)
    return sorted((_with_words(line, told) for line in found), key=_order)


def ends_soon(line: Line, today: date) -> bool:
    """Ends today or within the next five working days."""
    return line.state == "running" and today <= line.needed_by <= SOON.after(today, line.clock.pack.calendar)


class _Told:
    """One child's events, to be asked about."""

    def __init__(self, events: Iterable[Told], today: date):
        self.today = today
        self._named: dict[str, list[Told]] = defaultdict(list)
        self._of: dict[tuple[str, int | None], list[Told]] = defaultdict(list)
        for one in events:
            self._named[one.event].append(one)
            self._of[one.event, one.of].append(one)
        self.taken_in = {one.spell: one.when for one in self._named["taken-in"]}
        self.died_on = next((one.day for one in self._named["died"]), None)
        work = self._named["level"]
        self.work = max(work, key=lambda one: (one.when, one.of), default=None)
        self._named["sixteen"] = [one._replace(day=_SIXTEEN.after(one.when)) for one in self._named["born"]]

    @property
    def level(self) -> str:
        return self.work.text if self.work else ""

    def named(self, event: str) -> list[Told]:
        return self._named[event]

    def of(self, event: str, of: int | None) -> list[Told]:
        return self._of[event, of]

    def stop(self, runs: Runs, start: Told) -> date | None:
        """When nothing was left to keep it for: the event that stops it, or the child's death."""
        found = self.of(runs.stops, start.spell if runs.stops == "closed" else start.of) if runs.stops else []
        days = [one.when for one in found] + ([self.died_on] if self.died_on else [])
        return min(days, key=_day, default=None)

    def before_kith(self, runs: Runs, start: Told) -> bool:
        """It began before Kith knew of the work, and no file tells how it ended (7.10)."""
        known = self.taken_in.get(start.spell) if start.spell else None
        return bool(known and not runs.in_file and start.day and start.day < known)


def _lines(runs: Runs, told: _Told, turn: Sequence[Pack], now: datetime) -> Iterator[Line]:
    if runs.levels and told.level not in runs.levels:
        return
    for start in _starts(runs, told, turn):
        if (_day(start.when) > told.today and not runs.before) or told.before_kith(runs, start):
            continue
        ended = _end(runs, told, start)
        stopped = told.stop(runs, start) if ended is None else None
        clock = packs.clock(turn, runs.limit, start.when, now, ended, stopped)
        if clock is None:
            continue
        if runs.set and start.until:
            clock = replace(clock, due=start.until)
        again = f"-{_day(start.when):%y%m%d}" if runs.again else ""
        yield Line(f"{A_CLOCK}{runs.limit}-{start.of}{again}", start.person_id, runs, clock)


def _starts(runs: Runs, told: _Told, turn: Sequence[Pack]) -> Iterator[Told]:
    """One start for each thing it is about, the first or last of several as the pack says; each of them, when it
    begins again and again.
    """
    starts = told.named(runs.starts)
    if runs.again:
        yield from starts
        return
    by_what: dict[int, list[Told]] = defaultdict(list)
    for one in starts:
        by_what[one.of].append(one)
    for several in by_what.values():
        yield several[0] if len(several) == 1 else _chosen(runs, several, turn)


def _chosen(runs: Runs, several: list[Told], turn: Sequence[Pack]) -> Told:
    try:
        timescale = turn[-1].timescale(runs.limit)
    except NotInPack:
        return several[0]
    day = packs.earliest_or_latest(timescale, [one.when for one in several])
    return next(one for one in several if one.when == day)


def _end(runs: Runs, told: _Told, start: Told) -> date | None:
    """The first end that came with or after the start; after it, where the end itself starts the next."""
    ends = [one.when for one in told.of(runs.ends, start.of)]
    if runs.before:
        return min(ends, default=None)
    return min((end for end in ends if end > start.when or (end == start.when and not runs.again)), default=None)


def _visit(told: _Told, turn: Sequence[Pack], now: datetime) -> Line | None:
    """The clock the next visit is held against: the same rule as the promise to see the child (S3-09)."""
    start = _led_from(told, turn)
    if told.work is None or start is None or told.level not in VISITS or told.died_on or told.named("expected"):
        return None
    seen = max((one.when for one in told.named("seen")), default=None)
    moved_on = _moved_on(told, told.work.when)
    key, since, _ = clock_of(told.level, start, seen, moved_on, _plan_on(told), _home(told))
    clock = packs.clock(turn, key, since, now)
    if clock is None:
        return None
    starts = {AFTER_A_MOVE: "lives", AFTER_AN_ORDER: "law"}.get(key, "seen")
    return Line(f"{A_CLOCK}{key}", told.work.person_id, replace(VISIT, limit=key, starts=starts), clock)


def _unseen(runs: Runs, told: _Told, turn: Sequence[Pack], now: datetime) -> Line | None:
    seen = told.named(runs.starts)
    if told.level not in runs.levels or not seen or told.died_on:
        return None
    clock = packs.clock(turn, runs.limit, seen[-1].when, now)
    return Line(f"{A_CLOCK}{runs.limit}", seen[-1].person_id, runs, clock) if clock else None


def _breaks(told: _Told, turn: Sequence[Pack], now: datetime) -> Iterator[Line]:
    """Each short break: until which day it may last before those of twelve months under the same agreement are too
    many (E36).
    """
    stays = told.named(BREAKS.starts)
    for n, stay in enumerate(stays):
        earlier = [(one.when, one.until or _day(now)) for one in stays[:n] if one.text == stay.text]
        stopped = None if stay.until else told.died_on
        clock = packs.total_clock(turn, BREAKS.limit, earlier, stay.when, now, stay.until, stopped)
        if clock:
            yield Line(f"{A_CLOCK}{BREAKS.limit}-{stay.of}", stay.person_id, BREAKS, clock)


def _led_from(told: _Told, turn: Sequence[Pack]) -> date | None:
    """The day promises run from: for work brought over, when somebody here first led it; None while it settles in."""
    if told.work is None or told.work.spell not in told.taken_in:
        return told.work.when if told.work else None
    began = told.work.when
    led = [one.when for one in told.named("led") if one.spell == told.work.spell or one.when >= began]
    if not led:
        return None
    settled = packs.clock(turn, SETTLING_IN, min(led), told.today)
    return min(led) if settled and settled.due < told.today else None


def _moved_on(told: _Told, began: date) -> date | None:
    """Since when a looked-after child lives where they do now, if they have moved since the work began."""
    if told.level != "looked_after":
        return None
    here = [one for one in told.named("lives") if one.when <= told.today < (one.until or date.max)]
    moves = [one.when for one in here if one.text == "placement" or one.when >= began]
    return max([*moves, *(one.when for one in _goes_on(told, "placed"))], default=None)


def _home(told: _Told) -> Home | None:
    """Where a looked-after child lives now, as far as how often it is visited goes."""
    placed = max(_goes_on(told, "placed"), key=lambda one: (one.when, one.of), default=None)
    if told.level != "looked_after" or placed is None:
        return None
    law_on = max((one.when for one in _goes_on(told, "law")), default=None)
    return Home(placed.text, placed.when, law_on, max((one.when for one in told.named("care-review")), default=None))


def _goes_on(told: _Told, event: str) -> list[Told]:
    return [one for one in told.named(event) if one.when <= told.today < (one.until or date.max)]


def _plan_on(told: _Told) -> date | None:
    if told.level != "child_protection":
        return None
    running = [one for one in told.named("protection-began") if not told.of("protection-ended", one.of)]
    return max((one.when for one in running if one.when <= told.today), default=None)


def _with_words(line: Line, told: _Told) -> Line:
    """With the reasons given for this lateness, not an earlier one, and the time allowed beyond its day."""
    late_from = _day(line.clock.due) + _A_DAY
    about = [one for one in told.named("explained") if one.text == line.explained_as and one.when >= late_from]
    allowed = [one.until for one in told.named("more-time") if one.text == line.id and one.until]
    asked = [one.until for one in told.named("more-time-asked") if one.text == line.id and one.until]
    accepted = [one.until for one in about if one.until and one.until >= told.today]
    return replace(
        line,
        more_until=max(allowed, default=None),
        asked_until=max(asked, default=None),
        accepted_until=max(accepted, default=None),
        reason_waits=not accepted and any(one.until is None for one in about),
    )


def _order(line: Line) -> tuple[int, int, str]:
    """What needs someone first, the soonest first; then what has ended, the newest first."""
    if line.is_open:
        return OPEN.index(line.state), line.needed_by.toordinal(), line.id
    return len(OPEN), -_day(line.clock.began).toordinal(), line.id


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
