"""Ways for things to stand around Maya, for the tests of them."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import FamilyMeeting, Need, PlaceLink, Screening, Touchpoint
from tests.cast import TODAY

TOMORROW = TODAY + timedelta(days=1)
SCREENED = {
    "dangers": ["criminal"],
    "signs": "Two new telephones, and a coat nobody bought.",
    "strengths": "She rings her aunt from the bus, every time since June.",
    "child_words": "I only hold things for them.",
    "what_it_means": "She is being used to carry. We meet with police and school tomorrow.",
}


def needed(cast: Any, about: Any = None, **told: Any) -> Need:
    given = {"kind": "food", "what": "Food for the weekend", **told}
    with acting_as(cast.aisha):
        return acts.say_need(by=cast.aisha, about=about or cast.maya, **given)


def offered(cast: Any, **told: Any) -> FamilyMeeting:
    with acting_as(cast.aisha):
        given = {"offered_to": "Kelly, Tomek and Nan Rose", **told}
        return acts.offer_family_meeting(by=cast.aisha, about=cast.maya, **given)


def touched(cast: Any, kind: str = "ehc", by: str = "aisha", **told: Any) -> Touchpoint:
    actor = cast.actors[by]
    with acting_as(actor):
        given = {"on": TODAY - timedelta(days=10), **told}
        return acts.begin_touchpoint(by=actor, about=cast.maya, kind=kind, **given)


def linked(cast: Any, about: Any = None, **told: Any) -> PlaceLink:
    given = {"name": "The underpass by the mill", "kind": "street", "why": "She waits there after school.", **told}
    if "place" in given:
        given = {"why": given["why"], "place": given["place"]}
    with acting_as(cast.aisha):
        return acts.link_place(by=cast.aisha, about=about or cast.maya, **given)


def screened(cast: Any, **told: Any) -> Screening:
    with acting_as(cast.aisha):
        return acts.screen_outside(by=cast.aisha, about=cast.maya, **{**SCREENED, **told})
