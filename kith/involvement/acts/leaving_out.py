"""Leaving somebody of the family out of meetings about a child, and asking them in again (S2-29.2)."""

from datetime import date

from kith.access import Actor, Right
from kith.involvement.acts.holding import one_of, pack_on
from kith.involvement.models import LeftOut
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.LeftOut"


@act(
    "{by} wrote down who is left out of meetings about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def leave_out(
    *,
    by: Actor,
    about: Person,
    on: date,
    who: str,
    ground: str = "",
    shown_by: str = "",
    heard_how: str = "",
    decided_by_name: str = "",
    review_on: date | None = None,
) -> LeftOut:
    """Kept with whatever is said; a meeting is finished without them only when nothing is missing. Written again, the
    newest counts. Raises Refused: nobody named, a ground the pack has not.
    """
    if not who.strip():
        raise Refused("Say who it is.", field="who")
    one_of(pack_on(on), "left_out_ground", ground, "ground")
    row = LeftOut(
        person=about,
        who=who.strip(),
        ground=ground,
        shown_by=shown_by.strip(),
        heard_how=heard_how.strip(),
        decided_by_name=decided_by_name.strip(),
        decided_on=on,
        review_on=review_on,
    )
    row.save()
    return row


@act(
    "{by} wrote down who is asked to meetings about {about} again.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def ask_in_again(*, by: Actor, about: Person, on: date, left_out: LeftOut, because: str) -> LeftOut:
    """It ends, for this person whole. Raises Refused: no reason; another child's, or ended already."""
    if not because.strip():
        raise Refused("Say what has changed.", field="because")
    found = LeftOut.objects.filter(pk=left_out.pk, person=about, ended_on=None).first()
    if found is None:
        raise Refused("They are asked already.")
    for row in LeftOut.objects.filter(person=about, who__iexact=found.who, ended_on=None):
        row.ended_on, row.ended_because = on, because.strip()
        row.save()
    return found
