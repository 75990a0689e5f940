"""A code the pack does not have is refused by the act itself, whoever sends it, and nothing is saved."""

import pytest

from kith.access import acting_as
from kith.people import acts
from kith.people.models import Asking, GettingOn, MapPlace, Offer, TreeConfirmation
from kith.record import Refused

PLACE = {"kind": "friend", "ring": 1, "called": "Bea"}
OFFER = {"role": "daytime", "called": "Nan", "what": "Collects Sam."}
NOTE = {"quality": "close", "said_by": "Maya"}
ASKING = {"topic": "father", "outcome": "told_us", "asked_who": "Nan"}


@pytest.mark.parametrize(
    ("act", "given", "field"),
    [
        ("put_on_map", {**PLACE, "kind": "dragon"}, "kind"),
        ("put_on_map", {**PLACE, "ring": 4}, "ring"),
        ("put_on_map", {**PLACE, "line": "wavy"}, "line"),
        ("put_on_map", {**PLACE, "flow": "up"}, "flow"),
        ("put_on_map", {**PLACE, "whose": "nobody"}, "whose"),
        ("record_offer", {**OFFER, "role": "dragon"}, "role"),
        ("note_getting_on", {**NOTE, "quality": "dragon"}, "quality"),
        ("record_asking", {**ASKING, "topic": "dragon"}, "topic"),
        ("record_asking", {**ASKING, "outcome": "dragon"}, "outcome"),
        ("confirm_tree", {"family_asked": "dragon"}, "family_asked"),
    ],
)
def test_a_code_the_pack_does_not_have_is_refused(cast, act, given, field):
    if act == "note_getting_on":
        given = {**given, "one": cast.maya, "other": cast.leo}
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refused:
            getattr(acts, act)(by=cast.aisha, about=cast.maya, **given)
        assert refused.value.field == field
        assert not any(model.objects.exists() for model in (MapPlace, Offer, GettingOn, Asking, TreeConfirmation))
