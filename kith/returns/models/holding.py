"""Everything held about some children that a census speaks of, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.assessment.models import Assessment
from kith.involvement.models import Enquiry, LeadWorker, ProtectionPlan, Spell
from kith.people.models import Identifier, Person
from kith.plans.models import Plan
from kith.record.models import Withdrawal
from kith.returns.models.censuses import CensusEntry

# The records inside a referral, by the census's name for them.
STAGES: Mapping[str, Any] = {
    "assessments": Assessment,
    "plans": Plan,
    "section47s": Enquiry,
    "protection_plans": ProtectionPlan,
}
_LAST = 2**31


@dataclass
class Holding:
    """One child. Rows taken off the record are not here; those from a file stand in its order, then those begun here.

    `stages`: by the census's name and the spell's id. `entries`: what censuses said, by year. `led`: ids of spells
    someone leads.
    """

    person: Person
    identifiers: dict[str, Identifier] = field(default_factory=dict)  # in use now, by kind
    spells: list[Spell] = field(default_factory=list)
    stages: dict[tuple[str, int], list[Any]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[int, CensusEntry] = field(default_factory=dict)
    led: set[int] = field(default_factory=set)


def held(people: Iterable[Person]) -> dict[int, Holding]:
    """What is held about each of these people, by their id. Nine queries; needs to act as the system."""
    found = {person.pk: Holding(person) for person in people}
    ids = list(found)
    withdrawn = set(Withdrawal.objects.filter(person_id__in=ids).values_list("row_table", "row_id"))

    def rows(model: Any, **only: Any) -> list[Any]:
        all_rows = model._default_manager.filter(person_id__in=ids, **only).order_by("pk")
        return [row for row in all_rows if (model._meta.db_table, row.pk) not in withdrawn]

    for identifier in rows(Identifier, until_on=None):
        found[identifier.person_id].identifiers[identifier.kind] = identifier
    for spell in _in_order(rows(Spell)):
        found[spell.person_id].spells.append(spell)
    for name, model in STAGES.items():
        for stage in _in_order(rows(model, **_only(name))):
            found[stage.person_id].stages[name, stage.spell_id].append(stage)
    for entry in CensusEntry.objects.filter(person_id__in=ids).order_by("year"):
        found[entry.person_id].entries[entry.year] = entry
    for person_id, spell_id in LeadWorker.objects.filter(person_id__in=ids, until_on=None).values_list(
        "person_id", "spell_id"
    ):
        found[person_id].led.add(spell_id)
    return found


def _only(stage: str) -> dict[str, Any]:
    """Of plans, those of children in need: an early help or a care plan is no affair of this census."""
    newest = packs.pack_for(settings.PACK, date.max)
    return {"kind__in": newest.flagged("plan_kind", "in_census")} if stage == "plans" else {}


def _in_order(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.place_in_file or _LAST, row.started_on or date.max, row.pk))
