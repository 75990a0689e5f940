"""A decision as it stands, and what it lacks."""

from kith.decisions import rules
from kith.decisions.models import Decision, as_written


def decision(pk: int) -> Decision | None:
    return Decision.objects.filter(pk=pk).select_related("person", "act", "latest_act", "instead_of").first()


def what_is_missing(found: Decision) -> list[rules.Lacking]:
    """What must be written before the decision can be finished, in a practitioner's words; empty when nothing."""
    return rules.lacking(as_written(found))
