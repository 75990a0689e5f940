"""What the policies cost: the same question asked of the database as an audience and as the owner, who has none.

One line for each shape of policy and each audience that may read such rows. The bar is 1 ms added (design section 6).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from bench.lines import RUNS, Line, Processor, alternately, timed
from bench.population import populated
from bench.rows import CHILD, FAMILY, PARTNER, WORKER
from kith.access import Actor, Audience, acting_as

TIMES = 100  # questions in one run, about as many people


@dataclass(frozen=True)
class Question:
    """One a page asks about one person (`%s`), and who may ask it."""

    shape: str
    words: str
    query: str
    audiences: tuple[Audience, ...]


_ALL = (Audience.STAFF, Audience.PARTNER, Audience.FAMILY, Audience.CHILD)
QUESTIONS = (
    Question("person", "who this is", "select id, called, born_on from people_person where id = %s", _ALL),
    Question(
        "person",
        "the newest 20 acts",
        "select id, said, happened_on from record_act where person_id = %s order by happened_on desc, id desc limit 20",
        _ALL[:3],
    ),
    Question(
        "person",
        "the newest 20 visits, with what was seen",
        "select id, saw from visits_childline where person_id = %s order by visited_on desc limit 20",
        _ALL[:1],
    ),
    Question(
        "two people",
        "the family",
        "select other_id, kind from people_relationship where person_id = %s and until_on is null",
        (Audience.STAFF, Audience.FAMILY),
    ),
    Question(
        "occasion",
        "what was shared at the newest 20 visits",
        """select v.id, v.for_everyone from visits_childline l join visits_visit v on v.id = l.visit_id
           where l.person_id = %s order by l.visited_on desc limit 20""",
        _ALL[:1],
    ),
    Question(
        "occasion itself",
        "who wrote the newest 20 acts",
        """select o.id, o.by_name from record_act a join record_occasion o on o.id = a.occasion_id
           where a.person_id = %s order by a.happened_on desc, a.id desc limit 20""",
        _ALL[:3],
    ),
    Question(
        "address",
        "where the child lives",
        """select a.id, a.lines from people_residence r join people_address a on a.id = r.address_id
           where r.person_id = %s and r.until_on is null""",
        (Audience.STAFF, Audience.FAMILY),
    ),
    Question("owner", "my drafts", "select id, title from record_draft where account_id = kith_account()", _ALL),
    Question("reference", "every team", "select id, name from directory_team order by name", _ALL),
)
# Who asks, and about whom: people with a tie where the audience needs one.
ASKS = {
    Audience.STAFF: WORKER + 5,
    Audience.PARTNER: PARTNER + 5,
    Audience.FAMILY: FAMILY + 5,
    Audience.CHILD: CHILD + 5,
}
_ABOUT = "select person_id from directory_tie where account_id = %s order by person_id limit %s"
_ANYONE = "select id from people_person where id %% 200 > 0 and id <= %s order by md5(id::text) limit %s"


def run(size: int) -> Iterator[Line]:
    with populated(size) as sizes:
        about = {audience: _people(audience, sizes.children) for audience in _ALL}
        for question in QUESTIONS:
            for audience in question.audiences:
                yield _line(question, audience, about[audience])


def _people(audience: Audience, children: int) -> list[int]:
    """Staff may ask about anyone: children all over the authority. The others about those they are tied to."""
    query, of = (_ANYONE, children) if audience == Audience.STAFF else (_ABOUT, ASKS[audience])
    with connection.cursor() as cursor:
        cursor.execute(query, [of, TIMES])
        return [row[0] for row in cursor.fetchall()]


def _line(question: Question, audience: Audience, people: list[int]) -> Line:
    on, off = alternately(
        lambda: _as(audience, lambda: _ask(question, people)), lambda: _as(None, lambda: _ask(question, people))
    )
    with_policies, without = (
        timed(label, [s / TIMES for s in each]) for label, each in (("as them", on), ("as owner", off))
    )
    return Line(
        f"{question.shape}: {question.words}",
        f"{audience}, {len(people)} people",
        with_policies,
        without,
        f"adds {with_policies.median - without.median:+.2f} ms, {_processor(question, audience, people)} of processor"
        + _unlike(question, audience, people),
    )


def _processor(question: Question, audience: Audience, people: list[int]) -> str:
    """What is added to the database's own work: all that counts where others use the machine meanwhile."""
    least: dict[Audience | None, float] = {}
    for who in (audience, None) * RUNS:
        with Processor() as used:
            _as(who, lambda: _ask(question, people))
        least[who] = min(used.theirs / TIMES * 1000, least.get(who, used.theirs * 1000))
    return f"{least[audience] - least[None]:+.2f} ms"


def _as(audience: Audience | None, do: Callable[[], Any]) -> Any:
    """As an audience, switched once as a request is; or as the owner, with the same account in force."""
    with transaction.atomic():
        if audience is None:
            with connection.cursor() as cursor:
                cursor.execute("select set_config('kith.account', %s, true)", [str(ASKS[Audience.STAFF])])
            return do()
        with acting_as(Actor(ASKS[audience], audience, settings.FIXED_NOW)):
            return do()


def _ask(question: Question, people: list[int]) -> int:
    rows = 0
    with connection.cursor() as cursor:
        for _, person in zip(range(TIMES), cycle(people), strict=False):
            cursor.execute(question.query, [person] if "%s" in question.query else None)
            rows += len(cursor.fetchall())
    return rows


def _unlike(question: Question, audience: Audience, people: list[int]) -> str:
    """Said when the two did not get the same number of rows: then they did not do the same work."""
    theirs, owners = (_as(each, lambda: _ask(question, people)) for each in (audience, None))
    return "" if theirs == owners else f"; {theirs} rows to {owners}"
