"""Three clocks that say whether what we know is still so: the story, the family tree, the assessment (N8).

Computed, never typed. A clock goes out of date with time, and with what happens: someone new in the home, a move, a new
relationship, an order, a risk, something that matters. What happened asks for a look; unlooked at, it makes the clock
out of date; a new risk does so at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.calendar import DayLimit, counted, in_full
from kith.packs import NotInPack, Pack

CURRENT, TO_CONFIRM, OUT_OF_DATE = "current", "to_confirm", "out_of_date"
STORY, TREE, ASSESSMENT = "story", "tree", "assessment"

HOUSEHOLD, MOVE, RELATIONSHIP, FAMILY, ORDER, RISK, ENTRY, WAITING = (
    "household",
    "move",
    "relationship",
    "family",
    "order",
    "risk",
    "entry",
    "waiting",
)
_TOUCHED_BY = {
    STORY: {ENTRY, WAITING},
    TREE: {HOUSEHOLD, MOVE, FAMILY},
    ASSESSMENT: {HOUSEHOLD, MOVE, RELATIONSHIP, ORDER, RISK, ENTRY},
}
_NEW_ALREADY = {WAITING, FAMILY}  # told only while they are new: a family's by the log, not by the day
_AT_ONCE = {ASSESSMENT: {RISK}}
_LASTS = {STORY: "story-reviewed", TREE: "tree-confirmed"}
_ASSESSMENT_LASTS = {
    "child_protection": "understanding-current-protection",
    "family_help": "understanding-current-need",
    "child_in_need": "understanding-current-need",
}
_AFTER_CHANGE = "confirm-after-change"
_NEVER = {
    STORY: "Nobody has read the story through yet.",
    TREE: "Nobody has confirmed the family tree yet.",
    ASSESSMENT: "No assessment is recorded yet.",
}


@dataclass(frozen=True)
class Change:
    """Something that may have made what we know untrue, in a sentence; `on` is the day it was written down."""

    kind: str
    on: date
    words: str


@dataclass(frozen=True)
class Dial:
    """Where one clock stands, and the sentences of what made it so."""

    clock: str
    state: str
    confirmed_on: date | None
    because: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        return self.state == CURRENT


def dial(
    clock: str, confirmed_on: date | None, changes: Iterable[Change], today: date, pack: Pack, level: str = ""
) -> Dial:
    """Current; to confirm, while something new waits for a look or the time is nearly up; out of date, once that look
    is late, the time is up, a risk is new, or nobody ever confirmed it.
    """
    if confirmed_on is None:
        return Dial(clock, OUT_OF_DATE, None, (_NEVER[clock],))
    new = [c for c in changes if c.kind in _TOUCHED_BY[clock] and (c.on > confirmed_on or c.kind in _NEW_ALREADY)]
    new.sort(key=lambda change: change.on)
    ends = _ends(_key(clock, level), confirmed_on, pack, today)
    because = tuple(dict.fromkeys(change.words for change in new))
    if ends and today > ends:
        return Dial(clock, OUT_OF_DATE, confirmed_on, (_old(confirmed_on, ends), *because))
    if any(_late(clock, change, today, pack) for change in new):
        return Dial(clock, OUT_OF_DATE, confirmed_on, because)
    if ends and today >= ends - (ends - confirmed_on) // 4:
        because = (f"It must be looked at by {in_full(ends)}.", *because)
    return Dial(clock, TO_CONFIRM if because else CURRENT, confirmed_on, because)


def _late(clock: str, change: Change, today: date, pack: Pack) -> bool:
    if change.kind in _AT_ONCE.get(clock, ()):
        return True
    ends = _ends(_AFTER_CHANGE, change.on, pack, today)
    return ends is not None and today > ends


def _key(clock: str, level: str) -> str:
    return _ASSESSMENT_LASTS.get(level, "") if clock == ASSESSMENT else _LASTS[clock]


def _ends(key: str, start: date, pack: Pack, today: date) -> date | None:
    """The last day that keeps this limit of the pack; None where it sets none."""
    try:
        limit = pack.timescale(key, today).limit if key else None
    except NotInPack:
        return None
    return limit.after(start, pack.calendar) if isinstance(limit, DayLimit) else None


def _old(confirmed_on: date, ends: date) -> str:
    return f"Last looked at on {in_full(confirmed_on)}: that held until {in_full(ends)}."


def in_one_line(dials: Iterable[Dial]) -> str:
    """2 of 3 up to date: for a list of children."""
    shown = list(dials)
    return f"{sum(d.current for d in shown)} of {counted(len(shown), 'clock')} up to date"
