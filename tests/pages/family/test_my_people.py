"""A parent's own picture of their child's people: only what they may see, and nothing a child said in confidence."""

import pytest

from kith.access import acting_as
from kith.people import acts
from tests.people.doing import a_risk
from tests.people.test_describing import seal
from tests.visits.going import text


def people_of(cast, child="maya"):
    return f"/p/people/{cast.people[child].ref}/"


def test_a_mother_finds_it_from_her_page_and_sees_those_she_is_tied_to(cast, browse):
    kelly = browse("kelly")
    assert people_of(cast, "sam") in kelly.get("/p/").content.decode()
    page = text(kelly.get(people_of(cast, "sam")))
    for shown in ("Sam Okafor", "Maya Okafor-Nowak", "Leo Okafor-Nowak", "Kelly Okafor"):
        assert shown in page
    assert "Tomek" not in page


def test_no_home_no_danger_and_not_how_people_get_on(cast, browse):
    with acting_as(cast.aisha):
        a_risk(cast, cast.aisha, adult=cast.people["kelly"])
        acts.note_getting_on(
            by=cast.aisha,
            about=cast.maya,
            one=cast.maya,
            other=cast.people["kelly"],
            quality="strained",
            said_by="Maya",
        )
    for reader in ("kelly", "tomek"):
        page = browse(reader).get(people_of(cast)).content.decode()
        for hidden in ("Larkspur", "Tanner", "Mum’s", "protected", "frightens", "strained"):
            assert hidden not in page, (reader, hidden)


def test_what_the_child_calls_people_is_shown_only_where_the_child_says_so(cast, browse):
    with acting_as(cast.aisha):
        for other, called, told in (("kelly", "Mummy bear", True), ("leo", "Stinky", False)):
            acts.put_on_map(
                by=cast.aisha,
                about=cast.maya,
                kind="family",
                ring=1,
                whose="child",
                called=called,
                other=cast.people[other],
                family_may_see=told,
            )
    page = browse("kelly").get(people_of(cast)).content.decode()
    assert "Mummy bear" in page
    assert "Stinky" not in page
    assert page.count("kith-drawing__heart") == 1


@pytest.mark.parametrize("reader", ["gary", "priya", "aisha"])
def test_it_is_not_there_for_anybody_else(cast, browse, reader):
    assert browse(reader).get(people_of(cast)).status_code == 404


def test_one_is_no_child_of_ones_own_and_a_sealed_child_is_not_there(cast, browse):
    assert browse("kelly").get(people_of(cast, "kelly")).status_code == 404
    assert browse("tomek").get(people_of(cast, "sam")).status_code == 404
    seal(cast, "maya")
    assert browse("kelly").get(people_of(cast)).status_code == 404
    assert "Maya" not in browse("kelly").get(people_of(cast, "sam")).content.decode()


def test_nobody_signed_in_is_asked_to_sign_in(cast, browse):
    assert browse("").get(people_of(cast)).status_code == 302
