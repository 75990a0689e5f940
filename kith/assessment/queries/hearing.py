"""What other agencies gave to what is understood of a child, and what became of it (S2-07, S0-16)."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from kith.assessment.models import Contribution
from kith.people.models import Person


def given_by_agencies(children: Iterable[int]) -> QuerySet[Contribution]:
    """To work that is still open, oldest first, with the agency. One query."""
    going_on = Q(assessment=None) | Q(assessment__spell__closed_on=None)
    rows = Contribution.objects.filter(going_on, person_id__in=list(children), agency__isnull=False)
    return rows.select_related("agency").order_by("given_on", "pk")


def given_by_my_agency(child: Person) -> QuerySet[Contribution]:
    """As a worker of another agency asks it, who reads no other's: newest first. One query."""
    return Contribution.objects.filter(person=child, agency__isnull=False).order_by("-given_on", "-pk")
