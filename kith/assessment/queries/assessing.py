"""The assessment of a child, and its parts one by one."""

from django.db.models import F

from kith.assessment.models import Assessment, Contribution, Danger
from kith.people.models import Person


def newest(child: Person) -> Assessment | None:
    """The version at hand: the open one, or the last that was signed. One query."""
    rows = Assessment.objects.filter(person=child).select_related("spell", "before")
    return rows.order_by(F("started_on").desc(nulls_last=True), "-pk").first()


def assessment(pk: int) -> Assessment | None:
    return Assessment.objects.filter(pk=pk).select_related("spell", "before").first()


def danger(pk: int) -> Danger | None:
    """One that stands."""
    return Danger.objects.filter(pk=pk, line__ended_on=None).select_related("line", "goal").first()


def contribution(pk: int) -> Contribution | None:
    return Contribution.objects.filter(pk=pk).select_related("contributor").first()
