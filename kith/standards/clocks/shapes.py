"""The two shapes of the register: an event the record tells, and a clock between two of them."""

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
    of: str | Combinable = "pk"
    spell: str = ""
    at: str = ""
    until: str = ""
    text: str | Combinable = ""
    person: str = "person_id"
    only: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Runs:
    """One clock: the pack's limit, the event that starts it and the one that ends it.

    `stops`: the event after which there is nothing left to keep. `again`: each end starts the next. `in_file`: an
    imported file tells start and end, so what happened before Kith counts. `promise`: the standard its lateness is
    explained through, where one holds the same limit. `levels`: where it runs, when not everywhere. `set`: the due day
    was set when it began, and stands. `kept_close`: few may know that it runs, so its lateness is explained where they
    read it and in no row that others see. `before`: the limit lies before what starts it, so it runs already.
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
    kept_close: bool = False
    before: bool = False
