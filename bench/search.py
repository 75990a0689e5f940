"""Finding one person among all of them, as a member of staff: by name, number, day of birth, reference.

Beside it: what a plain search would do (every name looked through; a number looked up without any rule of who may see).
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from bench.lines import Line, alternately, timed
from bench.population import populated
from bench.rows import WORKER
from kith.access import Actor, Audience, acting_as
from kith.people.queries import find

TIMES = 20  # different people in one run
_SOME = """select p.called, split_part(p.called, ' ', 2), to_char(p.born_on, 'DD/MM/YYYY'), p.ref, i.value
  from people_person p join people_identifier i on i.person_id = p.id
  where p.id %% 200 > 0 order by md5(p.id::text) limit %s"""
_BY_NAME = "select id, called from people_person where called ilike '%%' || %s || '%%' order by sort_key limit 50"
_BY_DAY = "select id, called from people_person where born_on = to_date(%s, 'DD/MM/YYYY') order by sort_key limit 50"
_BY_REF = "select id, called from people_person where ref = %s"
_BY_NUMBER = (
    "select p.id, p.called from people_identifier i join people_person p on p.id = i.person_id where i.value = %s"
)


def run(size: int) -> Iterator[Line]:
    with populated(size) as sizes:
        with connection.cursor() as cursor:
            cursor.execute(_SOME, [TIMES])
            names, families, days, refs, numbers = zip(*cursor.fetchall(), strict=True)
        for what, texts, plain in (
            ("the whole name", names, _BY_NAME),
            ("a family name", families, _BY_NAME),
            ("a day of birth", days, _BY_DAY),
            ("a reference", refs, _BY_REF),
            ("an NHS number", numbers, _BY_NUMBER),
            ("a name nobody has", [f"{name[:3]}zzq" for name in names], _BY_NAME),
        ):
            yield _line(f"search by {what}", f"{sizes.people:,} people", texts, plain)


def _line(what: str, many: str, texts: Any, plain: str) -> Line:
    ours, theirs = alternately(lambda: _as_staff(lambda: [find(t) for t in texts]), lambda: _plainly(plain, texts))
    found = _as_staff(lambda: [len(find(text).people) for text in texts])
    each = [timed(label, [s / len(texts) for s in taken]) for label, taken in (("find", ours), ("plain", theirs))]
    return Line(what, many, *each, f"{sum(found) / len(found):.0f} found each time")


def _as_staff(do: Callable[[], Any]) -> Any:
    with transaction.atomic(), acting_as(Actor(WORKER + 5, Audience.STAFF, settings.FIXED_NOW)):
        return do()


def _plainly(query: str, texts: Any) -> None:
    with connection.cursor() as cursor:
        for text in texts:
            cursor.execute(query, [text])
            cursor.fetchall()
