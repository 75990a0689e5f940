"""What every act of an assessment checks before it writes."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.assessment.models import Assessment
from kith.people.models import Person
from kith.record import Refused


def still_open(assessment: Assessment, about: Person) -> None:
    """Raises Refused: another child's, or one that is signed already."""
    if assessment.person_id != about.pk:
        raise Refused("This assessment is another child’s.")
    if assessment.signed:
        raise Refused("It is signed. Begin a new version: everything written is carried over.")


def chosen(on: date, key: str, code: str, field: str, ask: str) -> str:
    """A code of the pack's list. Raises Refused with `ask`."""
    if code not in dict(packs.pack_for(settings.PACK, on).choices(key)):
        raise Refused(ask, field=field)
    return code
