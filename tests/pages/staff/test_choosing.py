"""Taking in with one tap, leaving out with a reason, linking two records of one event: by plain posts."""

import pytest

from kith.access import acting_as
from kith.directory.models import Agency
from kith.record.models import Act
from kith.story.models import Entry, History
from tests.story.telling import act_named, on, taken, told
from tests.voice.hearing import heard


def at(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "story", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def work(cast):
    with acting_as(cast.aisha):
        return act_named(cast, "begin_work")


def test_a_suggestion_is_taken_in_with_one_post_and_asks_what_it_meant(cast, browse):
    aisha, event = browse("aisha"), work(cast)
    page = text_of(aisha.get(at(cast)))
    assert "Suggested for the story" in page
    assert "Our work with Maya began." in page
    answer = aisha.post(at(cast, event.pk, "take"))
    assert (answer.status_code, answer.url) == (303, at(cast) + "#suggested")
    entry = Entry.objects.get()
    assert (entry.standing, entry.significance, entry.line, entry.lens) == (
        "taken",
        2,
        "Our work with Maya began.",
        "help",
    )
    page = text_of(aisha.get(at(cast)))
    assert f'Taken into the story. <a href="{at(cast, event.pk, "meant")}">What did it mean for Maya?</a>' in page
    assert aisha.post(at(cast, event.pk, "take")).status_code == 303, "twice is no harm"
    assert "This is in the story already." in text_of(aisha.get(at(cast)))
    assert Entry.objects.count() == 1
    assert aisha.get(at(cast, event.pk, "take")).status_code == 404, "a link takes nothing in"


def test_an_everyday_event_may_be_taken_in_as_well(cast, browse):
    with acting_as(cast.aisha):
        begun = act_named(cast, "begin_record")
    browse("aisha").post(at(cast, begun.pk, "take"))
    assert Entry.objects.get().significance == 1


def test_leaving_out_asks_why_and_keeps_it(cast, browse):
    aisha, event = browse("aisha"), work(cast)
    page = aisha.post(at(cast, event.pk, "leave"), {"because": ""})
    assert page.status_code == 422
    assert "Say why this is not for the story." in text_of(page)
    assert aisha.post(at(cast, event.pk, "leave"), {"because": "Told in Leo's story."}).status_code == 303
    assert Entry.objects.get().because == "Told in Leo's story."
    page = text_of(aisha.get(at(cast)))
    assert "Our work with Maya began." not in page
    assert "because: Told in Leo&#x27;s story." in text_of(aisha.get(at(cast) + "?lens=all"))


def test_a_childs_words_are_not_offered_to_be_left_out(cast, browse):
    with acting_as(cast.aisha):
        said = heard(cast, cast.aisha, "He held my arm", "harm")
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast)))
    assert at(cast, said.act_id, "take") in page
    assert at(cast, said.act_id, "leave") not in page
    refused = aisha.post(at(cast, said.act_id, "leave"), {"because": "x"})
    assert (refused.status_code, "What a child said stays in their story." in text_of(refused)) == (422, True)


def two_records(cast):
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        one = told(cast, cast.aisha, "Police came to the flat at night.", happened=on(2025, 5, 3))
        two = told(cast, cast.aisha, "Police at the flat in the night.", happened=on(2025, 5, 3), agency=health)
    return one.act_id, two.act_id


def test_two_records_are_linked_shown_as_one_and_parted_again(cast, browse):
    aisha, (one, two) = browse("aisha"), two_records(cast)
    page = text_of(aisha.get(at(cast)))
    assert "One event, or two?" in page
    assert at(cast, one, "same", two) in page
    assert aisha.get(at(cast, one, "same", two)).status_code == 200
    assert aisha.post(at(cast, one, "same", two), {}).status_code == 422
    assert aisha.post(at(cast, one, "same", two), {"shown": one}).status_code == 303
    page = text_of(aisha.get(at(cast)))
    assert "Also recorded by Kelly, Northcliff 0-19 Health" in page
    assert "One event, or two?" not in page
    assert History.objects.count() == 2, "nothing is deleted"
    assert aisha.get(at(cast, two, "part")).status_code == 404
    assert aisha.post(at(cast, two, "part")).status_code == 303
    assert "Also recorded by" not in text_of(aisha.get(at(cast)))
    assert aisha.post(at(cast, two, "part")).status_code == 303
    assert "not linked with another" in text_of(aisha.get(at(cast)))


def test_what_the_family_tells_of_an_event_is_shown_beside_it(cast, browse):
    aisha, event = browse("aisha"), work(cast)
    with acting_as(cast.aisha):
        taken(cast, cast.aisha, event)
    assert "How do they tell it?" in text_of(aisha.get(at(cast, event.pk, "tell")))
    given = {
        "what": "We asked first.",
        "happened-year": "2026",
        "told_by": "Kelly",
        "lens": "help",
        "significance": "1",
    }
    assert aisha.post(at(cast, event.pk, "tell"), given).status_code == 303
    page = text_of(aisha.get(at(cast)))
    assert page.index("Our work with Maya began.") < page.index("Kelly tells it so:") < page.index("We asked first.")
    assert aisha.get(at(cast, 10**8, "tell")).status_code == 404


@pytest.mark.parametrize("page", ["take", "leave", "part", "tell", "meant"])
def test_another_childs_event_is_not_there_and_a_reader_may_choose_nothing(cast, browse, page):
    with acting_as(cast.aisha):
        leos = Act.objects.filter(person=cast.leo, name="begin_work").get()
    aisha, sol = browse("aisha"), browse("sol")
    assert aisha.post(at(cast, leos.pk, page), {"because": "x"}).status_code == 404
    event = work(cast)
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    assert (sol.get(at(cast, event.pk, page)).status_code, sol.post(at(cast, event.pk, page)).status_code) == (404, 404)
    assert aisha.get(at(cast, event.pk, "same", leos.pk)).status_code == 404
    assert aisha.get(at(cast, event.pk, "same", event.pk)).status_code == 404
    assert not Entry.objects.exists()


def test_a_partner_adds_what_their_agency_knows_and_sees_their_own_alone(cast, browse):
    priya = browse("priya")
    path = f"/partner/{cast.sam.ref}/story/"
    assert path in text_of(priya.get("/partner/"))
    given = {"what": "Missed two clinics.", "happened-month": "5", "happened-year": "2026", "lens": "health"}
    assert priya.post(path, {**given, "what": ""}).status_code == 422
    assert priya.post(path, given).status_code == 303
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "Kelly was tired.", about=cast.sam)
    page = text_of(priya.get(path))
    assert "Missed two clinics." in page
    assert "Kelly was tired." not in page
    aisha = browse("aisha")
    assert "Missed two clinics." in text_of(aisha.get(at(cast, child="sam")))
    assert "Another agency has added" in text_of(aisha.get("/today/"))
    assert priya.get(f"/partner/{cast.maya.ref}/story/").status_code == 404, "no tie to Maya"
    assert browse("aisha").get(path).status_code == 404
    assert browse("kelly").get(path).status_code == 404
    assert browse("").get(path).status_code == 302
