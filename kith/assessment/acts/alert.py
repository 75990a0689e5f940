"""Being alert together: signs ticked on what was recorded, and what is made of several of them (S2-05)."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment import rules
from kith.assessment.models import IndicatorSeen, PatternLook
from kith.packs import NotInPack, Pack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import Act


@act("{by} ticked signs on a record of {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def tick_signs(
    *, by: Actor, about: Person, on: date, event: Act, signs: Sequence[str], words: str = ""
) -> list[IndicatorSeen]:
    """What one record shows: a visit, words, a contact, what somebody told. The day is the record's own. A sign that
    was ticked on it before stays as it was. Raises Refused: none chosen, one there is none of, another child's record.
    """
    if event.person_id != about.pk:
        raise Refused("This record is another child’s.")
    if not signs:
        raise Refused("Tick at least one sign.", field="signs")
    harms = {code: _harm_of(_pack(on), code) for code in signs}
    there = set(IndicatorSeen.objects.filter(person=about, event=event).values_list("sign", flat=True))
    made = [
        IndicatorSeen(
            person=about,
            harm=harm,
            sign=code,
            event=event,
            seen_on=event.happened_on,
            words=words.strip(),
            ticked_on=by.today,
            ticked_by_name=by.name,
        )
        for code, harm in harms.items()
        if code not in there
    ]
    for one in made:
        one.save()
    return made


@act(
    "{by} looked at signs on records of {about} together.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.PatternLook",
)
def look_at_pattern(
    *, by: Actor, about: Person, on: date, harm: str, made_of_it: str = "", next_step: str = ""
) -> PatternLook:
    """What several signs are taken to mean, and what we do next. With only one of them it is kept and the signs go on
    asking (design 7.1): nothing closes them but both, in words. Raises Refused: neither, or no signs that ask.
    """
    if not (made_of_it.strip() or next_step.strip()):
        raise Refused("Write what you make of it, and what happens next.", field="made_of_it")
    standing = IndicatorSeen.objects.filter(person=about, harm=harm)
    pattern = _of(rules.patterns(standing, _pack(on)), harm)
    if pattern is None:
        raise Refused("No signs ask to be looked at together.")
    look = PatternLook(
        person=about,
        harm=harm,
        made_of_it=made_of_it.strip(),
        next_step=next_step.strip(),
        looked_on=on,
        looked_by_id=by.account_id,
        looked_by_name=by.name,
    )
    look.save()
    if rules.is_whole(look):
        for one in pattern.signs:
            if not one.look_id:
                one.look = look
                one.save(update_fields=["look", "latest_act"])
    return look


def _of(found: Sequence[rules.Pattern], harm: str) -> rules.Pattern | None:
    return next((one for one in found if one.harm == harm), None)


def _harm_of(pack: Pack, code: str) -> str:
    try:
        return pack.sign(code)[0].key
    except NotInPack:
        raise Refused("Choose signs from the list.", field="signs") from None


def _pack(on: date) -> Pack:
    return packs.pack_for(settings.PACK, on)
