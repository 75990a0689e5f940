"""What somebody chairs: conferences that come, and the children whose last review or conference they chaired.

Whoever chairs is kept as a name (they may be no user here), so it is found by that name.
"""

from collections.abc import Iterable

from kith.involvement.models import CareReviewLine, MeetingLine
from kith.involvement.models.meeting import CONFERENCES
from kith.people.models import Person


def conferences_coming(chair: str) -> list[MeetingLine]:
    """Planned and not held yet, each child's own line, the soonest first. One query."""
    planned = MeetingLine.objects.filter(kind__in=CONFERENCES, held_on=None, meeting__chair_name__iexact=chair)
    return list(planned.select_related("person", "meeting").order_by("meeting__planned_for", "person__sort_key", "pk"))


def last_conference(child: Person) -> MeetingLine | None:
    """This child's own line of the newest conference that was held. One query."""
    held = MeetingLine.objects.filter(person=child, kind__in=CONFERENCES, held_on__isnull=False)
    return held.select_related("meeting", "decision", "person").order_by("-held_on", "-pk").first()


def children_chaired(chair: str) -> dict[int, Person]:
    """Children with a protection plan, or looked after, whose newest conference or review this person chaired. Two
    queries.
    """
    met = MeetingLine.objects.filter(kind__in=CONFERENCES, held_on__isnull=False, protection__ended_on=None)
    met = met.exclude(protection=None).select_related("person", "meeting").order_by("person_id", "-held_on", "-pk")
    reviewed = CareReviewLine.objects.filter(care__ended_on=None).select_related("person", "review")
    reviewed = reviewed.order_by("person_id", "-held_on", "-pk")
    return {
        **_chaired(((one.person, one.meeting.chair_name) for one in met.distinct("person_id")), chair),
        **_chaired(((one.person, one.review.chaired_by) for one in reviewed.distinct("person_id")), chair),
    }


def _chaired(newest: Iterable[tuple[Person, str]], chair: str) -> dict[int, Person]:
    return {person.pk: person for person, name in newest if name.casefold() == chair.casefold()}
