"""Where a looked-after child lives: a home begun, what is noted of it, and why it ended (E19-E21, E37).

The address is kept where every address is, and kept from whom it must be from the first moment.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.involvement import rules
from kith.involvement.acts.holding import born_by, one_of, pack_on
from kith.involvement.acts.looked_after import care_on, visit_anew
from kith.involvement.models import Placement
from kith.packs import Pack
from kith.people.acts.homes import leave_inside, place_inside
from kith.people.models import Address, Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.Placement"
_NOTED = (
    "provider",
    "with_whom",
    "approved_by",
    "approved_on",
    "area_told_on",
    "away",
    "at_once",
    "for_now",
    "lasting",
)


@act(
    "{by} recorded a new home of {about}, who is looked after.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes=_MADE,
)
def begin_placement(
    *,
    by: Actor,
    about: Person,
    on: date,
    kind: str,
    address: Address | None = None,
    lines: str = "",
    postcode: str = "",
    kept_from: Sequence[Person] = (),
    kept_because: str = "",
    kept_review_on: date | None = None,
    why_ended: str = "",
    what_ended: str = "",
    **noted: Any,
) -> Placement:
    """A home from that day on; the one before ends, unless this is only for a time. A child who was not looked after is
    from then: the law is asked for on their page. `why_ended`, `what_ended`: of the home before. `noted`: as
    `note_placement` takes it. The address may be told later.

    Raises Refused: no kind, or an answer that is not the pack’s; a day to come; an address kept from somebody without a
    reason.
    """
    pack = pack_on(on)
    _must_be_a_home(pack, kind, why_ended)
    if on > by.today:
        raise Refused("That day has not come yet. Record it when the child has moved.", field="on")
    born_by(about, on, "on")
    care = care_on(by, about, on)
    made = Placement(person=about, care=care, kind=kind, began_on=on, limit=pack.code(rules.KIND, kind).limit)
    made.temporary = kind in pack.flagged(rules.KIND, "temporary")
    _note(made, noted, on)
    if not made.temporary:
        _end_before(made, why_ended, what_ended)
    if address is not None or lines.strip():
        made.residence = place_inside(
            by,
            about,
            on,
            address=address,
            lines=lines,
            postcode=postcode,
            kept_from=kept_from,
            because=kept_because,
            review_on=kept_review_on,
        )
        if made.ended_on:
            leave_inside(made.residence, made.ended_on)
    made.save()
    visit_anew(care, pack)
    made.refresh_from_db()
    return made


@act("{by} added to what is known of a home of {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def note_placement(*, by: Actor, about: Person, on: date, placement: Placement, **noted: Any) -> Placement:
    """Provider, who with, whether it is meant to last or approved for now, whether it is outside our area, who approved
    that and when the other council was told (E21). What is not given stays as it was.

    Raises Refused: another child’s; an answer that is not the pack’s; a day to come.
    """
    found = _own(about, placement)
    _note(found, noted, on)
    for name in ("area_told_on", "approved_on"):
        if (day := getattr(found, name)) and day > by.today:
            raise Refused("That day has not come yet.", field=name)
    found.save()
    visit_anew(found.care, pack_on(on))
    return found


@act("{by} recorded that a home of {about} ended.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, story=True)
def end_placement(
    *, by: Actor, about: Person, on: date, placement: Placement, why_ended: str = "", what_ended: str = ""
) -> Placement:
    """It ended, and where the child lives now is asked for. Raises Refused: another child’s; ended already; an answer
    that is not the pack’s; before it began, or a day to come.
    """
    found = _own(about, placement)
    one_of(pack_on(on), "placement_ended", why_ended, "why_ended")
    if found.ended_on:
        raise Refused("This has ended already.")
    if not found.began_on <= on <= by.today:
        raise Refused("It ended between the day it began and today.", field="on")
    _end(found, on, why_ended, what_ended)
    return found


def _must_be_a_home(pack: Pack, kind: str, why_ended: str) -> None:
    if not kind:
        raise Refused("Say what kind of home it is.", field="kind")
    for key, code, field in ((rules.KIND, kind, "kind"), ("placement_ended", why_ended, "why_ended")):
        one_of(pack, key, code, field)


def _note(home: Placement, noted: dict[str, Any], on: date) -> None:
    one_of(pack_on(on), "placement_provider", noted.get("provider", ""), "provider")
    for name in _NOTED:
        value = noted.get(name)
        if value is not None and value != "":
            setattr(home, name, value.strip() if isinstance(value, str) else value)


def _end_before(made: Placement, why_ended: str, what_ended: str) -> None:
    """Every home that went on that day ends as this one begins; told late, this one ends as the next began."""
    homes = Placement.objects.filter(care=made.care).select_related("residence")
    for before in homes.filter(began_on__lte=made.began_on, ended_on=None):
        _end(before, made.began_on, why_ended, what_ended)
    for overlapping in homes.filter(began_on__lte=made.began_on, ended_on__gt=made.began_on, temporary=False):
        _end(overlapping, made.began_on, overlapping.why_ended, "")
    later = homes.filter(began_on__gt=made.began_on, temporary=False).order_by("began_on").first()
    made.ended_on = later.began_on if later else None


def _end(home: Placement, on: date, why_ended: str, what_ended: str) -> None:
    home.ended_on, home.why_ended = on, why_ended or home.why_ended
    home.what_ended = what_ended.strip() or home.what_ended
    home.save()
    if home.residence:
        leave_inside(home.residence, on)


def _own(about: Person, placement: Placement) -> Placement:
    homes = Placement.objects.select_related("care", "residence")
    found = homes.filter(pk=placement.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found
