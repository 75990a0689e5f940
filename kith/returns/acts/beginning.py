"""Children not held yet: their records begun, a batch of them together."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from kith.people.models import Person
from kith.people.rules import references
from kith.record.guard import current_recording, written_together
from kith.returns.acts.census import Census, Staged
from kith.returns.acts.numbers import Numbers, index
from kith.returns.acts.rows import Row, note_rows, person_of, spell_of, stages_of
from kith.returns.models import CensusEntry


def begin(census: Census, batch: list[Staged]) -> None:
    """Nothing the file does not say: no name, no lead worker."""
    if not batch:
        return
    new = zip(batch, _ids(len(batch)), _references(len(batch)), strict=True)
    people = [person_of(census, staged.child, pk, ref) for staged, pk, ref in new]
    current_recording().add_all(people)
    _write(census, batch, people)
    CensusEntry.objects.bulk_create(
        CensusEntry(person=person, year=census.made.year, census_import=census.made, facts=staged.facts)
        for staged, person in zip(batch, people, strict=True)
    )
    index((person, staged.child) for staged, person in zip(batch, people, strict=True))
    census.made.added += len(batch)


def _write(census: Census, batch: list[Staged], people: list[Person]) -> None:
    numbers = Numbers(census, batch)
    kept: list[Row] = []
    identifiers: list[Any] = []
    for staged, person in zip(batch, people, strict=True):
        identifiers += numbers.of(person, staged)
        kept += _work(census, staged, person)
    written_together([*people, *identifiers, *(row for _, row in kept)])
    note_rows(kept)


def _work(census: Census, staged: Staged, person: Person) -> Iterator[Row]:
    referrals = zip(staged.child.referrals, staged.facts.get("referrals", ()), strict=True)
    for place, (referral, facts) in enumerate(referrals, 1):
        spell = spell_of(census, person, referral, place, census.by.today)
        yield facts, spell
        yield from stages_of(spell, referral, facts)


def _ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence('people_person', 'id')) from generate_series(1, %s)", [count]
        )
        return [row[0] for row in cursor.fetchall()]


def _references(count: int) -> list[str]:
    """References nobody has. Among hundreds of thousands of people two may draw the same seven characters."""
    free: set[str] = set()
    while len(free) < count:
        drawn = {references.new_reference() for _ in range(count - len(free))}
        free |= drawn - set(Person.objects.filter(ref__in=drawn).values_list("ref", flat=True))
    return sorted(free)
