"""The family tree's and the map's pages: drawn, told, and every question asked of somebody who may write (S3-07)."""

import pytest

from kith.access import acting_as
from kith.people import acts

FORMS = ["map/put", "map/offer", "map/why-a-service", "tree/asked", "tree/still-right", "tree/getting-on"]
BESIDE_KELLY = ["add/parent", "add/child", "add/partner", "add/other"]
LINES = ["strong", "broken", "stressful", "thin"]


def at(cast, part):
    return f"/children/{cast.maya.ref}/{part}/"


@pytest.mark.parametrize("view", ["", "practice", "getting_on", "own"])
def test_the_tree_is_drawn_and_told(cast, browse, view):
    page = browse("aisha").get(at(cast, "tree"), {"view": view})
    assert page.status_code == 200
    assert "Kelly Okafor" in page.content.decode()


@pytest.mark.parametrize("whose", ["worker", "child"])
def test_a_map_is_drawn_and_told(cast, browse, whose):
    with acting_as(cast.aisha):
        for n, line in enumerate(LINES):
            given = {"kind": "family", "ring": 1 + n % 3, "line": line, "flow": "both", "whose": whose}
            acts.put_on_map(by=cast.aisha, about=cast.maya, called=f"Nan {n}", **given)
    page = browse("aisha").get(at(cast, "map"), {"whose": whose})
    assert page.status_code == 200
    assert page.content.decode().count("Nan 3") > 1


def test_every_form_of_the_tree_and_the_map_can_be_opened(cast, browse):
    aisha, kelly = browse("aisha"), cast.people["kelly"].ref
    for part in [*FORMS, *(f"tree/{kelly}/{what}" for what in BESIDE_KELLY)]:
        assert (part, aisha.get(at(cast, part)).status_code) == (part, 200)
