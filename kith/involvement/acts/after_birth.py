"""A baby is born with a protection plan, and the mother is not well enough for the first meeting yet (E14)."""

from datetime import date

from kith.access import Actor, Right
from kith.involvement.acts.holding import pack_on
from kith.involvement.models import ProtectionPlan
from kith.packs import NotInPack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

LONGER = "review-after-birth-mother-unwell"


@act(
    "The first look at the plan after the birth of {about} waits for the mother.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    staff_only=True,
    makes="involvement.ProtectionPlan",
)
def wait_for_mother(*, by: Actor, about: Person, on: date, plan: ProtectionPlan, because: str) -> ProtectionPlan:
    """The pack's longer limit counts from the birth instead of the usual one. Raises Refused: no open plan; not born
    with it; no such limit here; nothing said of how she is; said already.
    """
    found = ProtectionPlan.objects.select_for_update().filter(pk=plan.pk, person=about, ended_on=None).first()
    if found is None or not born_with(found, about):
        raise Refused("Only a plan the child was born with can wait for the mother.")
    if found.mother_unwell:
        raise Refused("This is written down already.")
    if needs_words(because):
        raise Refused("Say how the mother is, and who said so.", field="because")
    try:
        pack_on(on).timescale(LONGER)
    except NotInPack:
        raise Refused("There is no longer limit for this here.") from None
    found.mother_unwell = because.strip()
    found.save()
    return found


def born_with(plan: ProtectionPlan, child: Person) -> bool:
    return bool(child.born_on and plan.started_on and child.born_on >= plan.started_on)
