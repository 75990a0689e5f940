"""One batch of a census's children: those not held yet are begun, the others compared."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from kith.people.models import Identifier, Person
from kith.people.rules import identifier_fault, name_words, references
from kith.record.guard import current_recording, written_together
from kith.returns import rules
from kith.returns.acts.census import Census, Staged
from kith.returns.acts.changes import Comparison
from kith.returns.cin.shape import CensusChild
from kith.returns.models import STAGES, CensusEntry, Holding, held
from kith.involvement.models import Spell

_ONE_PERSON = ("upn",)  # kinds of number only one person may have, besides the one children are known by


def take(census: Census, batch: list[Staged]) -> None:
    known = _known([staged.child.la_child_id for staged in batch])
    holdings = held(known.values())
    _begin(census, [staged for staged in batch if staged.child.la_child_id not in known])
    for staged in batch:
        if person := known.get(staged.child.la_child_id):
            _compare(census, staged, holdings[person.pk])
    census.made.children += len(batch)


def _known(la_child_ids: list[str]) -> dict[str, Person]:
    """Those held already: by the authority's id or, for records begun here, by the reference a return gave it."""
    rows = Identifier.objects.filter(kind="la_child_id", value__in=la_child_ids, until_on=None)
    found = {row.value: row.person for row in rows.select_related("person").order_by("-pk")}
    asked = {ref: given for given in la_child_ids if given not in found and (ref := references.tidy(given))}
    for person in Person.objects.filter(ref__in=asked):
        found[asked[person.ref]] = person
    return found


# -- children not held yet


def _begin(census: Census, batch: list[Staged]) -> None:
    """Their records, written together."""
    people = [
        _person(census, staged.child, pk, ref)
        for staged, pk, ref in zip(batch, _ids(len(batch)), _references(len(batch)), strict=True)
    ]
    current_recording().add_all(people)
    numbers = Numbers(census, batch)
    rows: list[Any] = list(people)
    kept: list[tuple[dict[str, Any], Any]] = []  # where in the facts each row's id is noted
    for staged, person in zip(batch, people, strict=True):
        rows += numbers.of(person, staged)
        for facts, row in _referrals(census, staged, person):
            rows.append(row)
            kept.append((facts, row))
    written_together(rows)
    for facts, row in kept:
        facts["row"] = row.pk
    CensusEntry.objects.bulk_create(
        CensusEntry(person=person, year=census.made.year, census_import=census.made, facts=staged.facts)
        for staged, person in zip(batch, people, strict=True)
    )
    index((person, staged.child) for staged, person in zip(batch, people, strict=True))
    census.made.added += len(batch)


def _person(census: Census, child: CensusChild, pk: int, ref: str) -> Person:
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
