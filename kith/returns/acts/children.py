"""One batch of a census's children: those not held yet are begun, the others compared."""

from django.db.models import Exists, OuterRef

from kith.people.models import Identifier, Person
from kith.people.rules import references
from kith.returns.acts.beginning import begin
from kith.returns.acts.census import Census, Staged
from kith.returns.acts.changing import Comparison
from kith.returns.cin.shape import Finding
from kith.returns.models import Holding, held

_TWICE = "This is another id of a child who was in the file already, so nothing of this entry was taken."


def take(census: Census, batch: list[Staged]) -> None:
    known = _known([staged.child.la_child_id for staged in batch])
    begin(census, [staged for staged in batch if staged.child.la_child_id not in known])
    holdings = held(known.values())
    for staged in batch:
        if person := known.get(staged.child.la_child_id):
            _compare(census, staged, holdings[person.pk])
    census.made.children += len(batch)


def _compare(census: Census, staged: Staged, holding: Holding) -> None:
    entry = holding.entries.get(census.made.year)
    if entry and entry.census_import_id == census.made.pk:
        census.note_all([Finding(staged.line, staged.child.la_child_id, "LAchildID", _TWICE, value_kept=False)])
        census.made.not_taken += 1
        return
    changed = Comparison(census, staged, holding).carry_out()
    census.made.changed += changed
    census.made.unchanged += not changed


def _known(la_child_ids: list[str]) -> dict[str, Person]:
    """Those held already: by the authority's id or, for a record begun here, by the reference a return gave as one."""
    rows = Identifier.objects.filter(kind="la_child_id", value__in=la_child_ids, until_on=None)
    found = {row.value: row.person for row in rows.select_related("person").order_by("-pk")}
    asked = {ref: given for given in la_child_ids if given not in found and (ref := references.tidy(given))}
    has_id = Identifier.objects.filter(person=OuterRef("pk"), kind="la_child_id", until_on=None)
    for person in Person.objects.filter(~Exists(has_id), ref__in=asked):
        found[asked[person.ref]] = person
    return found
