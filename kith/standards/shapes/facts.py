"""What the record knows about one child with open work: everything ten standards need, gathered in one reading."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class SeenLine(NamedTuple):
    """A visit that counts, at which the child was seen. `saw` is the beginning of what was seen (under-sixes only)."""

    on: date
    alone: str = ""
    saw: str = ""
    observed: bool = True  # no observation is still owed


class Heard(NamedTuple):
    """Words of the child. `shared`: the same text stands in a brother's or sister's record of the same visit."""

    on: date
    text: str
    shared: bool = False


class Owed(NamedTuple):
    """One thing still open. `due` is empty when the shape works it out; `because`: why it was left undone."""

    id: int
    since: date
    due: date | None = None
    because: str = ""


class Asked(NamedTuple):
    """Everything of one kind a child is owed: what is open, and the one closed last."""

    open: tuple[Owed, ...] = ()
    last_since: date | None = None
    last_due: date | None = None
    last_done: date | None = None


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


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Facts:
    """Newest first, wherever there are several. `start` is the day promises run from."""

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
    seen: tuple[SeenLine, ...] = ()
    alone_on: date | None = None
    tried_on: date | None = None
    heard: tuple[Heard, ...] = ()
    wishes: Asked = NOTHING_ASKED
    answers: Asked = NOTHING_ASKED
    gaps: Asked = NOTHING_ASKED
    next_on: date | None = None
    reviewed_to: date | None = None
    parents: int = 0
    deciders: int = 0
    explanations: tuple[Explained, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def start(self) -> date:
        """Work brought over from another system runs from the day someone here first led it."""
        return (self.first_led_on or self.started_on) if self.came_from else self.started_on

    @property
    def seen_on(self) -> date | None:
        return self.seen[0].on if self.seen else None
