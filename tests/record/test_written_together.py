"""Many rows at once are the same rows as one by one: column for column, version for version, under the same guard."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from kith.access import SYSTEM, acting_as
from kith.assessment.models import Assessment
from kith.involvement.models import Spell, WorkingTerms
from kith.people.acts import begin_record
from kith.people.models import Identifier, Person
from kith.record import NotInAnAct, Refused
from kith.record.acting import ACTS, act
from kith.record.guard import current_recording, written_together
from kith.record.models import Act
from tests.cast import NOW

# What must differ: what says which row, and the moment the version was kept.
ITS_OWN = {"id", "pgh_id", "pgh_obj_id", "pgh_created_at", "spell_id"}


@act("{by} wrote down {about} in one of two ways.", story=True, significance=2)
def write_both_ways(*, by, about, on, rows, together):
    made = rows(about)
    if together:
        written_together(made)
    else:
        for row in made:
            row.save(force_insert=True)


@act("{by} began two people in one of two ways.")
def begin_both_ways(*, by, about, on, people, together):
    if together:
        current_recording().add_all(people)
        written_together(people)
    else:
        for person in people:
            current_recording().add(person)
            person.save(force_insert=True)


@act("{by} wrote down {about} twice, as two who are as quick as each other.")
def write_the_same(*, by, about, on):
    for often in ("Every week.", "Never."):
        WorkingTerms(person=about, with_person=about, agreed_on=on, how_often=often).save()


for made_for_tests in ("write_both_ways", "begin_both_ways", "write_the_same"):
    ACTS.pop(made_for_tests)  # those who walk all of Kith's acts should not meet them


@pytest.fixture
def by(db):
    with acting_as(SYSTEM(NOW)) as system:
        yield system


def work_with(person: Person) -> list[Any]:
    spell = Spell(person=person, level="child_in_need", started_on=date(2026, 9, 1), place_in_file=1)
    return [
        Identifier(person=person, kind="upn_unknown", value="UN1"),
        spell,
        Assessment(person=person, spell=spell, started_on=date(2026, 9, 2), factors=["3B", "20"]),
        Assessment(person=person, spell=spell),
    ]


def columns(table: str, person: Person) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {table} where person_id = %s order by 1", [person.pk])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    named = {person.pk: "this person", **{line.pk: line.name for line in Act.objects.filter(person=person)}}
    points = ("person_id", "act_id", "latest_act_id")
    for row in rows:
        row.update({name: named[row[name]] for name in points})
    return [{name: value for name, value in row.items() if name not in ITS_OWN} for row in rows]


@pytest.mark.parametrize(
    "table",
    [
        "people_identifier",
        "people_identifierevent",
        "involvement_spell",
        "involvement_spellevent",
        "assessment_assessment",
        "assessment_assessmentevent",
    ],
)
def test_every_column_and_every_version_is_the_same(by, table):
    one, other = (begin_record(by=by, given=name, family="Example") for name in ("Ada", "Ben"))
    write_both_ways(by=by, about=one, rows=work_with, together=False)
    write_both_ways(by=by, about=other, rows=work_with, together=True)
    assert columns(table, one) == columns(table, other) != []


def test_people_begun_together_are_the_same_and_so_are_their_lines(by):
    for together, first in ((False, 9_000_001), (True, 9_000_003)):
        people = [Person(pk=first + n, ref=f"T{first + n}", called=f"Child {n}") for n in (0, 1)]
        begin_both_ways(by=by, people=people, together=together)
    kept = list(Person.objects.filter(pk__gte=9_000_001).order_by("pk").values())
    lines = list(Act.objects.filter(name="begin_both_ways").order_by("pk").values())
    its_own = ("id", "ref", "act_id", "latest_act_id", "person_id", "occasion_id")
    for rows in (kept, lines):
        alike = [{name: value for name, value in row.items() if name not in its_own} for row in rows]
        assert alike[:2] == alike[2:]
        assert len(alike) == 4
    assert [row["act_id"] for row in kept] == [line["id"] for line in lines]
    assert [row["id"] for row in kept] == [line["person_id"] for line in lines]


def test_outside_an_act_nothing_is_written(by):
    person = begin_record(by=by, given="Ada", family="Example")
    with pytest.raises(NotInAnAct):
        written_together(work_with(person))
    assert not Spell.objects.exists()


def test_nobody_the_act_is_not_about_is_written_to(by):
    one, other = (begin_record(by=by, given=name, family="Example") for name in ("Ada", "Ben"))
    with pytest.raises(NotInAnAct, match="is not about person"):
        write_both_ways(by=by, about=one, rows=lambda about: work_with(other), together=True)
    assert not Spell.objects.exists()


def test_a_row_written_before_is_not_written_again(by):
    person = begin_record(by=by, given="Ada", family="Example")
    with pytest.raises(NotInAnAct, match="new rows"):
        write_both_ways(by=by, about=person, rows=lambda about: [about], together=True)


def test_of_two_who_write_what_there_can_be_one_of_the_second_is_told_in_a_sentence(by):
    person = begin_record(by=by, given="Una", family="Test")
    with pytest.raises(Refused, match="Somebody wrote the same at this very moment"):
        write_the_same(by=by, about=person)
    assert not WorkingTerms.objects.exists()
    assert not Act.objects.filter(name="write_the_same").exists()
