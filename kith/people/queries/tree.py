"""A child's family as its tree is drawn from, and what stands beside it. What is closed to the reader is not there."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from kith.access.actor import HOME_TIME
from kith.calendar import PartDate, in_full
from kith.people import rules
from kith.people.models import Asking, GettingOn, Person, Relationship, TreeConfirmation
from kith.people.rules import Asked, Changed
from kith.people.tree.people import Relation, Someone, Stay
from kith.people.tree.qualities import Quality

# Each step crosses one recorded relation, whichever end it was written from.
_NEAR = """
recursive step(id, steps) as (
  select %(child)s::bigint, 0
  union
  select next.id, step.steps + 1 from step cross join lateral (
    select r.other_id as id from people_relationship r where r.person_id = step.id and r.kind = any(%(kin)s)
    union all
    select r.person_id from people_relationship r where r.other_id = step.id and r.kind = any(%(kin)s)
  ) next where step.steps < %(steps)s
), near as (select id, min(steps) as steps from step group by id)"""
MOST, STEPS = 40, 4  # people, and steps from the child, before a reader asks for the wider family
WIDEST, FURTHEST = 150, 10
KEPT = "A protected home"
_HOMES = ["home", "placement", "refuge"]

_LIVED = """
left join lateral (
  select jsonb_agg(jsonb_build_array(r.address_id, a.called, r.from_on, r.until_on,
    exists (select 1 from people_addressprotection k where k.address_id = r.address_id and k.ended_on is null)
  ) order by r.id) as stays
  from people_residence r join people_address a on a.id = r.address_id
  where r.person_id = p.id and r.kind = any(%(homes)s)
) lived on true"""
_PEOPLE = f"""
with {_NEAR}
select p.id, p.called, p.ref, p.sex, p.gender_described, p.born_on, p.born_precision, p.expected_on, p.died_on,
  p.name_held, {{stays}}
from near join people_person p on p.id = near.id {{lived}}
order by near.steps, p.id limit %(most)s"""  # noqa: S608 - put together from this repository's own words
_WITH_HOMES = _PEOPLE.format(stays="lived.stays", lived=_LIVED)
_WITHOUT = _PEOPLE.format(stays="null", lived="")


@dataclass(frozen=True)
class FamilyRows:
    """Everything recorded about a child's family that this reader may see. `more`: people further away are left out."""

    people: Sequence[Someone]
    relations: Sequence[Relation]
    stays: Sequence[Stay]
    more: bool


def family_rows(child: Person, *, wider: bool = False, homes: bool = True) -> FamilyRows:
    """The nearest people first, at most MOST (or WIDEST) of them. Without `homes` nothing of where anybody lives: so
    it is for a family. Two queries, whatever the size of the family.
    """
    most = WIDEST if wider else MOST
    asked: dict[str, Any] = {
        "child": child.pk,
        "kin": list(rules.KIN),
        "steps": FURTHEST if wider else STEPS,
        "homes": _HOMES,
        "most": most + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_WITH_HOMES if homes else _WITHOUT, asked)
        rows = cursor.fetchall()
    people = [_someone(row) for row in rows[:most]]
    stays = [stay for row in rows[:most] for stay in _stays(row[0], json.loads(row[10] or "[]"))]
    return FamilyRows(people, _relations([one.id for one in people]), stays, len(rows) > most)


def _someone(row: Sequence[Any]) -> Someone:
    pk, called, ref, sex, described, born, precision, expected, died, held, _ = row
    return Someone(pk, called, ref, sex, described, PartDate(born, precision) if born else None, expected, died, held)


def _stays(person: int, rows: Iterable[Sequence[Any]]) -> Iterable[Stay]:
    """What the family calls a home is not shown while its address is kept from anybody."""
    for address, called, since, until, kept in rows:
        yield Stay(
            person=person,
            address=address,
            label=KEPT if kept else called or "One home",
            kept=kept,
            since=date.fromisoformat(since),
            until=date.fromisoformat(until) if until else None,
        )


def _relations(people: list[int]) -> list[Relation]:
    rows = Relationship.objects.filter(person_id__in=people, other_id__in=people, kind__in=rules.KIN)
    return [
        Relation(
            id=row.pk,
            person=row.person_id,
            other=row.other_id,
            kind=row.kind,
            since=PartDate(row.from_on, row.from_precision) if row.from_on else None,
            until=row.until_on,
            ended_as=row.ended_as,
            source=row.source,
            act=row.latest_act_id,
            written_on=row.latest_act.recorded_at.astimezone(HOME_TIME).date(),
        )
        for row in rows.select_related("latest_act").order_by("pk")
    ]


def relationship(pk: int) -> Relationship | None:
    return Relationship.objects.filter(pk=pk).select_related("person", "other").first()


def getting_on(child: Person) -> list[Quality]:
    """How people of this family get on, everything anybody said, oldest first."""
    return [
        Quality(
            id=note.pk,
            start=note.one_id,
            end=note.other_id,
            quality=note.quality,
            said_by=note.said_by,
            said_on=note.said_on,
            words=note.words,
            source=note.source,
            toward=note.toward,
        )
        for note in GettingOn.objects.filter(person=child).order_by("said_on", "pk")
    ]


def askings(child: Person) -> list[Asked]:
    """Everyone asked about what was missing, newest first."""
    rows = Asking.objects.filter(person=child).order_by("-asked_on", "-pk")
    return [Asked(row.topic, row.asked_who, row.asked_on, row.outcome, row.said, row.by_name) for row in rows]


def confirmed(child: Person) -> TreeConfirmation | None:
    """The last time somebody confirmed the tree."""
    return TreeConfirmation.objects.filter(person=child).order_by("-confirmed_on", "-pk").first()


@dataclass(frozen=True)
class TreeSince:
    """The day a family tree was last confirmed, None for never; and what is new in the family since."""

    confirmed_on: date | None
    changes: Sequence[Changed] = ()


def tree_since(child: Person, rows: FamilyRows | None = None) -> TreeSince:
    """One query when the family's rows are at hand, else three; one for a tree nobody ever confirmed."""
    last = confirmed(child)
    if last is None:
        return TreeSince(None)
    return TreeSince(last.confirmed_on, _changes(rows or family_rows(child, homes=False), last))


def _changes(family: FamilyRows, last: TreeConfirmation) -> list[Changed]:
    """Anyone added or parted since, by the order of the log; births and deaths since, by their day (S3-07)."""
    called = {one.id: one.called for one in family.people}
    found = [
        Changed(row.written_on, _told(called[row.other], called[row.person], ended=row.until is not None))
        for row in family.relations
        if row.act > last.act_id and row.written_on
    ]
    for one in family.people:
        for day, what in ((one.born and one.born.on, "was born"), (one.died_on, "died")):
            if day and day > last.confirmed_on:
                found.append(Changed(day, f"{one.called} {what} on {in_full(day)}."))
    return found


def _told(other: str, person: str, *, ended: bool) -> str:
    if ended:
        return f"What {other} was to {person} has ended."
    return f"{other} was written into the family, beside {person}."
