"""A child says something: keeps it, throws it away or sends it, and knows who will read it (J3, design 7.3)."""

import base64

import pytest
from django.test import Client

from kith.access import acting_as
from kith.demo.pictures import garden
from kith.directory.models import Account
from kith.involvement.models import Enquiry, ImmediateConcern, Spell
from kith.record.models import Draft
from kith.voice.acts import receive_words
from kith.voice.models import Drawing, Wish, Words
from tests.cast import TODAY
from tests.handing import child_actor, handed_over

SAY = "/p/me/say/"
PNG = "data:image/png;base64," + base64.b64encode(garden()).decode()
STROKES = "[[1,8,10,10,200,120]]"


def text_of(page):
    return page.content.decode()


def sheet(client, code, **answers):
    return client.post(f"{SAY}{code}/", {"key": "k1", "draft_version": "0", "hand": "me", **answers})


def send(client, code, **answers):
    return client.post(f"{SAY}{code}/who/", {"key": "k1", **answers})


def test_words_are_a_draft_of_the_childs_own_until_they_are_sent(cast, tablet):
    done = sheet(tablet, "worries", words="the stairs at night")
    assert (done.status_code, done.url) == (303, f"{SAY}worries/who/")
    assert not Words.objects.exists()
    draft = Draft.objects.get()
    assert (draft.key, draft.fields["words"]) == ("corner:worries", "the stairs at night")
    assert draft.account.audience == "child"


def test_who_will_see_it_is_said_plainly_before_it_is_sent(cast, tablet):
    sheet(tablet, "worries", words="the stairs at night")
    page = text_of(tablet.get(f"{SAY}worries/who/"))
    for truth in (
        "the stairs at night",
        "It goes to <b>Aisha</b>.",
        "People who work with Aisha to keep you safe can read it too.",
        "Your family can not see it here.",
        "If you tell us someone is hurting you, we can not keep it secret.",
        "Send it to Aisha",
        "Keep it for now",
        "Throw it away",
    ):
        assert truth in page, truth


def test_sent_words_are_the_lead_workers_to_answer_and_say_whose_hand_and_device(cast, tablet):
    sheet(tablet, "worries", words="the stairs at night")
    done = send(tablet, "worries", may_tell=["family"])
    words = Words.objects.get()
    assert (words.sort, words.text, words.sheet) == ("worry", "the stairs at night", "worries")
    assert (words.own_hand, words.on_device, words.may_tell) == (True, "Aisha Khan’s tablet", ["family"])
    assert words.question_asked == "What are you worried about?"
    assert Wish.objects.get().owed_by_id == cast.aisha.account_id
    assert not Draft.objects.exists()
    page = text_of(tablet.get(done.url))
    assert "Thank you, Maya" in page
    assert "Aisha has to tell you “I have got it” by Thu 19 Nov." in page
    assert "It has to come by Tue 1 Dec." in page


def test_kept_for_now_nobody_else_can_read_it_and_it_is_there_next_time(cast, browse, tablet):
    done = sheet(tablet, "dreams", words="a dog", keep="yes")
    assert (done.status_code, done.url) == (303, "/p/me/")
    page = text_of(tablet.get("/p/me/"))
    assert "It is kept. Only you can see it." in page
    assert "House of dreams" in page
    assert "a dog" in text_of(tablet.get(f"{SAY}dreams/"))
    for reader in ("aisha", "grace"):
        with acting_as(cast.actors[reader]):
            assert not Draft.objects.exists()
            assert not Words.objects.exists()
    later = handed_over(cast, browse, worker="grace")
    assert "a dog" in text_of(later.get(f"{SAY}dreams/"))


def test_thrown_away_is_asked_once_and_then_gone(cast, tablet):
    sheet(tablet, "dreams", words="a dog")
    assert "can not come back" in text_of(tablet.get(f"{SAY}dreams/away/"))
    assert Draft.objects.exists()
    assert tablet.post(f"{SAY}dreams/away/").status_code == 303
    assert not Draft.objects.exists()
    assert not Words.objects.exists()


def test_an_empty_sheet_is_answered_kindly_and_nothing_is_kept(cast, tablet):
    page = sheet(tablet, "worries", words="  ")
    assert page.status_code == 422
    assert "There is nothing here yet." in text_of(page)
    assert not Draft.objects.exists()


def test_who_without_a_sheet_leads_to_the_sheet(cast, tablet):
    answer = tablet.get(f"{SAY}worries/who/")
    assert (answer.status_code, answer.url) == (302, f"{SAY}worries/")
    assert tablet.get(f"{SAY}nonsense/").status_code == 404


def test_a_drawing_is_sent_as_a_picture_with_its_twin_in_words(cast, tablet):
    sheet(tablet, "dreams", words="", strokes=STROKES, shows="a swing")
    assert "data-picture" in text_of(tablet.get(f"{SAY}dreams/who/"))
    done = send(tablet, "dreams", drawing=PNG)
    assert done.status_code == 303
    drawing = Drawing.objects.get()
    assert (drawing.shows, bytes(drawing.png)) == ("a swing", garden())
    picture = tablet.get(f"/p/me/pictures/{drawing.pk}/")
    assert (picture["Content-Type"], picture["Cache-Control"]) == ("image/png", "no-store")


@pytest.mark.parametrize("drawing", ["", "data:image/png;base64,nope!", "data:text/html;base64,PGI+"])
def test_a_picture_that_did_not_come_along_is_asked_for_again_and_the_words_wait(cast, tablet, drawing):
    sheet(tablet, "dreams", words="a swing", strokes=STROKES)
    page = send(tablet, "dreams", drawing=drawing)
    assert page.status_code == 422
    assert "Your picture did not come along." in text_of(page)
    assert "a swing" in text_of(page)
    assert not Words.objects.exists()
    assert Draft.objects.exists()


def test_faces_and_a_number_are_kept_in_words_and_the_child_says_what_they_are(cast, tablet):
    sheet(tablet, "feelings", words="Biscuit died", faces=["sad", "mixed"], is_it="worry")
    send(tablet, "feelings")
    sheet(tablet, "number", number="4", why="", higher="if Nan came")
    send(tablet, "number", key="k2")
    rows = set(Words.objects.values_list("sort", "text", "picked"))
    assert rows == {
        ("worry", "Biscuit died", "sad, mixed up"),
        ("telling", "", "4 out of 10"),
        ("wish", "if Nan came", ""),
    }


def test_what_a_child_does_not_sort_is_just_told(cast, tablet):
    sheet(tablet, "my-own", words="it rained")
    send(tablet, "my-own")
    assert Words.objects.get().sort == "telling"


def test_a_grown_up_who_writes_says_who(cast, tablet):
    sheet(tablet, "worries", words="the dark", hand="adult", scribe="Nan Rose")
    send(tablet, "worries")
    words = Words.objects.get()
    assert (words.own_hand, words.heard_by) == (False, "Nan Rose")


def test_harm_goes_to_duty_at_once_and_is_never_a_wish(cast, tablet):
    sheet(tablet, "worries", words="he hits me when Mum is out")
    done = send(tablet, "worries", harm="yes")
    words, concern = Words.objects.get(), ImmediateConcern.objects.get()
    assert (words.sort, words.question_asked) == ("harm", "What are you worried about?")
    assert not Wish.objects.exists()
    assert concern.told_id == cast.theo.account_id
    assert (concern.person_id, concern.what) == (
        cast.maya.pk,
        "Told of harm in their own corner: “he hits me when Mum is out”",
    )
    page = text_of(tablet.get(done.url))
    assert "You did the right thing. You are not in trouble." in page
    assert "We told <b>Theo Rowe</b>" in page
    assert "Say something else" not in page, "no prompt follows"


def test_told_harm_is_not_on_the_childs_own_page_for_others_to_see(cast, tablet):
    sheet(tablet, "worries", words="he hits me when Mum is out")
    send(tablet, "worries", harm="yes")
    for path in ("/p/me/", "/p/me/said/", "/p/me/good/"):
        assert "he hits me" not in text_of(tablet.get(path))


def test_the_same_page_sent_twice_says_it_once(cast, tablet):
    sheet(tablet, "worries", words="the stairs")
    first = send(tablet, "worries")
    second = send(tablet, "worries")
    assert Words.objects.count() == 1
    assert first.status_code == 303
    assert second.status_code == 302  # there is no sheet left to send: back to an empty one


def open_enquiry(cast):
    """As an import would have left it: no act of ours begins one yet."""
    child = cast.people["maya"]
    with acting_as(cast.system):
        spell = Spell.objects.get(person=child)
        row = Enquiry(person=child, spell=spell, started_on=TODAY, act=spell.act, latest_act=spell.act)
        row.save_base(raw=True, force_insert=True)


def test_while_an_enquiry_is_open_nothing_is_asked_and_free_words_stay(cast, browse):
    open_enquiry(cast)
    tablet = handed_over(cast, browse)
    page = text_of(tablet.get(SAY))
    assert "My own words" in page
    assert "House of worries" not in page
    assert "I don’t feel safe" in page
    assert tablet.get(f"{SAY}worries/").status_code == 404
    assert tablet.get(f"{SAY}my-own/").status_code == 200


def test_the_lead_may_allow_the_sheets_while_an_enquiry_is_open_and_nobody_else_may(cast, browse):
    open_enquiry(cast)
    assert "House of worries" not in text_of(handed_over(cast, browse, worker="grace", guided="on").get(SAY))
    assert "House of worries" in text_of(handed_over(cast, browse, guided="on").get(SAY))


def test_a_child_on_their_own_device_has_the_same_corner(cast, browse):
    child_actor(cast)
    own = Client()
    own.force_login(Account.objects.get(person=cast.people["maya"], audience="child"))
    sheet(own, "worries", words="the stairs")
    send(own, "worries")
    assert Words.objects.get().on_device == "their own device"
    assert own.get("/today/").url == "/p/me/"
    assert "Give it back" not in text_of(own.get("/p/me/"))


def test_a_child_says_how_they_want_to_take_part_in_a_meeting_and_what_they_want_each_owed_an_answer(cast, tablet):
    sheet(tablet, "my-meeting", part="speak", first="my own bed", third="a lamp")
    done = send(tablet, "my-meeting", key="m")
    assert done.status_code == 303
    with acting_as(cast.aisha):
        said = Words.objects.filter(sheet="my-meeting").order_by("pk")
        assert [(one.picked, one.text, one.sort) for one in said] == [
            ("I want someone to speak up for me", "my own bed", "wish"),
            ("", "a lamp", "wish"),
        ]
        assert all(one.wish.owed_by_name for one in said)


def test_a_small_child_is_asked_one_thing_about_a_meeting_and_a_choice_alone_is_enough(cast, tablet):
    tablet.post("/p/me/look/", {"colour": "sun", "helper": "", "band": "young", "key": "l"})
    page = tablet.get("/p/me/say/my-meeting/").content.decode()
    assert "People meet to talk about you. Do you want to come?" in page
    assert "second" not in page
    sheet(tablet, "my-meeting", part="come")
    send(tablet, "my-meeting", key="c")
    with acting_as(cast.aisha):
        [one] = Words.objects.filter(sheet="my-meeting")
        assert (one.in_words, one.wish.owed_by_name) == ("I want to come", "Aisha Khan")


def test_what_was_sent_is_taken_back_after_one_question_until_somebody_has_it(cast, tablet):
    sheet(tablet, "dreams", words="a boat")
    page = text_of(tablet.get(send(tablet, "dreams", key="d").url))
    [path] = {part for part in page.split('"') if part.startswith("/p/me/sent/") and part.endswith("/back/")}
    assert path in text_of(tablet.get("/p/me/said/"))
    asked = text_of(tablet.get(path))
    assert "Do you want to take it back?" in asked
    assert "Aisha may have seen it before." in asked
    done = tablet.post(path, {"key": "b"}, follow=True)
    assert "It is taken back." in text_of(done)
    assert "a boat" not in text_of(done)
    assert tablet.get(path).status_code == 404


def test_too_late_is_said_as_it_is(cast, tablet):
    sheet(tablet, "dreams", words="a boat")
    send(tablet, "dreams", key="d")
    with acting_as(cast.aisha):
        words = Words.objects.get()
        receive_words(by=cast.aisha, about=cast.maya, words=words)
    late = tablet.post(f"/p/me/sent/{words.pk}/back/", {"key": "b"})
    assert "Aisha has it already. You can say something else about it." in text_of(late)
    with acting_as(cast.aisha):
        assert Words.objects.count() == 1
