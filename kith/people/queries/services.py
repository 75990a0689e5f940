"""How a child stands with school, doctor, dentist and health visitor (S1-20)."""

from datetime import date

from kith.calendar import age
from kith.packs import Pack
from kith.people import rules
from kith.people.models import Person, ServiceKnown


def services_of(child: Person, pack: Pack, on: date, since: date | None) -> list[rules.Standing]:
    """Each service for a child of that age. `since`: the day the work began, from which a gap is owed. One query."""
    years = age(child.born_on, on) if child.born_on else None
    if child.born_on is None and child.expected_on:
        return []  # not born yet
    return rules.services_for(pack, years, ServiceKnown.objects.filter(person=child), since)
