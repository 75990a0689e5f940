"""The standards board over a whole authority: cold and warm, its slowest standards, and every smaller reading of it.

Cold: the database server has just been started again and has nothing in its memory; the worker has judged everyone that
night, as it does everywhere (ADR 8), and the time without that is told too. The bar for the whole is 2 s cold
(design section 6). Each standard is timed apart, over facts gathered once.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from bench.lines import RUNS, Line, Measured, Processor, alternately, fixed, timed
from bench.population import populated
from bench.rows import WORKER
from kith.access import SYSTEM, Actor, Audience, acting_as
from kith.embedded import Embedded
from kith.involvement.queries import led_by, led_by_team
from kith.people.models import Person
from kith.running import home
from kith.standards import queries, rules
from kith.standards.gathering import gather, moment_of
from kith.standards.kept import keep
from kith.standards.models import KeptStanding
from kith.standards.register import STANDARDS

BAR = fixed("the bar", 2.0, "s")
SLOWEST = 10
TOUCHED = 300


def run(size: int) -> Iterator[Line]:
    with populated(size) as sizes:
        reader = Actor(WORKER + 5, Audience.STAFF, settings.FIXED_NOW, "Somebody", team_id=1)
        today = reader.today
        of = f"{sizes.open:,} children, {len(STANDARDS)} standards"
        yield from _counted_one_by_one(reader, of)
        cold = timed("cold", [_cold(reader) for _ in range(RUNS)], "s")
        warm = timed("warm", *alternately(lambda: _as(reader, lambda: queries.board(today))), unit="s")
        with Processor() as used:
            _as(reader, lambda: queries.board(today))
        yield Line("board of the whole partnership", of, cold, BAR)
        yield Line("board of the whole partnership", of, warm, BAR, str(used))
        yield from _on_a_busy_morning(reader, of)
        yield from _standards(reader, warm)
        yield from _smaller(reader)


def _counted_one_by_one(reader: Actor, of: str) -> Iterator[Line]:
    """What the worker does once in a night, and what a board costs while nothing is kept of the day; then the same
    again as every ten minutes, when little has been recorded since.
    """
    system = SYSTEM(reader.now)
    read, judge = (lambda: _as(reader, lambda: queries.board(reader.today)), lambda: _as(system, lambda: keep(system)))
    counted = timed("counted child by child", *alternately(read), unit="s")
    kept = timed("judged", *alternately(judge, runs=1), unit="s")
    again = timed("judged again", *alternately(judge), unit="s")
    yield Line("board of the whole partnership, nothing kept", of, counted, BAR)
    yield Line("  judging everyone, once in a night", of, kept, counted)
    yield Line("  judging again, every ten minutes", "few changed", again, kept)


def _on_a_busy_morning(reader: Actor, of: str) -> Iterator[Line]:
    """Something was recorded of some hundred families since the worker judged last."""
    system = SYSTEM(reader.now)
    with transaction.atomic(), acting_as(system):
        KeptStanding.objects.filter(pk__in=KeptStanding.objects.order_by("pk").values("pk")[:TOUCHED]).delete()
    read = timed("warm", *alternately(lambda: _as(reader, lambda: queries.board(reader.today))), unit="s")
    yield Line(f"  of whom {TOUCHED} are judged anew", of, read, BAR)
    _as(system, lambda: keep(system))


def _as(reader: Actor, do: Callable[[], Any]) -> Any:
    with transaction.atomic(), acting_as(reader):
        return do()


def _cold(reader: Actor) -> float:
    connection.close()
    embedded = Embedded(home())
    embedded.stop(even_if_used=True)
    embedded.start()
    try:
        began = time.perf_counter()
        _as(reader, lambda: queries.board(reader.today))
        return time.perf_counter() - began
    finally:
        embedded.stop()  # only this one leaves: the server goes on


def _standards(reader: Actor, whole: Measured) -> Iterator[Line]:
    """Gathering once, then each standard over the same facts: the ten slowest."""
    gathered: list[Any] = []

    def gathering() -> None:
        gathered[:] = _as(reader, lambda: list(gather(reader.today)))

    taken = timed("gathering", *alternately(gathering), unit="s")
    yield Line("  the facts of every child, in one query", f"{len(gathered):,} children", taken, whole)
    moment = moment_of(reader.today)
    judged = [lambda each=each: [rules.stand(each, facts, moment) for facts in gathered] for each in STANDARDS]
    each_taken = zip(STANDARDS, alternately(*judged), strict=True)
    measured = [(each, timed("judging", seconds)) for each, seconds in each_taken]
    in_ms = Measured("the whole board", tuple(run * 1000 for run in whole.runs))
    for each, seconds in sorted(measured, key=lambda pair: -pair[1].median)[:SLOWEST]:
        yield Line(f"  {each.id}", f"{len(gathered):,} children", seconds, in_ms)


def _smaller(reader: Actor) -> Iterator[Line]:
    """A team, a worker, a child: read together, and beside it each child apart."""
    with transaction.atomic(), acting_as(reader):
        team = [lead.person_id for lead in led_by_team(1)]
        mine = [lead.person_id for lead in led_by(reader)]
        child = Person.objects.get(pk=mine[0])
    today = reader.today
    for what, people in (("a team's board", team), ("a worker's day", mine)):
        together, apart = alternately(
            lambda people=people: _as(reader, lambda: queries.board(today, people)),
            lambda people=people: _as(reader, lambda: [queries.board(today, [each]) for each in people]),
        )
        yield Line(what, f"{len(people)} children", timed("together", together), timed("one by one", apart))
    panel, bare = alternately(
        lambda: _as(reader, lambda: queries.panel(child, reader)),
        lambda: _as(reader, lambda: Person.objects.get(pk=child.pk)),
        times=20,
    )
    yield Line("a child's panel", "1 child", timed("every promise", panel), timed("reading one row", bare))
