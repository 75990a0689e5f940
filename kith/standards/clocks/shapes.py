"""What the register of clocks is made of: something the record tells, and a limit that it starts and ends."""

from dataclasses import dataclass, field

from django.db.models import Model, Q
from django.db.models.expressions import Combinable


@dataclass(frozen=True)
class Event:
    """Something the record tells of a child, and where it stands.

    `day`: the field or expression of the day it happened; `at` that of the moment, instead. `of`: what it is about,
    so that an end finds its own start. `spell`: the work it belongs to. `until`, `text`: a second day, and words, for
    the few that need them. `person`: the field that names the child.
    """

    name: str
    model: type[Model]
    day: str | Combinable = ""
    of: str = "pk"
    spell: str = ""
    at: str = ""
    until: str = ""
    text: str = ""
    person: str = "person_id"
    only: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Runs:
    """One clock: the pack's limit, the event that starts it and the one that ends it.

    `stops`: the event after which there is nothing left to keep. `again`: each end starts the next. `in_file`: an
    imported file tells start and end, so what happened before Kith counts. `promise`: the standard its lateness is
    explained through, where one holds the same limit. `levels`: where it runs, when not everywhere. `set`: the due day
    was set when it began, and stands.
    """

    limit: str
    starts: str
    ends: str
    stops: str = ""
    again: bool = False
    in_file: bool = False
    promise: str = ""
    levels: tuple[str, ...] = ()
    set: bool = False

    @property
    def can_end(self) -> bool:
        """Whether the record holds what ends it."""
        from kith.standards.clocks.register import TOLD

        return self.ends in TOLD
