"""One line of a child's story: when, what, who says so, what it meant; whether it is in the story, and what it owes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kith.calendar import PartDate
from kith.story.rules.lenses import EVERYTHING, STORY, SUGGESTED, TO_COMPLETE
from kith.story.rules.suggesting import MATTERS_FROM, Suggestion
from kith.words import needs_words

LATE = timedelta(days=1)  # written down more than a day after it happened: both days are shown (design 7.11)
TAKEN, LEFT_OUT, BY_ITSELF = "taken", "left_out", "itself"


@dataclass(frozen=True)
class Source:
    """Who says so: a person, for whom they work, and the document or record it stands in."""

    who: str = ""
    agency: str = ""
    document: str = ""

    @property
    def named(self) -> bool:
        return bool(self.who or self.agency)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.who, self.agency) if part)


@dataclass(frozen=True, kw_only=True)
class Event:
    """`stands`: taken into the story by someone, left out of it, in it by itself (the child's words and their answers,
    what the family tells), or none of these: the everyday record.
    """

    act_id: int
    when: PartDate
    title: str
    lenses: frozenset[str]
    significance: int
    written_on: date
    source: Source = field(default_factory=Source)
    name: str = ""  # the act's stable name; empty for history people told
    told: bool = False  # history: the title is word for word what was told
    retold: bool = False  # the title is a worker's own line, put better than the log does
    stands: str = ""
    because: str = ""
    meant: str = ""
    outcome: str = ""
    for_child: str = ""
    suggested: Suggestion | None = None
    same_as: int | None = None  # shown under that event
    beside: int | None = None  # told about that event, and shown beside it
    entered_on: date | None = None  # the day someone first took it in, or left it out

    @property
    def in_story(self) -> bool:
        """A line of its own in the story."""
        return self.stands in (TAKEN, BY_ITSELF) and self.same_as is None and self.beside is None

    @property
    def waits(self) -> bool:
        """Suggested, and nobody has said yes or no."""
        return self.suggested is not None and self.stands not in (TAKEN, LEFT_OUT)

    @property
    def matters(self) -> bool:
        return self.stands == TAKEN and self.significance >= MATTERS_FROM

    @property
    def to_complete(self) -> bool:
        """It matters, and nobody has written what it meant for the child: "n/a" and a dot do not count (7.11)."""
        return self.matters and self.same_as is None and needs_words(self.meant)

    @property
    def new_on(self) -> date:
        """The day the story came to hold it."""
        return max(self.written_on, self.entered_on or self.written_on)

    @property
    def written_late(self) -> bool:
        return self.written_on - self.when.latest > LATE

    @property
    def order(self) -> tuple[tuple[date, int], int]:
        """Oldest first; the vaguer of two dates first; what was written first before what was written after."""
        return self.when.sort_key, self.act_id

    def is_in(self, lens: str) -> bool:
        if lens in _WAYS:
            return _WAYS[lens](self)
        return lens in self.lenses and self.stands != LEFT_OUT and self.same_as is None


_WAYS = {
    "": lambda event: event.in_story,
    STORY: lambda event: event.in_story,
    EVERYTHING: lambda event: True,
    SUGGESTED: lambda event: event.waits,
    TO_COMPLETE: lambda event: event.to_complete,
}


@dataclass(frozen=True)
class Asked:
    """What a reader wants to see: a way of reading, and any narrowing of it. Empty: no narrowing."""

    lens: str = STORY
    who: str = ""  # who wrote or told it, or a name in its words
    agency: str = ""
    significance: int = 1
    from_on: date | None = None
    to_on: date | None = None

    @property
    def narrowed(self) -> bool:
        return bool(self.who or self.agency or self.significance > 1 or self.from_on or self.to_on)

    def lets_in(self, event: Event) -> bool:
        return (
            event.is_in(self.lens)
            and event.significance >= self.significance
            and (not self.agency or event.source.agency == self.agency)
            and (not self.who or self.who in event.source.who or _names(self.who, event))
            and (self.to_on is None or event.when.earliest <= self.to_on)
            and (self.from_on is None or event.when.latest >= self.from_on)
        )


def _names(who: str, event: Event) -> bool:
    first = re.escape(who.partition(" ")[0])
    return re.search(rf"\b{first}\b", f"{event.title} {event.meant} {event.outcome}") is not None


@dataclass(frozen=True)
class Standing:
    """How up to date the story is: read through by whom and up to when; what has come or waits for words since."""

    reviewed_to: date | None = None
    reviewed: str = ""  # the sentence of the reading
    matters_since: int = 0
    to_complete: int = 0
    waiting: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


def standing(events: list[Event], reviewed_to: date | None, reviewed: str, lenses: Iterable[str]) -> Standing:
    return Standing(
        reviewed_to=reviewed_to,
        reviewed=reviewed,
        matters_since=sum(e.matters and (reviewed_to is None or e.new_on > reviewed_to) for e in events),
        to_complete=sum(e.to_complete for e in events),
        waiting=sum(e.waits for e in events),
        counts={lens: sum(e.is_in(lens) for e in events) for lens in (STORY, *lenses, EVERYTHING)},
    )
