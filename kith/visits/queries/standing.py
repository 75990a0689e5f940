"""What stands at the top of every page of a child's record: open work, who leads it, when seen, answers owed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from kith.involvement.models import LeadWorker, Spell
from kith.involvement.queries import FROM_CORNER, TOLD_OF_HARM
from kith.people.models import Person
from kith.visits.rules import NOT_COUNTED


@dataclass(frozen=True)
class Called:
    """What a child said in their own corner that duty was told of."""

    of_harm: bool
    at: datetime
    taken_by: str  # empty while duty has not taken it


@dataclass(frozen=True)
class Line:
    """A bottom line, and who watches it."""

    statement: str
    watcher: str
    since: date


@dataclass(frozen=True)
class Needed:
    """Something a child needs now, and who brings it (S1-32)."""

    what: str
    brings: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """`spell` and `lead` hold what a page says of them and nothing more; `owed` counts wishes without an answer."""

    spell: Spell | None
    lead: LeadWorker | None
    owed: int
    seen_on: date | None  # only a visit that counts counts: the doorstep and a screen do not (design 7.6)
    alone_on: date | None
    tried_on: date | None
    exposed: int  # how many who may be a danger are close to the child now
    signs: int  # ticked on records, and not looked at together with others yet
    lives: str | None  # what the home is called, else its first line; "" while it is kept from anyone, None if unknown
    missing_since: datetime | None  # of a child nobody has found yet
    called: tuple[Called, ...]  # of the last week, or not taken yet: newest first
    needs: tuple[Needed, ...] = ()  # of now, and not met: the longest waiting first
    bottom_lines: tuple[Line, ...] = ()  # what must stay true for the child, by decisions that are finished


_OF_THE_SPELL = ("level", "started_on", "known_from", "came_from")
_OF_THE_LEAD = ("name", "phone", "account_id", "from_on", "takes_over", "pack_read_on")
_CALLS = {"corner": f"{FROM_CORNER}%", "harm": f"{TOLD_OF_HARM}%"}
_STANDING = """
with today as (select (kith_now() at time zone 'Europe/London')::date as day)
select s.level, s.started_on, s.known_from, s.came_from, l.name, l.phone, l.account_id, l.from_on,
  l.takes_over, l.pack_read_on,
  (select count(*) from voice_wish w where w.person_id = %(child)s
   and not exists (select from voice_answer a where a.wish_id = w.id)),
  v.seen_on, v.alone_on, v.tried_on,
  (select count(*) from involvement_exposure e where e.person_id = %(child)s and e.ended_on is null),
  (select count(*) from assessment_indicatorseen i where i.person_id = %(child)s and i.look_id is null),
  (select case when exists (
      select from people_addressprotection p where p.address_id = r.address_id and p.ended_on is null
    ) then '' else coalesce(nullif(a.called, ''), split_part(a.lines, chr(10), 1)) end
    from people_residence r join people_address a on a.id = r.address_id, today
    where r.person_id = %(child)s and r.kind in ('home', 'placement') and r.from_on <= today.day
      and (r.until_on is null or r.until_on > today.day)
    order by r.kind = 'placement' desc, r.from_on desc limit 1),
  (select max(m.missing_at) from involvement_missing m where m.person_id = %(child)s and m.found_at is null),
  (select json_agg(json_build_array(c.key like %(harm)s, c.raised_at, c.taken_by_name)) from (
    select key, raised_at, taken_by_name from involvement_immediateconcern
    where person_id = %(child)s and key like %(corner)s
      and (taken_at is null or raised_at >= kith_now() - interval '7 days')
    order by raised_at desc limit 3) c),
  (select json_agg(json_build_array(n.what, n.brings, n.told_at) order by n.told_at, n.id)
    from involvement_need n
    where n.person_id = %(child)s and n.lane = 'now' and n.met_at is null and n.over_at is null),
  (select json_agg(json_build_array(b.statement, b.watcher_name, d.decided_on) order by b.id)
    from decisions_bottomline b join decisions_decision d on d.id = b.decision_id
    where b.person_id = %(child)s and b.until_on is null and d.finished_on is not null and d.state <> 'ended')
from (
  select max(visited_on) filter (where seen and mode <> all(%(not_counted)s)) as seen_on,
    max(visited_on) filter (where seen and mode <> all(%(not_counted)s) and alone = 'alone') as alone_on,
    max(visited_on) filter (where not seen) as tried_on
  from visits_childline where person_id = %(child)s
) v
left join lateral (
  select * from involvement_spell where person_id = %(child)s and closed_on is null
  order by started_on desc nulls last, id desc limit 1
) s on true
left join lateral (
  select l.* from involvement_leadworker l join involvement_spell led on led.id = l.spell_id
  where l.person_id = %(child)s and l.until_on is null and led.closed_on is null order by l.id limit 1
) l on true
"""


def standing_of(child: Person) -> Standing:
    """One query, under the reader's own policies."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {"child": child.pk, "not_counted": list(NOT_COUNTED), **_CALLS})
        row = cursor.fetchone()
    spell, lead = dict(zip(_OF_THE_SPELL, row[:4], strict=True)), dict(zip(_OF_THE_LEAD, row[4:10], strict=True))
    called = tuple(Called(of_harm, datetime.fromisoformat(at), taken_by) for of_harm, at, taken_by in row[-3] or [])
    needs = tuple(Needed(what, brings, datetime.fromisoformat(at)) for what, brings, at in row[-2] or [])
    lines = tuple(Line(said, watcher, date.fromisoformat(on)) for said, watcher, on in row[-1] or [])
    return Standing(
        Spell(**spell) if spell["level"] else None,
        LeadWorker(**lead) if lead["name"] else None,
        *row[10:-3],
        called=called,
        needs=needs,
        bottom_lines=lines,
    )
