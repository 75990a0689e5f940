"""What must be seen at once about a child, and what must never reach a given person."""

from datetime import date

from kith.directory.models import Agency
from kith.people.models import AddressProtection, Person, SituationLine
from kith.people.models.situation import KINDS as SITUATION_KINDS

Situation = dict[str, list[SituationLine]]  # by kind


def situation_of(child: Person) -> Situation:
    """Every standing line of the child's situation by kind, newest first. One query."""
    lines: Situation = {}
    for line in SituationLine.objects.filter(person=child, ended_on=None).order_by("-from_on", "-pk"):
        lines.setdefault(line.kind, []).append(line)
    return lines


def situation_line(pk: int) -> SituationLine | None:
    return SituationLine.objects.filter(pk=pk, ended_on=None).first()


def protected_strings(people: list[Person], recipient: Person | None, today: date) -> list[str]:
    """Every string that must not reach the recipient: the addresses of these people kept from them, in all the forms
    someone might write. Without a named recipient every protected address counts. The name of a town that stands in an
    agency's own name is on every letterhead, and is no secret.
    """
    kept = AddressProtection.objects.filter(person__in=people, ended_on=None).select_related("address")
    if recipient is not None:
        kept = kept.filter(from_person=recipient)
    found: set[str] = set()
    for protection in kept:
        found |= _forms(protection.address.lines, protection.address.postcode)
    letterheads = [_plain(name) for name in Agency.objects.values_list("name", flat=True)] if found else []
    return sorted(form for form in found if not any(_plain(form) in name for name in letterheads))


def _plain(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _forms(lines: str, postcode: str) -> set[str]:
    parts = [part.strip() for line in lines.splitlines() for part in line.split(",")]
    streets = {part.lstrip("0123456789 ").strip() for part in parts[:2]}
    district = postcode.split()[0] if postcode else ""
    forms = {*parts[:2], *streets, postcode, postcode.replace(" ", ""), district}
    return {form for form in forms if len(form) > 2}


__all__ = ["SITUATION_KINDS", "Situation", "protected_strings", "situation_line", "situation_of"]
