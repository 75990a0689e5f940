"""What must be true after every kill, asked of the database itself, past every policy."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
from psycopg.rows import dict_row

from tests.chaos.ledger import Held, Promised
from tests.chaos.writers import WORDS, Writer
from tests.databases import owner

if TYPE_CHECKING:
    from kith.record.verifying import Report as Verdict

Rows = psycopg.Connection[dict[str, object]]

# What one acknowledged sending left behind: the log's two tables, then the rows the act was for.
_LEFT = """select o.key,
  (select count(*) from record_act a where a.occasion_id = o.id) as acts,
  (select count(*) from visits_visit v where v.occasion_id = o.id) as visits,
  (select count(*) from visits_childline l join record_act a on a.id = l.act_id where a.occasion_id = o.id) as lines,
  (select count(*) from voice_wish w join record_act a on a.id = w.act_id where a.occasion_id = o.id) as wishes,
  array(select w.text from voice_words w join record_act a on a.id = w.act_id
        where a.occasion_id = o.id order by w.text) as words,
  (select count(*) from record_draft d where d.fields->>'key' = o.key) as drafts
from record_occasion o where o.key = any(%s) and o.name = any(%s)"""

# A transaction is whole or not there at all. Each of these counts what could only be half of one.
_HALVES = {
    "an occasion about someone, with no act": """select count(*) from record_occasion o
      where o.said = '' and not exists (select 1 from record_act a where a.occasion_id = o.id)""",
    "a visit's act, with no line": """select count(*) from record_act a where a.name = 'record_visit'
      and (select count(*) from visits_childline l where l.act_id = a.id) <> 1""",
    "a visit's occasion, with no visit or two": """select count(*) from record_occasion o
      where o.name = 'record_visit' and (select count(*) from visits_visit v where v.occasion_id = o.id) <> 1""",
    "a visit, with no line": """select count(*) from visits_visit v
      where not exists (select 1 from visits_childline l where l.visit_id = v.id)""",
    "an act of writing words, with no words": """select count(*) from record_act a where a.name = 'write_down_words'
      and (select count(*) from voice_words w where w.act_id = a.id) <> 1""",
    "a wish or a worry that nobody owes an answer": """select count(*) from voice_words w
      where w.sort in ('wish', 'worry') and not exists (select 1 from voice_wish o where o.words_id = w.id)""",
    "words of which no version was kept": """select count(*) from voice_words w
      where not exists (select 1 from voice_wordsevent e where e.pgh_obj_id = w.id)""",
    "a line of which no version was kept": """select count(*) from visits_childline l
      where not exists (select 1 from visits_childlineevent e where e.pgh_obj_id = l.id)""",
}
_DOUBLED = """select w.text, count(*) as times from voice_words w where w.text like 'Chaos %%'
  group by w.text having count(*) > 1"""
_DRAFT = """select d.fields::text || coalesce(d.other_fields::text, '') as kept, d.version from record_draft d
  join directory_account a on a.id = d.account_id where a.name = %s and d.key = %s"""


_CHILDREN = """select p.ref, p.called from people_person p
  where exists (select 1 from involvement_spell s where s.person_id = p.id and s.closed_on is null) order by p.id"""
_LET_IN = """insert into directory_tie (account_id, person_id, because, reason, may_write, starts_at, occasion_id)
  select a.id, p.id, 'working_with', '', true, now(), (select min(id) from record_occasion)
  from directory_account a, people_person p
  where a.email in ('tom@demo.test', 'theo@demo.test', 'grace@demo.test') and p.ref = any(%s)"""


def asking(database: str) -> "closing[Rows]":
    connection: Rows = owner(database)  # type: ignore[assignment]
    connection.row_factory = dict_row  # type: ignore[assignment]
    return closing(connection)


def kept_once(rows: Rows, promised: Sequence[Promised]) -> "Counter[str]":
    """How the acknowledged acts stand: {"lost": n, "doubled": n, "half": n}, with what is wrong of the first few."""
    found: dict[str, list[dict[str, object]]] = {}
    keys, names = [each.key for each in promised], list({each.act for each in promised})
    for row in rows.execute(_LEFT, [keys, names]):
        found.setdefault(str(row["key"]), []).append(row)
    wrong: Counter[str] = Counter()
    for each in promised:
        left = found.get(each.key, [])
        if len(left) != 1:
            wrong[f"{'doubled' if left else 'lost'}: {each}"] += 1
        elif not _whole(each, left[0]):
            wrong[f"half-saved: {each}, {left[0]}"] += 1
    return wrong


def _whole(each: Promised, left: dict[str, object]) -> bool:
    children, visits = len(each.words), each.act != WORDS
    return left["words"] == sorted(each.words) and (
        left["acts"],
        left["visits"],
        left["lines"],
        left["wishes"],
        left["drafts"],
    ) == (children, int(visits), children * visits, each.wishes, 0)


def halves(rows: Rows) -> "Counter[str]":
    wrong: Counter[str] = Counter()
    for what, query in _HALVES.items():
        if number := rows.execute(query).fetchone()["count"]:  # type: ignore[index]
            wrong[f"half-saved: {what} ({number})"] += 1
    for row in rows.execute(_DOUBLED):
        wrong[f"doubled: {row['text']!r} {row['times']} times"] += 1
    return wrong


def drafts_kept(rows: Rows, writers: Iterable[Writer]) -> "Counter[str]":
    """Every draft answered "saved" and not yet sent is there, with its words."""
    wrong: Counter[str] = Counter()
    for writer in writers:
        with writer.between:
            for held in writer.held.values():
                wrong += _draft(rows, held)
    return wrong


def _draft(rows: Rows, held: Held) -> "Counter[str]":
    kept = rows.execute(_DRAFT, [held.who, held.form]).fetchone()
    if kept is None or held.words not in str(kept["kept"]) or int(str(kept["version"])) < held.version:
        return Counter([f"lost: the draft {held}, of which there is {kept}"])
    return Counter()


def children(database: str) -> tuple[list[str], list[str]]:
    """The references of the family's three children and of the others with open work, whom all may now write about."""
    family, others = [], []
    with asking(database) as rows:
        for row in rows.execute(_CHILDREN).fetchall():
            (family if "Okafor" in str(row["called"]) else others).append(str(row["ref"]))
        rows.execute(_LET_IN, [others])
    return family, others


def verified(database: str) -> "Verdict":
    """What `kith verify` finds."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ |= {"KITH_LOGIN": "owner", "KITH_DATABASE": database, "DJANGO_SETTINGS_MODULE": "kith.settings"}
        django.setup()
    from django.db import connection, transaction
    from django.utils import timezone

    from kith.access import SYSTEM, acting_as
    from kith.record.verifying import verify

    connection.close()  # it may have died in the meantime
    with transaction.atomic(), acting_as(SYSTEM(timezone.now())):
        return verify()
