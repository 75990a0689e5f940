"""Ways for a worry to reach us, and to decide about it, for the tests of the front door."""

from datetime import date
from typing import Any

from kith.access import acting_as
from kith.calendar import PartDate
from kith.involvement.acts import decide_contact, match_child, take_contact
from kith.involvement.models import Contact, ContactChild
from kith.involvement.rules import Decided, ToldOf

MAYA = ToldOf("Maya", "Okafor-Nowak", PartDate(date(2017, 3, 4), "day"), own_words="I hide the bread.")
LEO = ToldOf("Leo", "Okafor-Nowak", PartDate(date(2020, 6, 11), "day"), not_asked_because="too_young")
NIA = ToldOf("Nia", "Bello", PartDate(date(2019, 5, 5), "day"))
WORRY = "They come to school hungry every Monday."
CALLER = {"name": "Marsha Lind", "agency_name": "St Anne's", "role": "safeguarding lead", "reach": "01632 960777"}


def told(cast: Any, *children: ToldOf, by: str = "theo", **details: Any) -> Contact:
    given = {"words": WORRY, "children": children or (MAYA, LEO), "how": "phone", "source": "2A", "teller": CALLER}
    actor = cast.actors[by]
    with acting_as(actor):
        return take_contact(by=actor, **{**given, **details})


def child_of(contact: Contact, place: int = 1) -> ContactChild:
    return ContactChild.objects.get(contact=contact, place=place)


def found(cast: Any, contact: Contact, place: int, person: Any, by: str = "theo") -> Any:
    actor = cast.actors[by]
    with acting_as(actor):
        return match_child(by=actor, about=person, child=child_of(contact, place))


def whole(child: ContactChild, outcome: str = "referral", **given: Any) -> Decided:
    """A decision that lacks nothing, at level 3."""
    level = given.get("level", "3")
    sign = {"1": "1-growing", "2": "2-new-strain", "3": "3-needs-unmet", "4": "4-neglect"}[level]
    said = {
        "level": "3",
        "indicators": (sign,),
        "why_not_above": "Nobody has seen an injury, and food is there on other days.",
        "why_not_below": "Early help was tried in May and food is missing again.",
        "reasons": f"Hungry at school four weeks running; {child.called} falls asleep in lessons.",
        "child_view": "It weighed most: whoever hides bread does not trust that there will be more.",
        "no_bottom_lines_because": "Nobody at home is known to be a danger to them.",
        "would_change": "Food every day for a month, and the children saying so themselves.",
        "offered": "The breakfast club, from tomorrow, and the school nurse.",
        "family_told": "told",
        "family_told_words": "Kelly was rung and knows what happens next.",
        "released": "We will see the children this week, because going hungry at their age harms how they grow.",
    }
    return Decided(child=child, outcome=outcome, **{**said, **given})


def decide(cast: Any, contact: Contact, *decided: Decided, about: Any = (), by: str = "theo", **more: Any) -> Any:
    actor = cast.actors[by]
    with acting_as(actor):
        return decide_contact(by=actor, about=list(about), contact=contact, decided=decided, **more)
