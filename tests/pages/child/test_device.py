"""A device in a child's hands: nothing of the worker's is reachable, and only the worker comes back (J3, R12)."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from kith.directory.models import Account, HandOver
from kith.record.models import Attempt, Draft
from kith.voice.models import Words
from tests.cast import NOW
from tests.handing import PIN, handed_over
from tests.pages.child.test_saying import sheet, text_of

BACK = "/p/me/back/"


def session_of(client):
    return Session.objects.get(pk=client.cookies[settings.SESSION_COOKIE_NAME].value).get_decoded()


def account_behind(client):
    return Account.objects.get(pk=session_of(client)["_auth_user_id"])


def test_the_session_itself_becomes_the_childs_and_the_workers_is_gone(cast, browse):
    before = browse("aisha")
    before.get("/today/")
    old = before.cookies[settings.SESSION_COOKIE_NAME].value
    tablet = handed_over(cast, lambda name: before)
    assert account_behind(tablet).audience == "child"
    assert not Session.objects.filter(pk=old).exists()
    with_old_cookie = Client()
    with_old_cookie.cookies[settings.SESSION_COOKIE_NAME] = old
    assert with_old_cookie.get("/today/").status_code == 302


def test_ten_of_a_workers_pages_and_pages_that_never_were_lead_to_the_corner(cast, tablet):
    ref = cast.maya.ref
    for path in (
        "/today/",
        "/my-families/",
        "/search/?q=maya",
        f"/children/{ref}/",
        f"/children/{ref}/voice/",
        f"/children/{ref}/hand-over/",
        f"/children/{cast.leo.ref}/",
        "/duty/",
        "/pin/",
        "/account/login/",
        "/account/password/change/",
        "/account/password/set/",
        "/account/2fa/",
        "/demo/",
        "/p/",
        "/nowhere/at/all/",
        "/drafts/record-visit:x/",
    ):
        for ask in (tablet.get, tablet.post):
            answer = ask(path)
            assert (answer.status_code, answer.url) == (302, "/p/me/"), path


def test_no_page_is_kept_by_the_browser_and_what_it_held_is_cleared_when_hands_change(cast, browse):
    aisha = browse("aisha")
    assert aisha.get("/today/")["Cache-Control"] == "no-store"
    path = f"/children/{cast.maya.ref}/hand-over/now/"
    tablet = handed_over(cast, lambda name: aisha)
    assert tablet.get("/p/me/")["Cache-Control"] == "no-store"
    back = tablet.post(BACK, {"pin": PIN})
    assert (back.status_code, back["Clear-Site-Data"]) == (303, '"cache"')
    again = tablet.post(path, {"device": "tablet", "pin": PIN})
    assert (again.status_code, again["Clear-Site-Data"]) == (303, '"cache"')


def test_the_pin_brings_the_worker_back_to_where_they_were_with_a_new_session(cast, browse):
    tablet = handed_over(cast, browse, back_to=f"/children/{cast.maya.ref}/visits/record/")
    childs = tablet.cookies[settings.SESSION_COOKIE_NAME].value
    done = tablet.post(BACK, {"pin": PIN})
    assert (done.status_code, done.url) == (303, f"/children/{cast.maya.ref}/visits/record/")
    assert account_behind(tablet).pk == cast.aisha.account_id
    assert not Session.objects.filter(pk=childs).exists()
    assert HandOver.objects.get().ended_as == "pin"
    assert tablet.get("/p/me/").status_code == 404
    assert tablet.get(BACK).status_code == 302


def test_coming_back_never_makes_the_workers_session_longer(cast, browse):
    tablet = handed_over(cast, browse)
    began = session_of(tablet)["began_at"]
    tablet.post(BACK, {"pin": PIN})
    assert session_of(tablet)["began_at"] == began
    HandOver.objects.update(signed_in_at=NOW - timedelta(hours=13), ended_at=None)
    tablet = handed_over(cast, browse)
    HandOver.objects.filter(ended_at=None).update(signed_in_at=NOW - timedelta(hours=13))
    assert tablet.post(BACK, {"pin": PIN}).url == "/"
    assert tablet.get("/today/").status_code == 302


def test_five_wrong_pins_end_it_at_signing_in_and_the_right_one_no_longer_helps(cast, tablet):
    sheet(tablet, "worries", words="half said")
    for _ in range(4):
        page = tablet.post(BACK, {"pin": "9999"})
        assert page.status_code == 422
        assert "That is not the PIN." in text_of(page)
    last = tablet.post(BACK, {"pin": "9999"})
    assert (last.status_code, last.url) == (303, "/")
    assert tablet.get("/", follow=True).redirect_chain[-1][0].startswith("/account/login/")
    for path in ("/today/", "/p/me/", BACK):
        assert tablet.get(path).status_code == 302
    assert tablet.post(BACK, {"pin": PIN}).status_code == 302
    assert tablet.get("/today/").status_code == 302
    assert Draft.objects.get().fields["words"] == "half said"
    assert Attempt.objects.filter(name="give_back").count() == 5


def test_a_dead_battery_or_an_ended_session_comes_back_to_signing_in(cast, tablet):
    sheet(tablet, "worries", words="half said")
    Session.objects.all().delete()
    for path in ("/p/me/", "/p/me/say/worries/", BACK, "/today/"):
        answer = tablet.get(path, follow=True)
        assert answer.redirect_chain[-1][0].startswith("/account/login/"), path
        assert "half said" not in text_of(answer)
    assert Draft.objects.get().fields["words"] == "half said"


def test_half_said_words_are_there_when_the_device_is_handed_over_again(cast, browse, tablet):
    sheet(tablet, "worries", words="half said")
    Session.objects.all().delete()
    assert "half said" in text_of(handed_over(cast, browse).get("/p/me/say/worries/"))
    assert not Words.objects.exists()


def test_words_sent_after_the_session_ended_wait_for_the_childs_next_one(cast, browse, tablet):
    """Without scripts nothing is kept while it is typed: the form itself says, signed, whose its words are."""
    whose = re.search(r'name="whose" value="([^"]+)"', text_of(tablet.get("/p/me/say/worries/")))[1]
    Session.objects.all().delete()
    answer = sheet(tablet, "worries", words="the stairs at night", whose=whose)
    assert (answer.status_code, answer.url) == (302, "/")
    assert "the stairs at night" in text_of(handed_over(cast, browse).get("/p/me/say/worries/"))
    assert not Words.objects.exists()


def test_stopping_ends_the_childs_session_and_leads_out_or_to_signing_in(cast, browse):
    tablet = handed_over(cast, browse)
    gone = tablet.get("/p/me/away/?out")
    assert (gone.status_code, gone.url, gone["Clear-Site-Data"]) == (303, "https://www.bbc.co.uk/weather", '"cache"')
    assert tablet.get("/p/me/").status_code == 302
    assert handed_over(cast, browse).get("/p/me/away/").url == "/"
    assert set(HandOver.objects.values_list("ended_as", flat=True)) == {"left"}


def test_stopping_is_the_childs_and_signs_no_worker_out(cast, browse):
    aisha = browse("aisha")
    assert aisha.get("/p/me/away/").url == "/"
    assert aisha.get("/today/").status_code == 200


@pytest.mark.parametrize("key", ["record-visit:x", "write-words:AAAA-BBBB"])
def test_a_workers_unsaved_words_never_become_the_childs(cast, tablet, key):
    assert tablet.post(f"/drafts/{key}/", {"text": "x", "draft_version": "0"}).status_code == 302
    assert not Draft.objects.exists()


def test_a_childs_unsaved_words_never_become_a_workers(cast, browse):
    answer = browse("aisha").post("/drafts/corner:worries/", {"words": "x", "draft_version": "0"})
    assert answer.status_code == 401
    assert not Draft.objects.exists()


def test_a_childs_words_are_kept_as_they_are_typed(cast, tablet):
    answer = tablet.post("/drafts/corner:worries/", {"words": "half", "draft_version": "0", "key": "k"})
    assert answer.json()["version"] == 1
    assert "half" in text_of(tablet.get("/p/me/say/worries/"))


def test_words_written_in_two_places_are_both_shown_on_a_page_of_the_childs(cast, tablet):
    tablet.post("/drafts/corner:worries/", {"words": "one", "draft_version": "0", "key": "a"})
    tablet.post("/drafts/corner:worries/", {"words": "two", "draft_version": "0", "key": "b"})
    page = tablet.get("/drafts/corner:worries/")
    assert page.status_code == 200
    for part in ("one", "two", "corner-top", "<title>My page</title>"):
        assert part in text_of(page)


def test_reading_comfort_keeps_the_childs_frame(cast, tablet):
    page = text_of(tablet.get("/comfort/?back=/p/me/"))
    assert "corner-top" in page
    assert "Worried now" not in page
    assert tablet.post("/comfort/", {"text": "150", "back": "/p/me/", "key": ""}).url == "/p/me/"
