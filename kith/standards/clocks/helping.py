"""The clocks of early help, and of plans for children in need (E2, E15): what their record tells, and the limits.

Part of the register (`kith.standards.clocks.register`), which reads it whole.
"""

from django.db.models import Q

from kith.assessment.models import Assessment
from kith.involvement.models import EarlyHelp, ServiceAsked
from kith.plans.models import Plan, PlanReview
from kith.standards.clocks.shapes import Event, Runs

_EARLY = ("early_help",)
_HELD = Q(finished_on__isnull=False)


def _looked_at(name: str, kind: str) -> tuple[Event, ...]:
    """A plan is begun, then looked at again: each look starts the next."""
    held = _HELD & Q(plan__kind=kind)
    return (
        Event(f"{name}-looked-at", Plan, "started_on", spell="spell_id", only=Q(kind=kind)),
        Event(f"{name}-looked-at", PlanReview, "held_on", of="plan_id", spell="plan__spell_id", only=held),
        Event(f"{name}-reviewed", PlanReview, "held_on", of="plan_id", only=held),
    )


EVENTS = (
    Event("early-help-began", EarlyHelp, "spell__started_on", of="spell_id", spell="spell_id"),
    # The plan made with the family in the room says what goes well, what worries them and what they want.
    Event("early-help-written", Plan, "started_on", of="spell_id", only=Q(kind="early_help") & ~Q(because="")),
    Event("early-help-written", Assessment, "authorised_on", of="spell_id"),
    Event("helpers-met", ServiceAsked, "joined_on", of="early_help__spell_id"),
    Event("helpers-met", PlanReview, "held_on", of="plan__spell_id", only=_HELD & Q(plan__kind="early_help")),
    *_looked_at("early-help", "early_help"),
    *_looked_at("in-need", "in_need"),
    Event("plan-ended", Plan, "ended_on", spell="spell_id"),
)

CLOCKS = (
    Runs("early-help-assessment", "early-help-began", "early-help-written", stops="closed", levels=_EARLY),
    Runs("early-help-first-meeting", "early-help-began", "helpers-met", stops="closed", levels=_EARLY),
    Runs(
        "early-help-review",
        "early-help-looked-at",
        "early-help-reviewed",
        stops="plan-ended",
        again=True,
        levels=_EARLY,
    ),
    Runs("review-child-in-need", "in-need-looked-at", "in-need-reviewed", stops="plan-ended", again=True),
)
