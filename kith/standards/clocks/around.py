"""The clocks of what stands around a child: needs, the family's own meeting, other work with days of its own.

Part of the register (`kith.standards.clocks.register`), which reads it whole.
"""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from kith.involvement.models import FamilyMeeting, Need, Screening, Touchpoint, TouchpointStep
from kith.standards.clocks.shapes import Event, Runs

_ENDED = "touchpoint-ended"
_THEIRS = TouchpointStep.objects.filter(touchpoint_id=OuterRef("touchpoint_id"))
_FIRST_YEAR = Q(happened_on__lt=F("touchpoint__began_on") + timedelta(days=365))

# A request to see the record counts from the day it came. Where we asked within four weeks who they are, or what they
# want, no time runs until that is clear, and it counts from that day; where we told them within four weeks why it takes
# longer, they wait longer. Asked or told later than that, what was late stays late.
_FOUR_WEEKS = timedelta(weeks=4)
_UNCLEAR = Exists(
    _THEIRS.filter(step="ar_unclear", happened_on__lte=F("touchpoint__began_on") + _FOUR_WEEKS),
)
_COUNTS = (Q(step="ar_asked") & ~Q(_UNCLEAR)) | (Q(step="ar_clear") & Q(_UNCLEAR))
_LONGER = Q(Exists(_THEIRS.filter(step="ar_complex", happened_on__lte=OuterRef("happened_on") + _FOUR_WEEKS)))


def _step(name: str, *steps: str, only: Q | None = None) -> Event:
    """A day of other work that touches the child, about that work."""
    return Event(name, TouchpointStep, "happened_on", of="touchpoint_id", only=Q(step__in=steps) & (only or Q()))


AROUND_EVENTS = (
    Event("need", Need, at="told_at", only=Q(lane="now")),
    Event("need-met", Need, at="met_at"),
    Event("need-over", Need, at="over_at"),
    Event("family-said-yes", FamilyMeeting, "accepted_on"),
    Event("family-met", FamilyMeeting, "held_on"),
    Event("outside-looked", Screening, "looked_on", of="person_id"),
    Event("pf-planned", Touchpoint, "planned_on"),
    _step("pf-told", "pf_told"),
    _step("pf-visit", "pf_visit"),
    _step("pf-visit-first-year", "pf_visit", only=_FIRST_YEAR),
    _step("pf-visit-later", "pf_visit", only=~_FIRST_YEAR),
    _step("allegation-known", "la_known"),
    _step("allegation-reported", "la_reported"),
    _step("allegation-viewed", "la_viewed"),
    _step("allegation-met", "la_met"),
    _step("allegation-looked", "la_reported", "la_looked"),
    _step("ehc-asked", "ehc_asked"),
    _step("ehc-decided", "ehc_decided"),
    _step("ehc-advice-asked", "ehc_advice_asked"),
    _step("ehc-advice", "ehc_advice"),
    _step("ehc-plan", "ehc_plan"),
    _step("incident-known", "si_known"),
    _step("incident-told", "si_told"),
    _step("incident-reviewed", "si_review"),
    _step("court-considered", "bc_considered"),
    _step("court-applied", "bc_applied"),
    _step("records-asked", "ar_asked", "ar_clear", only=_COUNTS & ~_LONGER),
    _step("records-asked-complex", "ar_asked", "ar_clear", only=_COUNTS & _LONGER),
    _step("records-answered", "ar_answered"),
    Event("touchpoint-ended", Touchpoint, "ended_on"),
)

AROUND_CLOCKS = (
    Runs("urgent-need-action", "need", "need-met", stops="need-over"),
    Runs("family-meeting-held", "family-said-yes", "family-met"),
    Runs("screening-again", "outside-looked", "outside-looked", again=True),
    Runs("private-fostering-notice", "pf-planned", "pf-told", stops=_ENDED, before=True),
    Runs("visit-private-fostering-first", "pf-told", "pf-visit", stops=_ENDED),
    Runs("visit-private-fostering", "pf-visit-first-year", "pf-visit", stops=_ENDED, again=True),
    Runs("visit-private-fostering-later", "pf-visit-later", "pf-visit", stops=_ENDED, again=True),
    Runs("allegation-report", "allegation-known", "allegation-reported", stops=_ENDED, kept_close=True),
    Runs("allegation-first-view", "allegation-reported", "allegation-viewed", stops=_ENDED, kept_close=True),
    Runs("allegation-meeting", "allegation-reported", "allegation-met", stops=_ENDED, kept_close=True),
    Runs("allegation-look-again", "allegation-looked", "allegation-looked", stops=_ENDED, again=True, kept_close=True),
    Runs("allegation-concluded", "allegation-reported", _ENDED, kept_close=True),
    Runs("education-health-care-decision", "ehc-asked", "ehc-decided", stops=_ENDED),
    Runs("education-health-care-advice", "ehc-advice-asked", "ehc-advice", stops=_ENDED),
    Runs("education-health-care-plan", "ehc-asked", "ehc-plan", stops=_ENDED),
    Runs("serious-incident-notice", "incident-known", "incident-told", stops=_ENDED),
    Runs("rapid-review", "incident-known", "incident-reviewed", stops=_ENDED),
    Runs("access-request", "records-asked", "records-answered", stops=_ENDED),
    Runs("access-request-complex", "records-asked-complex", "records-answered", stops=_ENDED),
    Runs("before-court", "court-considered", "court-applied", stops=_ENDED),
)
