"""The clocks of looked-after and missing children (E18-E26, E30, E36, E37): what their record tells, and the limits."""

from django.db.models import Exists, F, Func, IntegerField, Min, OuterRef, Q, Subquery
from django.db.models.lookups import LessThan

from kith.involvement.models import (
    CareCheck,
    CareReviewLine,
    LegalStatus,
    LookedAfter,
    Missing,
    OrderLonger,
    Placement,
)
from kith.people.models import Residence
from kith.standards.clocks.shapes import Event, Runs
from kith.visits.rules import OF_HOMES

LOOKED_AFTER = ("looked_after",)
LEAVING = ("looked_after", "care_leaver")
_LAW_NOT_KNOWN = Q(kind="placement") & Q(~Exists(LookedAfter.objects.filter(person=OuterRef("person_id"))))
_BREAKS = LegalStatus.objects.filter(
    Q(ended_on=None) | Q(ended_on__gt=OuterRef("began_on")),
    care=OuterRef("care_id"),
    limit="short-break-single",
    began_on__lte=OuterRef("began_on"),
)
_UNDER_EMERGENCY = Q(status__limit="emergency-protection-order")
_HEALTH = Q(kind="health")
_YEARS_OLD = Func(
    F("done_on"),
    F("person__born_on"),
    template="coalesce(date_part('year', age(%(expressions)s)), 99)",
    output_field=IntegerField(),
)
_UNDER_FIVE = Q(LessThan(_YEARS_OLD, 5))
SHORT_STAYS = ("temporary-hospital-stay", "temporary-carer-holiday", "temporary-other-stay")

EVENTS = (
    Event("in-care", LookedAfter, "began_on"),
    Event("left-care", LookedAfter, "ended_on"),
    Event("care-plan-written", LookedAfter, "care_plan_on"),
    Event("first-placement", Placement, Min("began_on"), of="care_id", only=Q(temporary=False)),
    # A home with carers that nobody has said the law of begins the same clocks.
    Event("in-care", Residence, Min("from_on"), of="person_id", only=_LAW_NOT_KNOWN),
    Event("first-placement", Residence, Min("from_on"), of="person_id", only=_LAW_NOT_KNOWN),
    Event("placed", Placement, "began_on", until="ended_on", text="visited_as", only=Q(temporary=False)),
    Event("law", LegalStatus, "began_on", until="ended_on"),
    Event("police-protection", LegalStatus, at="began_at", only=Q(limit="police-protection")),
    Event("police-protection-ended", LegalStatus, at="ended_at", only=Q(limit="police-protection")),
    Event("emergency-order", LegalStatus, "began_on", only=Q(limit="emergency-protection-order")),
    # An emergency order ends, or is made longer: the longer time counts from the end of the first.
    Event("first-order-over", LegalStatus, "ended_on", only=Q(limit="emergency-protection-order")),
    Event("first-order-over", OrderLonger, "made_on", of="status_id", only=_UNDER_EMERGENCY),
    Event("order-made-longer", OrderLonger, "from_on", of="status_id", only=_UNDER_EMERGENCY),
    Event(
        "short-break",
        Placement,
        "began_on",
        until="ended_on",
        text=Subquery(_BREAKS.order_by("-began_on", "-pk").values("pk")[:1]),  # under which agreement
        only=Q(temporary=False) & Q(Exists(_BREAKS)),
    ),
    Event("assessment-order", LegalStatus, "began_on", only=Q(limit="child-assessment-order")),
    Event("law-ended", LegalStatus, "ended_on"),
    Event("placed-away-at-once", Placement, "began_on", only=Q(away=True, at_once=True)),
    Event("area-told", Placement, "area_told_on"),
    *(Event(limit, Placement, "began_on", only=Q(limit=limit)) for limit in SHORT_STAYS),
    Event("placement-ended", Placement, "ended_on"),
    Event("care-review", CareReviewLine, "held_on", of="care_id"),
    Event("care-review-first", CareReviewLine, "held_on", of="care_id", only=Q(first=True)),
    Event("care-review-later", CareReviewLine, "held_on", of="care_id", only=Q(first=False)),
    Event("care-review-held", CareReviewLine, "held_on"),
    Event("care-decisions-sent", CareReviewLine, "review__decisions_sent_on"),
    Event("care-record-sent", CareReviewLine, "review__record_sent_on"),
    Event("health-assessed", CareCheck, "done_on", of="care_id", only=_HEALTH & Q(care__isnull=False)),
    Event("health-assessed-young", CareCheck, "done_on", of="care_id", only=_HEALTH & _UNDER_FIVE),
    Event("health-assessed-older", CareCheck, "done_on", of="care_id", only=_HEALTH & ~_UNDER_FIVE),
    Event("education-planned", CareCheck, "done_on", of="care_id", only=Q(kind="education", care__isnull=False)),
    Event("pathway-assessed", CareCheck, "done_on", of="person_id", only=Q(kind="pathway_needs")),
    Event("pathway-planned", CareCheck, "done_on", of="person_id", only=Q(kind="pathway_plan")),
    Event("adviser-in-touch", CareCheck, "done_on", of="person_id", only=Q(kind="adviser")),
    # Missing, found and listened to
    Event("found", Missing, at="found_at"),
    Event("listened-to", Missing, at="talked_at", only=Q(independent=True)),
    Event("talk-declined", Missing, at="offered_at", only=Q(answer="no")),
)

CLOCKS = (
    Runs("police-protection", "police-protection", "police-protection-ended"),
    Runs("emergency-protection-order", "emergency-order", "law-ended"),
    Runs("emergency-protection-order-first", "emergency-order", "first-order-over"),
    Runs("emergency-protection-order-longer", "order-made-longer", "law-ended"),
    Runs("short-break-single", "short-break", "placement-ended"),
    Runs("child-assessment-order", "assessment-order", "law-ended"),
    Runs("care-plan", "first-placement", "care-plan-written", stops="left-care", levels=LOOKED_AFTER),
    Runs("out-of-area-notice", "placed-away-at-once", "area-told"),
    *(Runs(limit, limit, "placement-ended") for limit in SHORT_STAYS),
    Runs("looked-after-review-first", "in-care", "care-review", stops="left-care", levels=LOOKED_AFTER),
    Runs(
        "looked-after-review-second",
        "care-review-first",
        "care-review",
        stops="left-care",
        again=True,
        levels=LOOKED_AFTER,
    ),
    Runs(
        "looked-after-review-next",
        "care-review-later",
        "care-review",
        stops="left-care",
        again=True,
        levels=LOOKED_AFTER,
    ),
    Runs("looked-after-decisions-sent", "care-review-held", "care-decisions-sent"),
    Runs("looked-after-minutes-sent", "care-review-held", "care-record-sent"),
    Runs("health-assessment-first", "in-care", "health-assessed", stops="left-care", levels=LOOKED_AFTER),
    Runs(
        "health-assessment-under-five",
        "health-assessed-young",
        "health-assessed",
        stops="left-care",
        again=True,
        levels=LOOKED_AFTER,
    ),
    Runs(
        "health-assessment",
        "health-assessed-older",
        "health-assessed",
        stops="left-care",
        again=True,
        levels=LOOKED_AFTER,
    ),
    Runs("education-plan-first", "in-care", "education-planned", stops="left-care", levels=LOOKED_AFTER),
    Runs(
        "education-plan-next",
        "education-planned",
        "education-planned",
        stops="left-care",
        again=True,
        levels=LOOKED_AFTER,
    ),
    Runs("pathway-assessment", "sixteen", "pathway-assessed", levels=LEAVING),
    Runs("pathway-plan-review", "pathway-planned", "pathway-planned", again=True, levels=LEAVING),
    Runs("adviser-contact", "adviser-in-touch", "adviser-in-touch", again=True, levels=("care_leaver",)),
    Runs("return-interview", "found", "listened-to", stops="talk-declined"),
)

# How long each short break may last before all of twelve months are too many: a total, so it is worked out by itself.
BREAKS = Runs("short-breaks-in-a-year", "short-break", "placement-ended")

# What stands on the page of a looked-after child: these, and how often they are visited.
LIMITS = frozenset({*(runs.limit for runs in (*CLOCKS, BREAKS)), "visit-looked-after", *OF_HOMES})
