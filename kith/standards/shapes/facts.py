"""What the record knows about one child with open work: everything the standards need, gathered in one reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


class SeenLine(NamedTuple):
    """A visit that counts, at which the child was seen. `saw` is the beginning of what was seen (under-sixes only);
    `written_on`, of the newest visit alone, the day it was written down.
    """

    on: date
    alone: str = ""
    saw: str = ""
    observed: bool = True  # no observation is still owed
    written_on: date | None = None


class Heard(NamedTuple):
    """The beginning of what the child said. `shared`: the newest words of a visit, word for word in a brother's or
    sister's record of it as well.
    """

    on: date
    text: str
    shared: bool = False


class Owed(NamedTuple):
    """One thing still open, and the last day that is in time."""

    id: int
    due: date
    since: date | None = None


class Asked(NamedTuple):
    """Everything of one kind a child is owed: what is open; when one was last answered in time, and last too late
    (with the last due day so missed).
    """

    open: tuple[Owed, ...] = ()
    in_time: date | None = None
    late: date | None = None
    late_due: date | None = None

    @property
    def last(self) -> date | None:
        if self.in_time and self.late:
            return max(self.in_time, self.late)
        return self.in_time or self.late


class Waiting(NamedTuple):
    """An event nothing has followed yet. `because`: why it was left so. `key`: the limit it is held to, where a promise
    has several.
    """

    id: int
    since: date
    because: str = ""
    key: str = ""


class Gone(NamedTuple):
    """An event that nothing followed until nothing was owed any more, on that day."""

    since: date
    on: date
    key: str = ""


class Events(NamedTuple):
    """Events of one kind: those nothing has followed, and the one followed last: on what day, and since when; those
    that are `gone` without.
    """

    open: tuple[Waiting, ...] = ()
    done_on: date | None = None
    since: date | None = None
    key: str = ""
    gone: tuple[Gone, ...] = ()


class Time(NamedTuple):
    """One time it came up. `how`: kept, late, waiting, overdue, or left for a reason. `minutes`: how long it took, or
    has taken so far; for something told before an hour, how long before.
    """

    id: int
    on: date
    how: str
    minutes: int | None = None


class There(NamedTuple):
    """How much of something there is today, and the newest day of it."""

    n: int = 0
    on: date | None = None


class Explained(NamedTuple):
    id: int
    standard: str
    given_on: date
    accepted: bool
    expires_on: date | None


class Found(NamedTuple):
    """The newest judgement on one standard."""

    id: int
    standard: str
    verdict: str
    on: date


NOTHING_ASKED, NOTHING_HAPPENED, NOTHING_THERE = Asked(), Events(), There()


@dataclass(slots=True)
class Facts:
    """Newest first, wherever there are several. Never changed once gathered; a frozen one would take a partnership's
    board five times as long to make.
    """

    person_id: int
    ref: str
    called: str
    sort_key: str
    level: str
    started_on: date
    came_from: str = ""
    born_on: date | None = None
    unborn: bool = False
    died_on: date | None = None
    leads: int = 0
    lead_id: int | None = None
    lead_name: str = ""
    lead_from: date | None = None
    first_led_on: date | None = None
    last_led_until: date | None = None
    tried_on: date | None = None
    next_on: date | None = None
    reviewed_to: date | None = None
    parents: int = 0
    deciders: int = 0
    moved_on: date | None = None  # a looked-after child: since when they live where they do now
    plan_on: date | None = None  # since when a child protection plan runs
    placed_as: str | None = None  # how the home of a looked-after child is visited, when that is known
    placed_on: date | None = None
    law_on: date | None = None  # since when the law stands that they are looked after under
    care_reviewed_on: date | None = None
    life_on: date | None = None  # what life is like today, written last
    tree_on: date | None = None  # the family tree, found right last
    about_me: int = 0  # lines of the child's "all about me" card
    seen: tuple[SeenLine, ...] = ()
    heard: tuple[Heard, ...] = ()
    owed: Mapping[str, Any] = field(default_factory=dict)  # by the id of the promise: Asked, Events, Times or There
    explanations: tuple[Explained, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def start(self) -> date:
        """The day promises run from: for work brought over from another system, when someone here first led it."""
        return (self.first_led_on or self.started_on) if self.came_from else self.started_on

    @property
    def seen_on(self) -> date | None:
        return self.seen[0].on if self.seen else None
