"""The clock of whoever chairs: a check between a review, or a conference, and the one that follows it (E22)."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kith.involvement.models import CONFERENCES, CareReviewLine, MeetingLine, MidwayCheck
from kith.standards.clocks.shapes import Event, Runs

_CONFERENCE = Q(kind__in=CONFERENCES, protection__isnull=False)
_REVIEW_BEFORE = CareReviewLine.objects.filter(care_id=OuterRef("care_id"), held_on__lt=OuterRef("held_on"))
_CONFERENCE_BEFORE = MeetingLine.objects.filter(
    _CONFERENCE, protection_id=OuterRef("protection_id"), held_on__lt=OuterRef("held_on")
)


def _before(rows: QuerySet[Any]) -> Coalesce:
    """The one before it, of which nothing is left to check; 0 where it is the first."""
    return Coalesce(Subquery(rows.order_by("-held_on", "-pk").values("pk")[:1]), 0)


EVENTS = (
    Event("care-review-of-its-own", CareReviewLine, "held_on"),
    Event("care-review-followed", CareReviewLine, "held_on", of=_before(_REVIEW_BEFORE)),
    Event("conference-of-its-own", MeetingLine, "held_on", only=_CONFERENCE),
    Event("conference-followed", MeetingLine, "held_on", of=_before(_CONFERENCE_BEFORE), only=_CONFERENCE),
    *(
        Event(name, MidwayCheck, "checked_on", of=line, only=Q(**{f"{line}__isnull": False}))
        for name, line in (("care-review-checked", "review_line_id"), ("conference-checked", "meeting_line_id"))
    ),
)

CLOCKS = (
    Runs(
        "midway-check-in-care",
        "care-review-of-its-own",
        "care-review-checked",
        stops="care-review-followed",
        levels=("looked_after",),
    ),
    Runs(
        "midway-check-conference",
        "conference-of-its-own",
        "conference-checked",
        stops="conference-followed",
        levels=("child_protection",),
    ),
)
