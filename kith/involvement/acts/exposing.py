"""Someone who may be a danger comes close to a child: who is told, who takes it up, and who is next if nobody does."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.involvement import rules
from kith.involvement.models import Exposure
from kith.people.models import Person, RiskFlag
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_LOOKED = "{by} looked at who is around {about}."
_TELLS = "Someone who may be a danger is close to a child you answer for. Open it and say what you have done."


@act(_LOOKED, tie=False, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Exposure")
def find_exposure(
    *, by: Actor, about: Person, on: date, flag: RiskFlag, ways: list[str], ladder: list[tuple[int, str]]
) -> Exposure:
    """Found by the system: told at once to the first of the ladder (lead worker, cover, managers, duty), each an
    account and a name. With an empty ladder it stands on the team's list, told to nobody.
    """
    found = Exposure(person=about, flag=flag, ways=ways, found_at=by.now)
    _tell(found, rules.next_told(ladder, []), by)
    found.save()
    return found


@act(_LOOKED, tie=False, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Exposure")
def change_exposure(*, by: Actor, about: Person, on: date, exposure: Exposure, ways: list[str]) -> Exposure:
    """They are close in other ways than before: found by the system. Whoever was told stays told, since when they
    were: who has not acted yet finds it there.
    """
    exposure.ways = ways
    exposure.save()
    return exposure


@act(_LOOKED, tie=False, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Exposure")
def pass_on_exposure(
    *, by: Actor, about: Person, on: date, exposure: Exposure, ladder: list[tuple[int, str]]
) -> Exposure:
    """Nobody took it up within the limit: the next of the ladder is told, and the one before stays told."""
    _tell(exposure, rules.next_told(ladder, [*exposure.told_before, exposure.told_id]), by)
    exposure.save()
    return exposure


@act("{by} acted on who is around {about}.", staff_only=True, makes="involvement.Exposure")
def take_up_exposure(
    *, by: Actor, about: Person, on: date, exposure: Exposure, action: str, what_was_done: str
) -> Exposure:
    """ "I have this, and have done ..." (S2-06). Raises Refused: taken already, no action, no words."""
    if exposure.taken_at:
        raise Refused(f"{exposure.taken_by_name} has taken this up already.")
    if action not in dict(packs.pack_for(settings.PACK, on).choices("exposure_action")):
        raise Refused("Choose what you have done.", field="action")
    if needs_words(what_was_done):
        raise Refused("Say what you have done to keep the child safe.", field="what_was_done")
    exposure.taken_by_id, exposure.taken_by_name, exposure.taken_at = by.account_id, by.name, by.now
    exposure.action, exposure.what_was_done = action, what_was_done.strip()
    exposure.save()
    return exposure


@act(_LOOKED, tie=False, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Exposure")
def end_exposure(*, by: Actor, about: Person, on: date, exposure: Exposure) -> Exposure:
    """No longer close, no longer noted as a danger, or closer than when somebody acted: found by the system."""
    exposure.ended_on = on
    exposure.save()
    return exposure


def _tell(exposure: Exposure, who: tuple[int, str] | None, by: Actor) -> None:
    if who is None:
        return
    if exposure.told_id:
        exposure.told_before = [*exposure.told_before, exposure.told_id]
    exposure.told_id, exposure.told_name = who
    exposure.told_at = by.now
    notify(exposure.told_id, "exposure", exposure.person, _TELLS)
