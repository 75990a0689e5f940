"""The clocks of one child, of a manager's children, and those a new pack would move. One query each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor
from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.people.models import Person
from kith.standards.clocks.gathering import events_of
from kith.standards.clocks.rules import Line, ends_soon, lines_of

_AT_A_TIME = 1_000  # children


@dataclass(frozen=True)
class Ahead:
    """What a manager's children are owed within the next five working days, and what is late now."""

    soon: list[Line]
    late: list[Line]


@dataclass(frozen=True)
class Moved:
    """A running clock of one child whose day would be another under a new pack."""

    person_id: int
    title: str
    began: date
    old: date
    new: date


def clocks_of(child: Person, actor: Actor) -> list[Line]:
    """Every clock that runs or has run for one child, what needs someone first. One query."""
    return next(iter(_lines([child.pk], actor, _packs(actor))), [])


def clock_of(child: Person, actor: Actor, id_: str) -> Line | None:
    return next((line for line in clocks_of(child, actor) if line.id == id_), None)


def ahead(children: Iterable[int], actor: Actor) -> Ahead:
    """The clocks of these children that end soon, and those late and still open, the oldest day first. One query."""
    found = [line for lines in _lines(children, actor, _packs(actor)) for line in lines if line.is_open]
    found.sort(key=lambda line: (line.needed_by, line.person_id, line.id))
    late = [line for line in found if line.state in ("late", "explained")]
    return Ahead([line for line in found if ends_soon(line, actor.today)], late)


def open_of(children: Iterable[int], actor: Actor, limits: Iterable[str]) -> list[Line]:
    """The open clocks of these limits, the soonest day first. One query."""
    named = set(limits)
    found = [line for lines in _lines(children, actor, _packs(actor)) for line in lines if line.is_open]
    return sorted(
        (line for line in found if line.runs.limit in named), key=lambda line: (line.needed_by, line.person_id)
    )


def breaches(children: Iterable[int], actor: Actor) -> dict[str, tuple[int, int]]:
    """How many clocks of each limit are late, and how many late and explained: those ended late as well. One query
    for each thousand children.
    """
    counts: dict[str, list[int]] = {}
    for several in _thousands(children):
        for lines in _lines(several, actor, _packs(actor)):
            for line in lines:
                if line.state in ("late", "explained"):
                    counts.setdefault(line.clock.timescale.key, [0, 0])[line.state == "explained"] += 1
    return {key: (late, explained) for key, (late, explained) in counts.items()}


def would_move(children: Iterable[int], actor: Actor, old: Sequence[Pack], new: Pack) -> Iterator[Moved]:
    """Running clocks whose day the new pack would change, child by child (N52). Those that have ended, or whose day
    comes before the new pack does, keep it. One query for each thousand children.
    """
    for several in _thousands(children):
        now = list(_lines(several, actor, old))
        then = {line.id + str(line.person_id): line for lines in _lines(several, actor, [*old, new]) for line in lines}
        for line in (line for lines in now for line in lines if line.is_open):
            after = then[line.id + str(line.person_id)]
            if after.clock.due != line.clock.due:
                yield Moved(
                    line.person_id, line.clock.timescale.title, line.clock.began, line.clock.due, after.clock.due
                )


def _lines(children: Iterable[int], actor: Actor, turn: Sequence[Pack]) -> Iterator[list[Line]]:
    now = actor.now.astimezone(HOME_TIME)
    for events in events_of(children).values():
        yield lines_of(events, turn, now, actor.today)


def _thousands(children: Iterable[int]) -> Iterator[list[int]]:
    wanted = list(children)
    for start in range(0, len(wanted), _AT_A_TIME):
        yield wanted[start : start + _AT_A_TIME]


def _packs(actor: Actor) -> list[Pack]:
    return packs.in_turn(settings.PACK, actor.today)
