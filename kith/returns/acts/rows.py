"""A row for each thing a census child holds, filled and not yet written."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kith.involvement.models import Spell
from kith.people.models import Person
from kith.returns import rules
from kith.returns.acts.census import Census
from kith.returns.cin.shape import CensusChild, Referral
from kith.returns.models import STAGES

Facts = dict[str, Any]
Row = tuple[Facts, Any]  # a record as it will be kept, and the row whose id goes into it


def person_of(census: Census, child: CensusChild, pk: int, ref: str) -> Person:
    """A child whose name nobody here holds."""
    called = f"Name not held ({child.la_child_id})"
    return Person(
        pk=pk,
        ref=ref,
        called=called,
        sort_key=called.lower(),
        name_held=False,
        came_from=census.called,
        **rules.CHILD.from_file(child),
    )


def spell_of(census: Census, person: Person, referral: Referral, place: int, on: date) -> Spell:
    """`place`: counted from 1, after the spells that came before; 0 is for work begun here."""
    return Spell(
        person=person,
        known_from=on,
        came_from=census.called,
        place_in_file=place,
        **rules.spell_from_file(referral),
    )


def stage_of(name: str, spell: Spell, record: Any, place: int) -> Any:
    columns = rules.STAGES[name].from_file(record)
    return STAGES[name](person_id=spell.person_id, spell=spell, place_in_file=place, **columns)


def stages_of(spell: Spell, referral: Referral, facts: Facts) -> Iterator[Row]:
    """Everything inside a referral that is new as a whole."""
    for name in STAGES:
        for place, (record, inside) in enumerate(zip(getattr(referral, name), facts.get(name, ()), strict=True), 1):
            yield inside, stage_of(name, spell, record, place)


def note_rows(rows: list[Row]) -> None:
    """Once they are written: which row each record became."""
    for facts, row in rows:
        facts["row"] = row.pk
