"""Handing over, and what a child said for themselves as their worker meets it."""

import pytest

from kith.access import acting_as
from kith.demo.pictures import garden
from kith.directory import handing
from kith.directory.models import Account, HandOver, Look
from kith.people.acts import describe_person
from kith.voice.acts import choose_person, react, say_in_corner
from kith.voice.models import Answer, Drawing, Wish, Words
from kith.voice.rules import Said
from tests.cast import TODAY
from tests.handing import PIN, child_actor, pin_for
from tests.pages.staff.test_voice import ANSWER, at, text_of


def over(cast, child="maya", now=""):
    return f"/children/{cast.people[child].ref}/hand-over/{now}"


def said(cast, *what, **more):
    maya = child_actor(cast)
    given = {"sheet": "dreams", "on_device": "Aisha Khan’s tablet", "owed_by_id": cast.aisha.account_id, **more}
    with acting_as(maya):
        words = list(what or [Said("wish", "a swing", question="What do you wish for?")])
        return say_in_corner(by=maya, about=cast.maya, said=words, **given)


# -- handing over


def test_it_is_offered_on_the_childs_page_and_beside_each_child_of_a_visit(cast, browse):
    aisha = browse("aisha")
    assert "Hand over to Maya" in text_of(aisha.get(f"/children/{cast.maya.ref}/"))
    visit = text_of(aisha.get(f"/children/{cast.maya.ref}/visits/record/"))
    for name in ("Maya", "Leo", "Sam"):
        assert f"Hand over to {name}, to say it on their own page" in visit


def test_it_asks_for_the_pin_and_says_what_will_happen(cast, browse):
    page = text_of(browse("aisha").get(over(cast)))
    for part in ("Hand over to Maya", "until your PIN or a full sign-in", "you cannot read it", "goes to duty"):
        assert part in page


@pytest.mark.parametrize(("pin", "says"), [("9753", "That is not your PIN."), ("", "Type your PIN.")])
def test_a_wrong_pin_hands_nothing_over(cast, browse, pin, says):
    pin_for(cast)
    aisha = browse("aisha")
    page = aisha.post(over(cast, now="now/"), {"device": "tablet", "pin": pin})
    assert page.status_code == 422
    assert says in text_of(page)
    assert not HandOver.objects.exists()
    assert aisha.get("/today/").status_code == 200


def test_without_a_pin_one_is_chosen_first(cast, browse):
    aisha = browse("aisha")
    page = text_of(aisha.post(over(cast, now="now/"), {"device": "tablet", "pin": PIN}))
    assert "You have no PIN yet." in page
    done = aisha.post("/pin/", {"pin": PIN, "again": PIN, "back": over(cast)})
    assert (done.status_code, done.url) == (303, over(cast))
    assert handing.pin_is(Account.objects.get(pk=cast.aisha.account_id), PIN)


@pytest.mark.parametrize(
    ("pin", "again", "says"), [("1234", "1234", "not all the same, not in a row"), (PIN, "2581", "are not the same")]
)
def test_a_pin_is_refused_in_words(cast, browse, pin, again, says):
    page = browse("aisha").post("/pin/", {"pin": pin, "again": again})
    assert page.status_code == 422
    assert says in text_of(page)


def test_who_may_not_write_about_the_child_may_not_hand_over(cast, browse):
    pin_for(cast, "sol")
    sol = browse("sol")
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    assert sol.get(over(cast)).status_code == 404
    assert sol.post(over(cast, now="now/"), {"device": "tablet", "pin": PIN}).status_code == 404
    for outsider in ("kelly", "priya", ""):
        answer = browse(outsider).post(over(cast, now="now/"), {"device": "tablet", "pin": PIN})
        assert (answer.status_code, answer.url) == (302, "/")
    assert not HandOver.objects.exists()


def test_opening_the_page_is_a_look(cast, browse):
    browse("aisha").get(over(cast))
    assert Look.objects.filter(person=cast.maya, page="handing over").exists()


# -- what came of it


def test_own_words_say_whose_hand_on_whose_device_and_what_was_asked(cast, browse):
    with acting_as(cast.aisha):
        describe_person(by=cast.aisha, about=cast.maya, pronouns="she/her")
    said(cast, may_tell=[])
    page = text_of(browse("aisha").get(at(cast)))
    for part in (
        "Maya wrote this herself on Aisha Khan’s tablet",
        "We had asked: “What do you wish for?”",
        "Maya did not say we may talk about this with family or at a meeting. Ask first.",
        "Receipt due by Thu 19 Nov",
    ):
        assert part in page, part


def test_words_an_adult_wrote_say_who(cast, browse):
    said(cast, scribe="Nan Rose", may_tell=["family", "meeting"])
    page = text_of(browse("aisha").get(at(cast)))
    assert "Nan Rose wrote this for Maya, as it was said, on Aisha Khan’s tablet" in page
    assert "Maya says we may talk about this with the family and the people at the meeting." in page


def test_a_drawing_is_shown_with_its_twin_and_one_without_asks_for_it(cast, browse):
    words = said(cast, Said("wish"), drawing=garden())
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast)))
    assert "What it shows is not written down yet." in page
    assert "Write what the drawing shows" in page
    picture = aisha.get(at(cast, "drawings", words.drawing.pk))
    assert picture["Content-Type"] == "image/png"
    done = aisha.post(at(cast, "drawings", words.drawing.pk, "shows"), {"text": "a swing, she says", "key": "d"})
    assert done.status_code == 303
    assert 'alt="a swing, she says"' in text_of(aisha.get(at(cast)))
    assert aisha.post(at(cast, "drawings", words.drawing.pk, "shows"), {"text": "more", "key": "e"}).status_code == 422


def test_a_receipt_is_one_press_and_it_is_asked_for_on_today(cast, browse):
    words = said(cast)
    aisha = browse("aisha")
    assert "Said in their own corner" in text_of(aisha.get("/today/"))
    done = aisha.post(at(cast, "words", words.pk, "got"), {"key": "g"}, follow=True)
    assert "It says so in their corner now." in text_of(done)
    assert "Aisha Khan told Maya we have it" in text_of(done)
    assert "Said in their own corner" not in text_of(aisha.get("/today/"))
    assert aisha.get(at(cast, "words", words.pk, "got")).status_code == 404


def test_words_that_tell_of_harm_are_marked_and_the_next_page_tells_duty(cast, browse):
    words = said(cast)
    aisha = browse("aisha")
    assert "Does this tell of harm?" in text_of(aisha.get(at(cast, "words", words.pk, "harm")))
    done = aisha.post(at(cast, "words", words.pk, "harm"), {"key": "h"})
    assert done.url == f"/worried/?child={cast.maya.ref}"
    assert Words.objects.get().sort == "harm"
    with acting_as(cast.aisha):
        assert not Wish.objects.exists()


def test_an_answer_is_laid_ready_as_a_card_and_not_ok_comes_back_to_someone_else(cast, browse):
    words = said(cast)
    aisha = browse("aisha")
    card = {k: v for k, v in ANSWER.items() if not k.startswith(("told", "reaction"))}
    done = aisha.post(at(cast, "wishes", words.wish.pk), {**card, "told": "card", "key": "a"})
    assert done.status_code == 303
    answer = Answer.objects.get()
    assert (answer.card_on, answer.told_on) == (TODAY, None)
    assert "Laid ready as a card in Maya’s own corner" in text_of(aisha.get(at(cast)))
    maya = child_actor(cast)
    with acting_as(maya):
        react(by=maya, about=cast.maya, answer=answer, reaction="not_ok", words="not fair", wants_helper=True)
    page = text_of(aisha.get(at(cast)))
    for part in (
        "Not OK: Grace Adeyemi answers again by Tue 1 Dec",
        "The first answer: No.",
        "not fair",
        "Maya wants someone to speak up with them (an advocate).",
    ):
        assert part in page, part
    again = aisha.post(at(cast, "wishes", words.wish.pk), {**card, "told": "card", "key": "b"})
    assert again.status_code == 422
    assert "Grace Adeyemi gives this one." in text_of(again)
    grace = browse("grace")
    assert "a swing" in text_of(grace.get("/today/"))
    refused = grace.post(at(cast, "wishes", words.wish.pk), {**card, "told": "card", "key": "c"})
    assert "Offer the child someone to speak up with them" in text_of(refused)
    done = grace.post(at(cast, "wishes", words.wish.pk), {**card, "told": "card", "advocate_offered": "on", "key": "d"})
    assert done.status_code == 303
    assert Answer.objects.count() == 2


def test_rows_of_another_childs_corner_are_not_there_under_this_ones_address(cast, browse):
    leo = child_actor(cast, "leo")
    with acting_as(leo):
        words = say_in_corner(by=leo, about=cast.leo, sheet="x", said=[Said("wish", "x")], drawing=garden())
    drawing = Drawing.objects.get()
    aisha = browse("aisha")
    for path in (
        at(cast, "drawings", drawing.pk),
        at(cast, "drawings", drawing.pk, "shows"),
        at(cast, "words", words.pk, "harm"),
    ):
        assert aisha.get(path).status_code == 404
    assert aisha.post(at(cast, "words", words.pk, "got"), {"key": "x"}).status_code == 404


def test_the_childs_own_people_stand_on_the_voice_page(cast, browse):
    said(cast)
    maya = child_actor(cast)
    with acting_as(maya):
        choose_person(by=maya, about=cast.maya, name="Biscuit", to_me="a hamster", how_close="heart")
    assert "Biscuit</b> (a hamster)" in text_of(browse("aisha").get(at(cast)))
