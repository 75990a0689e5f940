"""The assessment of a child, and its parts one by one."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from kith.assessment.models import Assessment, Contribution, Danger, DomainNote, Passage, SetAside
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


def set_aside(assessment: Assessment, outcome: str, side: str) -> SetAside | None:
    return SetAside.objects.filter(assessment=assessment, outcome=outcome, side=side).first()


def looked_over(
    children: Iterable[int],
) -> tuple[list[int], dict[int, list[DomainNote]], dict[int, list[SetAside]]]:
    """Of those who have an assessment: who they are, and by child what any version of it looked at or set aside. Three
    queries.
    """
    given = list(children)
    assessed = Assessment.objects.filter(person_id__in=given).exclude(begun_by_name="")
    notes: dict[int, list[DomainNote]] = defaultdict(list)
    aside: dict[int, list[SetAside]] = defaultdict(list)
    for note in DomainNote.objects.filter(person_id__in=given).exclude(outcomes=[]):
        notes[note.person_id].append(note)
    for one in SetAside.objects.filter(person_id__in=given).exclude(because=""):
        aside[one.person_id].append(one)
    have = set(assessed.values_list("person_id", flat=True))
    return [child for child in given if child in have], notes, aside
