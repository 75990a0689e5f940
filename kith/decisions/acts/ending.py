"""A decision that no longer runs."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions.acts import writing
from kith.decisions.models import OPEN, Decision
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act


@act("{by} ended a decision about {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="decisions.Decision")
def end_decision(*, by: Actor, about: Person, on: date, decision: Decision, because: str) -> Decision:
    """It has been done, or was withdrawn before it stood: with the reason. Its bottom lines end with it.

    Raises Refused: no reason; ended or changed already; challenged, for nobody steps round a challenge.
    """
    return end_inside(about, on, decision, because)


def end_inside(about: Person, on: date, decision: Decision, because: str) -> Decision:
    """The same inside the act at hand."""
    found = Decision.objects.select_for_update().filter(pk=decision.pk, person=about).first()
    if found is None or found.state not in OPEN:
        raise Refused("This decision has already ended.")
    if found.state == "challenged":
        raise Refused("This decision is challenged. The challenge is answered first.")
    if not because.strip():
        raise Refused("Say why it ends.", field="because")
    found.state, found.ended_on, found.ended_because = "ended", on, because.strip()
    found.save()
    writing.end_lines(found, on)
    return found
