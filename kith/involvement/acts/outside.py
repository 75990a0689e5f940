"""Harm outside the home: places of worry, who is linked to them, and looks at what pulls and what protects.

One sentence serves them all: a line about a place must not tell one young person of another.
"""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.involvement.acts.holding import one_of, pack_on
from kith.involvement.models import PlaceLink, Screening, WorryPlace
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_SAYS = "{by} wrote down something about {about} outside the home."
_PLACE = ("worry", "pattern", "safer", "action", "owner_name", "done_words")
_LINK = ("push", "pull", "with_whom")
_SCREEN = (
    *("signs", "push", "pull", "strengths", "no_strength_because"),
    *("child_words", "not_asked_because", "what_it_means"),
)


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.PlaceLink")
def link_place(
    *,
    by: Actor,
    about: Person,
    on: date,
    why: str,
    place: WorryPlace | None = None,
    name: str = "",
    kind: str = "",
    worry: str = "",
    **told: str,
) -> PlaceLink:
    """This child's own line to a place that is known, or to one that is told now. `told`: push, pull, with_whom.

    Raises Refused: no place and no name; nothing said of why; linked already; a kind the pack has not; a day to come.
    """
    if not why.strip():
        raise Refused("Say what links them to the place.", field="why")
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    if place is None:
        place = _new_place(on, name, kind, worry or why)
    elif PlaceLink.objects.filter(person=about, place=place, ended_on=None).exists():
        raise Refused("They are linked to this place already.", field="place")
    link = PlaceLink(
        person=about, place=place, why=why.strip(), since_on=on, **{one: told.get(one, "").strip() for one in _LINK}
    )
    link.save()
    return link


def _new_place(on: date, name: str, kind: str, worry: str) -> WorryPlace:
    if not name.strip():
        raise Refused("Name the place.", field="name")
    if not kind:
        raise Refused("Choose what kind of place it is.", field="kind")
    one_of(pack_on(on), "place_kind", kind, "kind")
    place = WorryPlace(name=name.strip(), kind=kind, worry=worry.strip())
    place.save()
    return place


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.PlaceLink")
def note_place(*, by: Actor, about: Person, on: date, link: PlaceLink, owner: Any = None, **told: Any) -> PlaceLink:
    """What is seen at the place, when and with whom, what makes it safer, who does what about it by when, and that it
    is done: of the place, not of any child. Raises Refused: another child's; done on a day to come.
    """
    if link.person_id != about.pk:
        raise Refused("This is another child’s.")
    if told.get("done_on") and told["done_on"] > by.today:
        raise Refused("That day has not come yet.", field="done_on")
    place = link.place
    for name in (*_PLACE, "act_by", "done_on"):
        if name in told:
            setattr(place, name, told[name].strip() if isinstance(told[name], str) else told[name])
    if owner is not None:
        place.owner_id, place.owner_name = owner.account_id, owner.name
    place.save()
    return link


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.PlaceLink")
def unlink_place(*, by: Actor, about: Person, on: date, link: PlaceLink) -> PlaceLink:
    """They are linked to it no more. Raises Refused: another child's; over already."""
    if link.person_id != about.pk:
        raise Refused("This is another child’s.")
    if link.ended_on:
        raise Refused("This is over already.")
    link.ended_on = max(on, link.since_on)
    link.save()
    return link


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Screening")
def screen_outside(
    *, by: Actor, about: Person, on: date, dangers: Any = (), screening: Screening | None = None, **told: Any
) -> Screening:
    """Dangers and strengths as they are found, kept whatever is missing; the same look is added to until it is
    finished. Raises Refused: another child's; finished; an answer the pack has not; a day to come.
    """
    pack = pack_on(on)
    for code in dangers:
        one_of(pack, "outside_danger", code, "dangers")
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    row = _own(about, screening) if screening else Screening(person=about)
    row.looked_on, row.dangers = on, list(dangers)
    for name in (*_SCREEN, "review_on"):
        if name in told:
            setattr(row, name, told[name].strip() if isinstance(told[name], str) else told[name])
    row.review_on = row.review_on or pack.due("screening-again", on)
    row.save()
    return row


@act(_SAYS, needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes="involvement.Screening")
def finish_screening(*, by: Actor, about: Person, on: date, screening: Screening) -> Screening:
    """Finished with dangers and strengths both: strengths, or how we looked and found none that protects (design 7.5);
    the young person's words, or why they were not asked; what it means. Raises Refused: any of it missing; finished.
    """
    row = _own(about, screening)
    if needs_words(row.strengths) and needs_words(row.no_strength_because):
        raise Refused("Write what protects them, or how you looked and found nothing.", field="strengths")
    if needs_words(row.child_words) and needs_words(row.not_asked_because):
        raise Refused("Write what they said, or why they were not asked.", field="child_words")
    if needs_words(row.what_it_means):
        raise Refused("Write what it means, and what happens next.", field="what_it_means")
    row.finished_on, row.finished_by = on, by.name
    row.save()
    return row


def _own(about: Person, screening: Screening) -> Screening:
    found = Screening.objects.filter(pk=screening.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    if found.finished_on:
        raise Refused("This look is finished. Begin another.")
    return found
