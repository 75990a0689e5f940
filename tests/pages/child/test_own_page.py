"""My page: answers on a card, my people, my good things, how it looks; at home less is shown than beside a worker."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import acting_as
from kith.directory.models import Account
from kith.involvement.acts import say_difference
from kith.visits.acts import plan_visit, promise
from kith.voice.acts import receive_words
from kith.voice.models import Answer, ChosenPerson, CornerLook, Words
from tests.cast import NOW, TODAY
from tests.handing import handed_over
from tests.pages.child.test_saying import send, sheet, text_of
from tests.pages.staff.counting import queries_of_the_page
from tests.voice.hearing import answered, heard, untold

ME = "/p/me/"


def asked(cast, tablet, words="a boat"):
    sheet(tablet, "dreams", words=words)
    send(tablet, "dreams", key=f"key {words}")
    return Words.objects.get(text=words)


def card(cast, words, by="aisha", **more):
    actor = cast.actors[by]
    given = {"told_by": "", "told_on": None, "reaction": "", "outcome": "not_agreed", "card": True, **more}
    with acting_as(actor):
        return answered(cast, actor, words, **given)


def test_an_answer_is_told_in_pictures_with_words_under_each(cast, tablet):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Put the photo under the rug.", way="behaviour")
    answer = card(cast, words, pictures=["stop", "grown_up"])
    shown = text_of(tablet.get(f"{ME}answers/{answer.pk}/"))
    assert shown.index("It stops") < shown.index("A grown-up stays with you")
    assert shown.count("corner-told__art") == 2
    assert "You showed us" in shown  # what an adult saw is not put between quotation marks as the child's own
    assert "<blockquote>" not in shown


def react(tablet, answer, reaction, **more):
    return tablet.post(f"{ME}answers/{answer.pk}/", {"reaction": reaction, "key": "r", **more})


def test_an_answer_is_on_the_first_page_as_soon_as_it_is_laid_ready(cast, tablet):
    words = asked(cast, tablet)
    assert "There is an answer for you" not in text_of(tablet.get(ME))
    answer = card(cast, words)
    assert "There is an answer for you" in text_of(tablet.get(ME))
    page = text_of(tablet.get(f"{ME}answers/{answer.pk}/"))
    for part in ("a boat", "We said: <b>No</b>", "We asked the bed charity.", "Because", "A bed takes two weeks"):
        assert part in page, part


def test_an_answer_not_yet_for_the_child_is_not_there(cast, tablet):
    words = asked(cast, tablet)
    with acting_as(cast.aisha):
        answer = untold(cast, cast.aisha, words)
    assert tablet.get(f"{ME}answers/{answer.pk}/").status_code == 404
    assert react(tablet, answer, "ok").status_code == 404


def test_not_ok_says_who_looks_again_and_by_when(cast, tablet):
    answer = card(cast, asked(cast, tablet))
    done = react(tablet, answer, "not_ok", words="you always say that", helper="yes")
    assert done.status_code == 303
    page = text_of(tablet.get(done.url))
    assert "Grace Adeyemi will look at it again, and will tell you by Tue 1 Dec." in page
    assert "Is that OK?" not in page
    kept = Answer.objects.get()
    assert (kept.reaction_words, kept.wants_helper) == ("you always say that", True)
    assert "Grace Adeyemi looks at it again, by Tue 1 Dec." in text_of(tablet.get(f"{ME}said/"))


def test_a_second_not_ok_is_heard_and_a_helper_is_offered(cast, tablet):
    words = asked(cast, tablet)
    react(tablet, card(cast, words), "not_ok")
    words.wish.refresh_from_db()
    second = card(cast, words, by="grace", advocate_offered=True)
    page = text_of(tablet.get(f"{ME}answers/{second.pk}/"))
    assert "someone else looks at it again" not in page
    react(tablet, second, "not_ok", key="r2")
    assert "We heard you. The answer stays the same. A helper can speak up with you." in text_of(
        tablet.get(f"{ME}answers/{second.pk}/")
    )


def test_a_face_is_asked_for_and_words_are_not(cast, tablet):
    answer = card(cast, asked(cast, tablet))
    page = react(tablet, answer, "")
    assert page.status_code == 422
    assert "Choose one of the faces." in text_of(page)
    assert react(tablet, answer, "ok").status_code == 303


def test_a_receipt_is_on_the_first_page(cast, tablet):
    words = asked(cast, tablet)
    with acting_as(cast.aisha):
        receive_words(by=cast.aisha, about=cast.maya, words=words)
    assert "Aisha Khan got what you said on Tue 17 Nov." in text_of(tablet.get(ME))


def test_when_someone_comes_is_told_in_sleeps_and_never_an_unannounced_visit(cast, tablet):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1), unannounced=True)
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))
    page = text_of(tablet.get(ME))
    assert "comes in 3 sleeps" in page


def test_beside_a_worker_what_was_told_to_workers_is_there_and_at_home_it_is_not(cast, tablet):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "Dean shouts at night", "worry")
        promise(by=cast.aisha, about=cast.maya, text="Talk with Mum", due_on=TODAY)
        of_us = {"whose": "child", "words": "Come without Dean", "said": "change"}
        say_difference(by=cast.aisha, about=cast.maya, **of_us)
    own = Client()
    own.force_login(Account.objects.get(person=cast.people["maya"], audience="child"))
    asked(cast, tablet)
    beside, home = text_of(tablet.get(f"{ME}said/")), text_of(own.get(f"{ME}said/"))
    for both in ("a boat",):
        assert both in beside
        assert both in home
    for only in ("Dean shouts at night", "Talk with Mum", "Come without Dean"):
        assert only in beside
        assert only not in home


def test_my_people_are_put_in_and_taken_off(cast, tablet):
    tablet.post(f"{ME}people/", {"name": "Biscuit", "to_me": "a hamster", "how_close": "heart", "key": "p"})
    assert "Biscuit" in text_of(tablet.get(f"{ME}people/"))
    assert tablet.post(f"{ME}people/", {"name": "", "how_close": "heart"}).status_code == 422
    chosen = ChosenPerson.objects.get()
    tablet.post(f"{ME}people/{chosen.pk}/")
    assert "Biscuit" not in text_of(tablet.get(f"{ME}people/"))
    assert tablet.post(f"{ME}people/{chosen.pk}/").status_code == 404


def test_good_things_are_a_box_that_keeps(cast, tablet):
    assert "The box is empty." in text_of(tablet.get(f"{ME}good/"))
    sheet(tablet, "good-things", words="I swam")
    send(tablet, "good-things")
    assert "I swam" in text_of(tablet.get(f"{ME}good/"))


@pytest.mark.parametrize(("band", "says"), [("young", "I want to say<"), ("teen", "Say something<")])
def test_a_child_chooses_how_it_looks_and_it_stays_so(cast, browse, tablet, band, says):
    done = tablet.post(f"{ME}look/", {"colour": "rose", "helper": "owl", "band": band, "key": "l"})
    assert done.status_code == 303
    assert CornerLook.objects.get().colour == "rose"
    for client in (tablet, handed_over(cast, browse)):
        page = text_of(client.get(ME))
        assert f"corner--rose corner--{band}" in page
        assert says in page


def test_the_band_is_by_age_until_it_is_chosen(cast, browse):
    assert "corner--middle" in text_of(handed_over(cast, browse).get(ME))
    assert "corner--young" in text_of(handed_over(cast, browse, child="leo").get(ME))


def test_the_pages_are_neutral_to_anyone_looking_over_a_shoulder(cast, tablet):
    for path in ("", "say/", "said/", "say/worries/", "not-safe/", "people/"):
        page = text_of(tablet.get(f"{ME}{path}"))
        assert "<title>My page</title>" in page
        assert "Kith" not in page.replace("kith", ""), path


def test_every_page_has_not_safe_and_hide(cast, tablet):
    for path in ("", "say/", "said/", "say/worries/", "people/", "good/", "look/", "quiet/", "back/", "not-safe/"):
        page = text_of(tablet.get(f"{ME}{path}"))
        assert 'href="/p/me/not-safe/"' in page, path
        assert 'href="/p/me/quiet/"' in page, path


def test_my_page_costs_the_same_however_much_was_said(cast, tablet):
    tablet.get(ME)
    for n in range(6):
        card(cast, asked(cast, tablet, f"thing {n}"), outcome="agreed")
    with queries_of_the_page(at_most=9):
        tablet.get(ME)
    with queries_of_the_page(at_most=6):
        tablet.get(f"{ME}said/")


def test_a_child_says_what_they_are_like_and_reads_it_again(cast, tablet):
    assert "/p/me/about/" in tablet.get("/p/me/").content.decode()
    assert "What frightens me" in tablet.get("/p/me/about/").content.decode()
    done = tablet.post("/p/me/about/", {"likes": "Boats", "good_at": "", "key": "a"}, follow=True)
    assert "It is kept." in done.content.decode()
    assert ">Boats</textarea>" in tablet.get("/p/me/about/").content.decode().replace("\n", "")
    again = tablet.post("/p/me/about/", {"likes": "Boats", "key": "b"})
    assert again.status_code == 422
    assert "There is nothing new here yet." in again.content.decode()
