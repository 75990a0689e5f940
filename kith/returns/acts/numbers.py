"""The numbers a census knows children by, and what children can be found by."""

import json
from collections.abc import Iterable

from django.db import connection

from kith.people.models import Identifier, Person
from kith.people.rules import identifier_fault, name_words
from kith.returns import rules
from kith.returns.acts.census import Census, Staged
from kith.returns.cin.shape import CensusChild, Finding

SHARED = "another record here has this number too"


class Numbers:
    """Identifiers for some children. A UPN somebody else has is kept all the same, marked, and said."""

    def __init__(self, census: Census, batch: Iterable[Staged]) -> None:
        self._census = census
        upns = [staged.child.upn for staged in batch if staged.child.upn]
        rows = Identifier.objects.filter(kind="upn", value__in=upns, until_on=None, fault="")
        self._taken = dict(rows.values_list("value", "person_id"))

    def of(self, person: Person, staged: Staged) -> list[Identifier]:
        given = ((kind, getattr(staged.child, kind)) for kind in rules.IDENTIFIERS)
        return [self.number(person, staged, kind, value) for kind, value in given if value]

    def number(self, person: Person, staged: Staged, kind: str, value: str) -> Identifier:
        fault = identifier_fault(kind, value)
        if kind == "upn" and not fault and self._taken.setdefault(value, person.pk) != person.pk:
            fault = SHARED
            said = f"UPN {value}: {SHARED}. It was kept, and marked."
            self._census.note_all([Finding(staged.line, staged.child.la_child_id, "UPN", said, value_kept=True)])
        return Identifier(person=person, kind=kind, value=value, fault=fault)


def index(children: Iterable[tuple[Person, CensusChild]]) -> None:
    """What each can be found by: the reference, the day of birth, and every number, whole and in its words."""
    keys = [{"person": person.pk, "keys": sorted(_keys(person, child))} for person, child in children]
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_index(x.person, x.keys) from jsonb_to_recordset(%s::jsonb) as x(person bigint, keys text[])",
            [json.dumps(keys)],
        )


def _keys(person: Person, child: CensusChild) -> set[str]:
    numbers = [value for kind in rules.IDENTIFIERS if kind != "upn_unknown" and (value := getattr(child, kind))]
    keys = {person.ref.lower(), *(number.lower() for number in numbers)}
    keys |= {word for number in numbers for word in name_words(number)}
    return keys | ({child.born_on.isoformat()} if child.born_on else set())
