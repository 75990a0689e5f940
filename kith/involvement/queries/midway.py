"""What whoever chairs reads between two reviews: what was agreed then, what has happened since, what was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from kith.involvement.models import (
    CONFERENCES,
    CareReviewLine,
    MeetingLine,
    MeetingStep,
    MidwayCheck,
    Missing,
    Placement,
)
from kith.involvement.queries.chairing import last_conference
from kith.involvement.rules import chair_of
from kith.people.models import Person


@dataclass(frozen=True)
class Last:
    """The last review of a kind, held for this child: the next one has not come yet."""

    line: CareReviewLine | MeetingLine
    held_on: date
    chair: str

    @property
    def of_care(self) -> bool:
        return isinstance(self.line, CareReviewLine)


def last_reviews(child: Person) -> list[Last]:
    """Of a child looked after, of one with a protection plan, or both: the newest first. Two queries."""
    care = CareReviewLine.objects.filter(person=child, care__ended_on=None).select_related("review", "person")
    conference = last_conference(child)
    found = [care.order_by("-held_on", "-pk").first(), conference]
    if conference and (conference.protection is None or conference.protection.ended_on):
        found.remove(conference)
    held = [Last(one, one.held_on, chair_of(one)) for one in found if one and one.held_on]
    return sorted(held, key=lambda one: one.held_on, reverse=True)


def last_held(children: Iterable[int]) -> dict[int, date]:
    """The day of the newest review or conference of each of these children. Two queries."""
    wanted = list(children)
    found: dict[int, date] = {}
    for held in (
        CareReviewLine.objects.filter(person_id__in=wanted),
        MeetingLine.objects.filter(person_id__in=wanted, kind__in=CONFERENCES, held_on__isnull=False),
    ):
        for pk, day in held.values_list("person_id").annotate(last=Max("held_on")):
            found[pk] = max(day, found.get(pk, day))
    return found


def steps_since(last: Last) -> list[MeetingStep]:
    """What was agreed at a conference and how it stands; a review of care keeps what it decided in the plan."""
    steps = MeetingStep.objects.filter(line_id=last.line.pk, withdrawn_on=None) if not last.of_care else ()
    return sorted(steps, key=lambda one: (one.done_on is not None, one.by_when or date.max, one.pk))


def checks_of(child: Person) -> list[MidwayCheck]:
    """Newest first, with the challenge it began. One query."""
    found = MidwayCheck.objects.filter(person=child).select_related("challenge", "review_line", "meeting_line")
    return list(found.order_by("-checked_on", "-pk"))


def missing_since(children: Iterable[int], day: date) -> list[Missing]:
    """Times missing that began on or after the day, the newest first. One query."""
    found = Missing.objects.filter(person_id__in=list(children), missing_at__date__gte=day)
    return list(found.order_by("-missing_at", "-pk"))


def moves_since(children: Iterable[int], day: date) -> list[Placement]:
    """Homes with carers that began after the day, stays for a time too, as far as the reader may know of them."""
    found = Placement.objects.filter(person_id__in=list(children), began_on__gt=day)
    return list(found.order_by("-began_on", "-pk"))
