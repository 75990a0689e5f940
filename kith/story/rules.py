"""Which part of the story an entry belongs to, and when it was written down late."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from kith.calendar import PartDate

SIGNIFICANT = 2
LATE = timedelta(days=1)  # written down more than a day after it happened: both days are shown (design 7.11)

# Ways of reading the story beside the pack's own lenses.
EVERYTHING, MATTERS = "everything", "significant"

# Acts that tell of something other than what we did.
_LENS = {
    "write_down_words": ("words",),
    "say_in_corner": ("words",),
    "react": ("words",),
    "answer_child": ("did", "decision"),
    "tell_child": ("did",),
    "begin_work": ("decision",),
    "close_work": ("decision",),
    "allocate": ("decision",),
    "move_home": ("life",),
    "begin_record": ("life",),
}


@dataclass(frozen=True)
class Event:
    """One line of the story before anything is fetched to show with it."""

    act_id: int
    when: PartDate
    title: str
    lenses: frozenset[str]
    significance: int
    meant: str
    written_on: date
    name: str = ""  # the act's stable name; empty for history people told
    told_by: str = ""

    @property
    def matters(self) -> bool:
        return self.significance >= SIGNIFICANT

    @property
    def written_late(self) -> bool:
        return self.written_on - self.when.latest > LATE

    @property
    def order(self) -> tuple[tuple[date, int], int]:
        """Oldest first; the vaguer of two dates first; what was written first before what was written after."""
        return self.when.sort_key, self.act_id

    def is_in(self, lens: str) -> bool:
        return lens in ("", EVERYTHING) or (lens == MATTERS and self.matters) or lens in self.lenses


def lenses_of(act: str, sorts: Iterable[str] = ()) -> frozenset[str]:
    """The parts of the story an act belongs to, given the sorts of words a child said in it."""
    heard = set(sorts)
    return frozenset(
        [*_LENS.get(act, ("did",)), *(["words"] if heard else []), *(["worry"] if heard & {"worry", "harm"} else [])]
    )


@dataclass(frozen=True)
class Standing:
    """How up to date the story is: read through by whom and up to when; what has happened or waits for words since."""

    reviewed_to: date | None = None
    reviewed: str = ""  # the sentence of the reading
    matters_since: int = 0
    without_meaning: int = 0
    counts: dict[str, int] = field(default_factory=dict)


def standing(events: list[Event], reviewed_to: date | None, reviewed: str, lenses: Iterable[str]) -> Standing:
    return Standing(
        reviewed_to=reviewed_to,
        reviewed=reviewed,
        matters_since=sum(e.matters and (reviewed_to is None or e.written_on > reviewed_to) for e in events),
        without_meaning=sum(e.matters and not e.meant for e in events),
        counts={lens: sum(e.is_in(lens) for e in events) for lens in (EVERYTHING, MATTERS, *lenses)},
    )
