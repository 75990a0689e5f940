"""The clocks of what is told back: what we did about an answer, asking again, and sharing looked at (S3-16, S2-30).

Part of the register (`kith.standards.clocks.register`), which reads it whole.
"""

from django.db.models import F, Q

from kith.involvement.models import Closure, DifferenceSaid, SharedAnyway
from kith.standards.clocks.shapes import Event, Runs

EVENTS = (
    Event("change-asked", DifferenceSaid, "asked_on", until="due_on", only=Q(due_on__isnull=False)),
    Event("change-answered", DifferenceSaid, "done_on", only=Q(due_on__isnull=False)),
    Event("ended-with-us", Closure, F("spell__closed_on"), only=Q(ask_again_on__isnull=False)),
    Event("asked-again", Closure, "asked_again_on", only=Q(ask_again_on__isnull=False)),
    Event("shared-anyway", SharedAnyway, "shared_on"),
    Event("sharing-answered", SharedAnyway, "authorised_on"),
)

CLOCKS = (
    Runs("you-said-we-did", "change-asked", "change-answered", promise="you-said-we-did"),
    Runs("difference-after-closing", "ended-with-us", "asked-again"),
    Runs("share-authorised", "shared-anyway", "sharing-answered", promise="sharing-looked-at"),
)
