"""Asking somebody else to read an assessment and sign it, and their question when it is not ready yet (users J5)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment import rules
from kith.assessment.models import Assessment, held, writers_of
from kith.decisions.acts import ask_inside, send_back_inside
from kith.decisions.models import SignOffAsked
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "decisions.SignOffAsked"


@act(
    "{by} asked for the assessment of {about} to be signed.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def ask_for_signature(
    *,
    by: Actor,
    about: Person,
    on: date,
    assessment: Assessment,
    asked_id: int,
    by_when: date | None = None,
    words: str = "",
) -> SignOffAsked:
    """Whatever it still lacks: the reader sees that too. Raises Refused: another child’s, signed already; whom one may
    not ask (`ask_inside`).
    """
    found = _open(about, assessment)
    wrote = writers_of(found)
    return ask_inside(
        by,
        about,
        on,
        of="assessment",
        row=found.pk,
        version=found.version,
        wrote=wrote,
        asked_id=asked_id,
        by_when=by_when,
        words=words,
    )


@act(
    "{by} sent the assessment of {about} back with a question.",
    needs=Right.SIGN_ASSESSMENTS,
    tie=False,
    staff_only=True,
    makes=_MADE,
)
def send_back_assessment(*, by: Actor, about: Person, on: date, assessment: Assessment, because: str) -> SignOffAsked:
    """Every word of it stays. Raises Refused: another child’s; signed already; not asked of this reader; no words."""
    found = _open(about, assessment)
    now = rules.in_lines(held(found, on), packs.pack_for(settings.PACK, on))
    return send_back_inside(by, about, on, of="assessment", row=found.pk, because=because, as_read=now)


def _open(about: Person, assessment: Assessment) -> Assessment:
    found = Assessment.objects.filter(pk=assessment.pk, person=about).first()
    if found is None:
        raise Refused("This assessment is another child’s.")
    if found.signed:
        raise Refused("It is signed already.")
    return found
