"""An adult's own support: kept beside the child's record, so that nobody has to meet the need in the child's time."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.packs import Pack
from kith.people.models import AdultSupport, Person
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down that an adult around {about} needs support of their own.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.AdultSupport",
    staff_only=True,
)
def note_adult_support(
    *,
    by: Actor,
    about: Person,
    on: date,
    other: Person,
    need: str,
    need_words: str = "",
    asked_who: str = "",
    asked_on: date | None = None,
    state: str = "to_ask",
    next_step: str = "",
    next_on: date | None = None,
    on_child: str = "",
    on_offer: str = "",
) -> AdultSupport:
    """Saved with whatever is known: who is asked, and what happens next, are shown as owed until they are written
    (design 7.1); what it means for the child and for how we work with them is owed before an assessment is signed
    (S2-19). Raises Refused: the child themselves; a code there is none of; a line for this need is open already.
    """
    pack = packs.pack_for(settings.PACK, on)
    if other == about:
        raise Refused(
            "Choose the adult this support is for. The child’s own needs belong on the child’s page.", "other"
        )
    if need not in dict(pack.choices("adult_need")):
        raise Refused("Choose what they need support with.", field="need")
    _known(pack, state)
    if AdultSupport.objects.filter(person=about, other=other, need=need, ended_on=None).exists():
        raise Refused(f"This is written down for {other.called} already. Say what has changed in it.", field="need")
    line = AdultSupport(
        person=about, other=other, need=need, need_words=need_words.strip(), asked_on=asked_on, noted_on=on
    )
    line.on_child, line.on_offer = on_child.strip(), on_offer.strip()
    return _stands(line, pack, on, state, asked_who, next_step, next_on)


@act(
    "{by} wrote down how an adult’s own support stands around {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.AdultSupport",
    staff_only=True,
)
def change_adult_support(
    *,
    by: Actor,
    about: Person,
    on: date,
    line: AdultSupport,
    state: str,
    asked_who: str = "",
    asked_on: date | None = None,
    next_step: str = "",
    next_on: date | None = None,
    on_child: str | None = None,
    on_offer: str | None = None,
) -> AdultSupport:
    """How it stands now; an effect that is not said again stays. What stood before is kept in the history. Raises
    Refused: ended already, no such state.
    """
    if line.ended_on:
        raise Refused("This has ended already.")
    pack = packs.pack_for(settings.PACK, on)
    _known(pack, state)
    line.asked_on = asked_on or line.asked_on
    line.on_child = line.on_child if on_child is None else on_child.strip()
    line.on_offer = line.on_offer if on_offer is None else on_offer.strip()
    return _stands(line, pack, on, state, asked_who, next_step, next_on)


def _known(pack: Pack, state: str) -> None:
    if state not in dict(pack.choices("adult_support")):
        raise Refused("Choose how it stands.", field="state")


def _stands(
    line: AdultSupport, pack: Pack, on: date, state: str, asked_who: str, next_step: str, next_on: date | None
) -> AdultSupport:
    line.state, line.asked_who = state, asked_who.strip()
    line.next_step, line.next_on = next_step.strip(), next_on
    line.ended_on = on if state in pack.flagged("adult_support", "ends") else None
    line.save()
    return line
