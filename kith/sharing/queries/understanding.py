"""Which copies are clear to whoever has them, and which are to be gone through (S3-15, S3-21)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery

from kith.access import Actor
from kith.packs import Pack
from kith.people.models import Person
from kith.sharing.models import Acknowledged, Release, WalkThrough
from kith.sharing.queries.copies import PLANS


class Share(NamedTuple):
    """So many, of how many."""

    met: int
    of: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.met / self.of) if self.of else None


def with_answers(copies: QuerySet[Release]) -> QuerySet[Release]:
    """Each copy with `clear_on`, the first day it was said to be clear; `walk_id` and `walk_due_on` of what waits to be
    gone through, with `walk_unclear`, whether they asked; and `walked_on`, when it was last. No query more.
    """
    walks = WalkThrough.objects.filter(release=OuterRef("pk"))
    waiting = walks.filter(walked_on=None).order_by("due_on", "pk")
    said = Acknowledged.objects.filter(release=OuterRef("pk")).order_by("said_on")
    return copies.annotate(
        clear_on=Subquery(said.values("said_on")[:1]),
        walk_id=Subquery(waiting.values("pk")[:1]),
        walk_due_on=Subquery(waiting.values("due_on")[:1]),
        walk_unclear=Subquery(waiting.values("unclear")[:1]),
        walked_on=Subquery(walks.filter(walked_on__isnull=False).order_by("-walked_on").values("walked_on")[:1]),
    )


def plan_copies(child: Person, since: date | None) -> dict[str, Release]:
    """The newest copy of the plan each person has from that day on, with its answers, by their name in small letters.
    One query.
    """
    if since is None:
        return {}
    found = with_answers(Release.objects.filter(person=child, kind__in=PLANS, released_on__gte=since))
    return {one.recipient_name.casefold(): one for one in found.order_by("released_on", "pk")}


def answers_to(release: Release) -> Release:
    """One copy with what was said of it. One query."""
    return with_answers(Release.objects.filter(pk=release.pk)).get()


def walks_of(release: Release) -> QuerySet[WalkThrough]:
    """Every going through of a copy, the last first."""
    return WalkThrough.objects.filter(release=release).order_by(F("walked_on").desc(nulls_first=True), "-pk")


def walk(pk: int) -> WalkThrough | None:
    return WalkThrough.objects.filter(pk=pk).select_related("release", "person").first()


def walks_waiting_for(actor: Actor) -> QuerySet[WalkThrough]:
    """What whoever leads the work goes through with somebody, soonest due first. One query."""
    leads = Q(person__leadworkers__account_id=actor.account_id, person__leadworkers__until_on=None)
    return _waiting().filter(leads)


def walks_late(children: Iterable[int], today: date) -> QuerySet[WalkThrough]:
    """Of these children: somebody said it is not clear, and nobody went through it in time."""
    return _waiting().filter(person_id__in=list(children), unclear=True, due_on__lt=today)


def _waiting() -> QuerySet[WalkThrough]:
    return WalkThrough.objects.filter(walked_on=None).select_related("person", "release").order_by("due_on", "pk")


def acknowledged_in_time(children: Iterable[int], today: date, pack: Pack) -> Share:
    """Copies of plans that were clear to whoever has them within the pack's days, of those whose days are over or that
    were clear sooner (S3-21). A copy replaced before its days were over is not counted. One query.
    """
    found = Release.objects.filter(person_id__in=list(children), kind__in=PLANS)
    later = found.filter(
        person=OuterRef("person"), recipient_name=OuterRef("recipient_name"), pk__gt=OuterRef("pk")
    ).order_by("pk")
    rows = found.annotate(
        clear_on=Min("acknowledged__said_on"), replaced_on=Subquery(later.values("released_on")[:1])
    ).values_list("released_on", "clear_on", "replaced_on")
    limit, counted = pack.timescale("plan-acknowledged").limit, []
    for released_on, clear_on, replaced_on in rows:
        last = limit.after(released_on, pack.calendar)
        in_time = bool(clear_on and clear_on <= last)
        if in_time or (last < today and not (replaced_on and replaced_on <= last)):
            counted.append(in_time)
    return Share(sum(counted), len(counted))


def gone_through(children: Iterable[int]) -> Share:
    """Copies given to somebody of the family that were gone through with them, of how many were given (S3-15). One
    query.
    """
    given = Release.objects.filter(person_id__in=list(children), recipient__isnull=False)
    days = list(with_answers(given).values_list("walked_on", flat=True))
    return Share(sum(day is not None for day in days), len(days))
