"""What agencies were asked between two days, and what is being done to work better with them (S2-02)."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from kith.access import start_of
from kith.involvement.models import AgencyRequest, ContactLine, Improvement, MeetingLine, MeetingPart
from kith.people.models import Person

Children = dict[int, tuple[Person, ...]]


def requests_between(first: date, last: date) -> QuerySet[AgencyRequest]:
    """Questions asked of other agencies in those days, as far as the reader may see them. One query."""
    rows = AgencyRequest.objects.exclude(agency__kind="social_care").filter(
        asked_at__gte=start_of(first), asked_at__lt=start_of(last + timedelta(days=1))
    )
    return rows.select_related("agency").order_by("asked_at", "pk")


def children_of_contacts(contacts: Iterable[int]) -> Children:
    """By contact, those whose record is known. One query."""
    lines = ContactLine.objects.filter(contact_id__in=set(contacts)).select_related("person").order_by("pk")
    return _by((line.contact_id, line.person) for line in lines if line.person)


def parts_between(first: date, last: date) -> QuerySet[MeetingPart]:
    """How everybody took part in meetings about safety held in those days. One query."""
    rows = MeetingPart.objects.filter(meeting__held_on__gte=first, meeting__held_on__lte=last)
    return rows.select_related("meeting").order_by("meeting__held_on", "pk")


def children_of_meetings(meetings: Iterable[int]) -> Children:
    """By meeting, those the reader may see. One query."""
    lines = MeetingLine.objects.filter(meeting_id__in=set(meetings)).select_related("person").order_by("pk")
    return _by((line.meeting_id, line.person) for line in lines)


def improvements() -> QuerySet[Improvement]:
    """Of every agency, what is still to do first, by its day. One query."""
    rows = Improvement.objects.select_related("agency", "occasion")
    return rows.order_by("ended_on", "by_on", "pk")


def improvement(pk: int) -> Improvement | None:
    return Improvement.objects.select_related("agency", "occasion").filter(pk=pk).first()


def _by(pairs: Iterable[tuple[int, Person]]) -> Children:
    found: Children = {}
    for key, person in pairs:
        found[key] = (*found.get(key, ()), person)
    return found
