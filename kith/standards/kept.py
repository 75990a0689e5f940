"""How each child stood when they were judged last, so that a board of everyone judges only those of whom it may have
changed since (ADR 8).

Kept is only what every colleague reads alike: of everyone else, and of whoever something was recorded since, the board
judges anew, under the reader's own policies. So it is never older than the record, and no list ever reads it.
"""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from kith.access import Actor
from kith.standards.gathering import gather, moment_of
from kith.standards.models import Keeping, KeptStanding
from kith.standards.register import STANDARDS
from kith.standards.tally import Tally

_LOCK = 7_151_006  # one process keeps at a time
_HERE = Path(__file__).parent
_WHICH = """with keeping as (
    select k.id, k.cluster, k.xid_from from standards_keeping k, kith_counting_from() here
    where k.counted_on = %s and k.definitions = %s and k.cluster = here.cluster
  ), touched as materialized (
    select t.person_id from keeping k, kith_touched_since(k.cluster, k.xid_from) t
    union select c.person_id from feedback_complaintchild c -- about no record, and read by few: as the reader may
    union select i.person_id from involvement_immediateconcern i where i.person_id is not null -- the same
  ), kept as materialized (
    select s.person_id, s.letters from standards_keptstanding s
    where s.keeping_id = (select id from keeping) and s.person_id not in (select person_id from touched)
  )"""
_ANEW = """select distinct s.person_id from involvement_spell s
    where s.closed_on is null and s.person_id not in (select person_id from kept)"""


def kept_and_anew(today: date) -> tuple[str, list[int] | None]:
    """How the children stand that nothing happened to, each promise's letter one after the other (`Tally.letters`); and
    the others with open work, to be judged anew: None for everyone, where nothing is kept of today. One query.
    """
    sql = f"{_WHICH} select (select string_agg(letters, '') from kept), array({_ANEW}) from keeping"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [today, definitions(today)])
        found = cursor.fetchone()
    return (found[0] or "", found[1]) if found else ("", None)


def keep(by: Actor) -> int:
    """Judge again whoever something was recorded of since the last time; everyone, the first time on a day. Gives how
    many. As the system, which alone writes it: of those who are kept, any colleague reads what the system counts.
    """
    if not _alone():
        return 0
    cluster, xid = _one("select cluster, xid from kith_counting_from()")
    of = {"counted_on": by.today, "definitions": definitions(by.today), "cluster": cluster}
    Keeping.objects.exclude(**of).delete()
    keeping = Keeping.objects.filter(**of).first() or Keeping(**of, xid_from=xid)
    if keeping.pk:
        touched = RawSQL("select person_id from kith_touched_since(%s, %s)", [cluster, keeping.xid_from])
        KeptStanding.objects.filter(person_id__in=touched).delete()
        _, anew = kept_and_anew(by.today)
    else:
        anew = None
    keeping.xid_from = xid
    keeping.save()
    return _judge(by, keeping, anew)


def _judge(by: Actor, keeping: Keeping, anew: list[int] | None) -> int:
    apart = set(_one("select array(select person_id from kith_judged_apart())")[0])
    tally = Tally(STANDARDS, moment_of(by.today))
    again = None if anew is None else [person for person in anew if person not in apart]
    judged = [(facts.person_id, tally.letters(facts)) for facts in gather(by.today, again)]
    rows = [KeptStanding(keeping=keeping, person_id=one, letters=told) for one, told in judged if one not in apart]
    return len(KeptStanding.objects.bulk_create(rows))


def definitions(today: date) -> str:
    """A fingerprint of all that decides how a child stands on a day: this room, and the pack in force."""
    return hashlib.sha256(f"{_room()} {moment_of(today).pack.version}".encode()).hexdigest()[:16]


@cache
def _room() -> str:
    files = sorted(path for path in _HERE.rglob("*") if path.suffix in (".py", ".sql"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _alone() -> bool:
    return bool(_one("select pg_try_advisory_xact_lock(%s)", [_LOCK])[0])


def _one(sql: str, given: list[Any] | None = None) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return tuple(cursor.fetchone())
