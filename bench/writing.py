"""What an act costs: one visit to three children, each with their own words, and beside it the same rows just put in.

Both are committed, in a copy of the made-up authority, so that both wait for the disk. Beside the act: the same models
saved past the guard by the owner of the tables, with the same triggers: no rights, no policies, no savepoint, no words
of the log worked out.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction

from bench.lines import Line, alternately, timed
from bench.population import populated, speaking_to
from bench.rows import WORKER
from kith.access import Actor, Audience, acting_as
from kith.involvement.queries import led_by
from kith.people.models import Person
from kith.record.models import Act, Occasion
from kith.visits.acts import Said, Seen, record_visit
from kith.visits.models import ChildLine, Visit
from kith.voice.models import Wish, Words
from tests.databases import copied

TIMES = 20
_NUMBERS = count(1)
_SAW = "Drew three rooms and coloured one in. Quiet at first, then talked about the sea for a while."
_MEANS = "More at ease than a month ago."


def run(size: int) -> Iterator[Line]:
    with populated(size) as sizes:
        name = connection.settings_dict["NAME"]
        connection.close()
        with copied(name, f"kith_own_bench_{os.getpid()}") as own, speaking_to(own):
            by = Actor(WORKER + 5, Audience.STAFF, settings.FIXED_NOW, "Somebody")
            with transaction.atomic(), acting_as(by):
                children = [lead.person for lead in led_by(by)[:3]]
            as_act, plain = alternately(lambda: _as_an_act(by, children), lambda: _plainly(by, children), times=TIMES)
            rows = _rows_of(lambda: _as_an_act(by, children)), _rows_of(lambda: _plainly(by, children))
            yield Line(
                "one visit to three children, each with their own words",
                f"{sizes.people:,} people",
                timed("as an act", as_act),
                timed("the rows alone", plain),
                f"{rows[0]} rows to {rows[1]}, versions kept of each",
            )


def _as_an_act(by: Actor, children: list[Person]) -> None:
    number = next(_NUMBERS)
    said = [
        Seen(
            child,
            True,
            alone="alone",
            saw=f"{_SAW} {number} {child.pk}",
            means=_MEANS,
            said=[Said(*_words(number, place))],
        )
        for place, child in enumerate(children)
    ]
    with transaction.atomic(), acting_as(by):
        record_visit(
            by=by,
            about=children,
            on=by.today,
            lines=said,
            happened_at=by.now - timedelta(hours=1),
            mode="home",
            for_everyone="Warm. Soup on the stove.",
            key=f"bench-{number}",
        )


def _words(number: int, place: int) -> tuple[str, str]:
    return ("good_thing" if place else "wish", f"I did the deep end {number} {place}")


def _plainly(by: Actor, children: list[Person]) -> None:
    number, day = next(_NUMBERS), {"happened_on": by.today, "recorded_at": by.now}
    with transaction.atomic():
        occasion = _put(
            Occasion(key=f"bench-{number}", name="record_visit", by_id=by.account_id, audience="staff", **day)
        )
        visit = _put(Visit(occasion=occasion, happened_at=by.now, mode="home", for_everyone="Warm. Soup on the stove."))
        for place, child in enumerate(children):
            act = _put(Act(occasion=occasion, person=child, name="record_visit", said="Somebody visited them.", **day))
            own = {"person": child, "act": act, "latest_act": act}
            _put(
                ChildLine(
                    visit=visit,
                    visited_on=by.today,
                    mode="home",
                    seen=True,
                    alone="alone",
                    saw=_SAW,
                    means=_MEANS,
                    **own,
                )
            )
            sort, text = _words(number, place)
            words = _put(Words(sort=sort, text=text, said_on=by.today, heard_by=by.name, **own))
            if sort == "wish":
                _put(Wish(words=words, answer_by_on=by.today, **own))


def _put(row: Any) -> Any:
    models.Model.save(row, force_insert=True)
    return row


def _rows_of(do: Any) -> int:
    """How many rows of these tables it leaves."""
    tables = (Occasion, Act, Visit, ChildLine, Words, Wish)
    before = sum(table._default_manager.count() for table in tables)
    do()
    return sum(table._default_manager.count() for table in tables) - before
