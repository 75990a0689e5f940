"""The assessment of a child, and its parts one by one."""

from django.db.models import F

from kith.assessment.models import Assessment, Contribution, Danger, DomainNote, Passage
from kith.assessment.models.held import given_to
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
    return Contribution.objects.filter(pk=pk).select_related("contributor", "agency").first()


def domain_note(assessment: Assessment, domain: str) -> DomainNote | None:
    return DomainNote.objects.filter(assessment=assessment, domain=domain).first()


def contributions(assessment: Assessment) -> list[Contribution]:
    """What was given to this version, or by agencies themselves, newest first. One query."""
    return list(given_to(assessment, [assessment.pk]).order_by("-given_on", "-pk"))


def standing_passage(assessment: Assessment, part: str, whose: Person | None = None) -> Passage | None:
    """What stands of one part, for one parent where it is seen with their eyes."""
    return Passage.objects.filter(assessment=assessment, part=part, whose=whose).order_by("-pk").first()
