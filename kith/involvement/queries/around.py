"""What stands around a child: needs, the family's own meeting, other work with days of its own, places outside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Prefetch, Q, QuerySet

from kith.access import Actor
from kith.involvement.models import (
    FamilyMeeting,
    LeadWorker,
    Need,
    PlaceLink,
    Screening,
    Touchpoint,
    TouchpointStep,
    WorryPlace,
)
from kith.people.models import Person


@dataclass(frozen=True)
class AtPlace:
    """Another young person linked to a place whose record is open to the reader."""

    person: Person
    mine: bool  # the reader works with them


def needs_of(child: Person) -> QuerySet[Need]:
    """Those not met yet first, the oldest first; then the others, the newest first."""
    settled = Q(met_at__isnull=False) | Q(over_at__isnull=False)
    return Need.objects.filter(person=child).annotate(settled=settled).order_by("settled", "told_at", "pk")


def needs_now_of(actor: Actor) -> QuerySet[Need]:
    """What children this worker leads for need now, and nobody has brought: the longest waiting first. One query."""
    led = LeadWorker.objects.filter(account_id=actor.account_id, until_on=None, spell__closed_on=None)
    unmet = Need.objects.filter(person_id__in=led.values("person_id"), lane="now", met_at=None, over_at=None)
    return unmet.select_related("person").order_by("told_at", "pk")


def needs_overdue(before: datetime) -> QuerySet[Need]:
    """Needs of now told before that moment, not met, of whom nobody was told yet."""
    unmet = Need.objects.filter(lane="now", met_at=None, over_at=None, chased_on=None)
    return unmet.filter(told_at__lte=before).select_related("person").order_by("pk")


def need(pk: int) -> Need | None:
    return Need.objects.filter(pk=pk).first()


def family_meetings_of(child: Person) -> QuerySet[FamilyMeeting]:
    return FamilyMeeting.objects.filter(person=child).order_by("-said_on", "-pk")


def family_meeting(pk: int) -> FamilyMeeting | None:
    return FamilyMeeting.objects.filter(pk=pk).first()


def touchpoints_of(child: Person) -> QuerySet[Touchpoint]:
    """With their steps, what is open first. Two queries; what is kept close is there for those who may know."""
    steps = Prefetch("steps", TouchpointStep.objects.order_by("happened_on", "pk"))
    order = F("ended_on").desc(nulls_first=True)
    return Touchpoint.objects.filter(person=child).prefetch_related(steps).order_by(order, "-began_on", "-pk")


def touchpoint(pk: int) -> Touchpoint | None:
    steps = Prefetch("steps", TouchpointStep.objects.order_by("happened_on", "pk"))
    return Touchpoint.objects.filter(pk=pk).prefetch_related(steps).first()


def places_linked(child: Person) -> QuerySet[PlaceLink]:
    links = PlaceLink.objects.filter(person=child).select_related("place")
    return links.order_by(F("ended_on").desc(nulls_first=True), "-since_on", "-pk")


def place_link(pk: int) -> PlaceLink | None:
    return PlaceLink.objects.filter(pk=pk).select_related("place").first()


def known_places() -> QuerySet[WorryPlace]:
    """Places somebody this reader may read about is linked to, by name."""
    return WorryPlace.objects.order_by("name", "pk")


def others_at(link: PlaceLink, mine: Iterable[int]) -> list[AtPlace]:
    """Other young people linked to the same place whose records are open to the reader. `mine`: whom they work with."""
    links = PlaceLink.objects.filter(place_id=link.place_id, ended_on=None).exclude(person_id=link.person_id)
    works_with = set(mine)
    return [
        AtPlace(one.person, one.person_id in works_with)
        for one in links.select_related("person").order_by("since_on", "pk")
    ]


def screenings_of(child: Person) -> QuerySet[Screening]:
    return Screening.objects.filter(person=child).order_by("-looked_on", "-pk")


def screening(pk: int) -> Screening | None:
    return Screening.objects.filter(pk=pk).first()
