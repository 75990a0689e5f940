"""The map of people and places, and the family's own network before any service (S0-05, N12)."""

import pytest

from kith.access import acting_as
from kith.people import acts
from kith.people.models import MapPlace, Offer, ServiceInstead
from tests.people.doing import a_place, an_offer
from tests.visits.going import text

FORMS = ["map/put", "map/offer", "map/why-a-service"]
LINES = ["strong", "broken", "stressful", "thin"]


def at(cast, part="map", child="maya"):
    return f"/children/{cast.people[child].ref}/{part}/"


@pytest.mark.parametrize("whose", ["worker", "child"])
def test_a_map_is_drawn_and_told(cast, browse, whose):
    with acting_as(cast.aisha):
        for n, line in enumerate(LINES):
            given = {"kind": "family", "ring": 1 + n % 3, "line": line, "flow": "both", "whose": whose}
            acts.put_on_map(by=cast.aisha, about=cast.maya, called=f"Nan {n}", **given)
    page = browse("aisha").get(at(cast), {"whose": whose})
    assert page.status_code == 200
    assert page.content.decode().count("Nan 3") > 1
    assert ("lead worker" in text(page)) is (whose == "worker")


def test_every_form_can_be_opened(cast, browse):
    for part in FORMS:
        assert (part, browse("aisha").get(at(cast, part)).status_code) == (part, 200)


def test_somebody_is_put_on_the_map_and_taken_off(cast, browse):
    aisha = browse("aisha")
    sent = {
        "whose": "child",
        "kind": "friend",
        "called": "Bea",
        "ring": "1",
        "line": "strong",
        "flow": "both",
        "what_for": "Best friend",
    }
    answer = aisha.post(at(cast, "map/put"), sent)
    assert (answer.status_code, answer.url) == (303, f"{at(cast)}?whose=child")
    with acting_as(cast.aisha):
        place = MapPlace.objects.get()
        assert (place.called, place.family_may_see) == ("Bea", False), "not told to parents unless the child says so"
    assert aisha.post(at(cast, f"map/{place.pk}/off"), {"because": "She moved."}).status_code == 303
    assert "Best friend" not in text(aisha.get(at(cast), {"whose": "child"}))
    assert aisha.post(at(cast, "map/put"), {**sent, "called": "", "what_for": "Keep these"}).status_code == 422


def test_an_offer_is_written_agreed_and_ended(cast, browse):
    aisha = browse("aisha")
    sent = {"role": "overnight", "called": "Nan Rose", "what": "Has Sam for the night."}
    assert aisha.post(at(cast, "map/offer"), sent).status_code == 303
    with acting_as(cast.aisha):
        offer = Offer.objects.get()
    assert "not agreed with the family yet" in text(aisha.get(at(cast)))
    assert aisha.post(at(cast, f"map/offers/{offer.pk}"), {"outcome": "agreed"}).status_code == 303
    assert "the family wants it" in text(aisha.get(at(cast)))
    assert aisha.post(at(cast, f"map/offers/{offer.pk}"), {"outcome": "ended", "because": "Ill."}).status_code == 303
    assert "ended" in text(aisha.get(at(cast)))
    kept = aisha.post(at(cast, "map/offer"), {**sent, "called": "", "what": "Every Tuesday"})
    assert (kept.status_code, "Every Tuesday" in kept.content.decode()) == (422, True)


def test_a_service_with_no_reason_and_a_near_one_with_no_part_are_questions(cast, browse):
    aisha = browse("aisha")
    assert aisha.post(at(cast, "map/why-a-service"), {"service": "Breakfast club"}).status_code == 303
    with acting_as(cast.aisha):
        assert ServiceInstead.objects.get().because == ""
        acts.put_on_map(by=cast.aisha, about=cast.maya, kind="family", ring=1, called="Uncle Chidi", flow="gives")
    page = text(aisha.get(at(cast)))
    assert "Breakfast club: why not the network?" in page
    assert "Uncle Chidi has no part yet" in page
    assert "A meeting of the family’s own people has not been offered yet." in page
    assert aisha.post(at(cast, "map/why-a-service"), {"service": " "}).status_code == 422


def test_a_row_of_another_child_is_not_on_this_page(cast, browse):
    with acting_as(cast.aisha):
        place, offer = a_place(cast, cast.aisha), an_offer(cast, cast.aisha)
    for part in (f"map/{place.pk}/off", f"map/offers/{offer.pk}"):
        assert browse("aisha").get(at(cast, part, "leo")).status_code == 404
        assert browse("aisha").get(at(cast, part)).status_code == 200


def test_another_team_is_asked_why_first(cast, browse):
    assert browse("sol").get(at(cast)).status_code == 302
    for part in FORMS:
        assert browse("sol").get(at(cast, part)).status_code in (302, 404)
