"""S2-01: I am worried about a child. Anybody, no name, at most eight questions; a receipt and never an outcome."""

import re

import pytest

from kith.directory.models import DutyTurn
from kith.involvement.acts import contacts as acts
from kith.involvement.models import Contact, ContactChild, Teller

WORDS = {"words": "He is at the window every evening, alone.", "key": "one-form"}


def text(page):
    return page.content.decode()


@pytest.mark.parametrize("reader", ["", "aisha", "priya", "kelly"])
def test_one_answer_is_enough_from_anyone_and_the_answer_is_a_reference_alone(cast, browse, reader):
    page = browse(reader).post("/tell-us/", WORDS)
    assert page.status_code == 200
    contact = Contact.objects.get()
    assert contact.reference in text(page)
    assert (contact.source, contact.told_by_id, contact.taken_by_id) == ("9", None, None)
    assert Teller.objects.get().name == ""


def test_it_asks_eight_questions_at_most_and_999_comes_first(cast, browse):
    page = text(browse("").get("/tell-us/"))
    asked = set(re.findall(r'name="([a-z_]+)"', page.partition("<main")[2])) - {"csrfmiddlewaretoken", "key"}
    assert len(asked) == 8
    assert page.index("ring 999") < page.index("What are you worried about")


def test_a_district_worker_without_training_gives_the_housing_code(cast, browse):
    browse("").post("/tell-us/", {**WORDS, "source": "4", "children": "Lila Marsh, 6\nher brother", "name": "Col"})
    assert Contact.objects.get().source == "4"
    assert ContactChild.objects.count() == 2
    assert Teller.objects.get().name == "Col"


def test_sent_twice_it_is_one_contact_with_the_same_reference(cast, browse):
    client = browse("")
    first, again = (text(client.post("/tell-us/", WORDS)) for _ in range(2))
    reference = Contact.objects.get().reference
    assert reference in first
    assert reference in again


def test_nothing_said_is_a_clear_error_and_the_rest_stays(cast, browse):
    page = browse("").post("/tell-us/", {"words": " ", "where": "9 Fisher Steps", "key": "k"})
    assert page.status_code == 422
    assert "A few words are enough" in text(page)
    assert "9 Fisher Steps" in text(page)


def test_no_match_is_ever_shown(cast, browse):
    known = text(browse("").post("/tell-us/", {**WORDS, "children": "Maya Okafor-Nowak, 9"}))
    reference = Contact.objects.get().reference
    unknown = text(browse("").post("/tell-us/", {"words": WORDS["words"], "key": "other", "children": "Zed Nobody"}))
    other = Contact.objects.exclude(reference=reference).get().reference
    blank = lambda page: re.sub(r'value="[^"]*"', "", page.replace(reference, "R").replace(other, "R"))  # noqa: E731
    assert blank(known) == blank(unknown)


def test_when_too_many_come_at_once_what_was_typed_stays_and_a_number_is_there(cast, browse, monkeypatch):
    monkeypatch.setattr(acts, "MOST_AT_ONCE", 0)
    page = browse("").post("/tell-us/", WORDS)
    assert page.status_code == 422
    assert WORDS["words"] in text(page)
    assert DutyTurn.objects.get().phone in text(page)
