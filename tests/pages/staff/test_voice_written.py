"""Writing words down, answering, telling, and taking words off the wrong child: the pages (S3-03, design 7.14)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import begin_tie
from kith.directory.models import Account, Look
from kith.people.acts import say_situation
from kith.people.models import SituationLine
from kith.record.models import Draft
from kith.visits.acts import Seen
from kith.visits.models import ChildLine
from kith.voice.models import Answer, Wish, Words
from tests.cast import NOW, TODAY
from tests.pages.staff.test_voice import ANSWER, WORDS, at, day, text_of
from tests.people.test_describing import seal
from tests.sharing.test_acts import released
from tests.visits.going import visit
from tests.voice.hearing import heard

# -- writing


def test_words_are_kept_exactly_and_the_lead_worker_owes_the_answer(cast, browse):
    done = browse("grace").post(at(cast, "write"), WORDS)
    assert (done.status_code, done.url) == (303, at(cast))
    words = Words.objects.get()
    assert (words.text, words.heard_by) == ("i want MY own bed", "Grace Adeyemi")
    again = browse("grace")
    assert "The words are kept." in text_of(again.post(at(cast, "write"), {**WORDS, "sort": "harm"}, follow=True))
    assert Wish.objects.get().owed_by_id == cast.aisha.account_id


def test_a_form_with_something_missing_comes_back_with_every_word_typed(cast, browse):
    page = browse("aisha").post(at(cast, "write"), {**WORDS, "sort": "", "where": "By the sea"})
    assert page.status_code == 422
    for typed in ("i want MY own bed", "By the sea", "Choose what kind of words these are."):
        assert typed in text_of(page)
    assert not Words.objects.exists()


def test_the_same_form_sent_twice_keeps_the_words_once(cast, browse):
    aisha = browse("aisha")
    for _ in range(2):
        assert aisha.post(at(cast, "write"), {**WORDS, "key": "one"}).status_code == 303
    assert Words.objects.count() == 1


def test_a_child_who_told_of_harm_comes_before_the_record(cast, browse):
    done = browse("aisha").post(at(cast, "write"), {**WORDS, "sort": "harm", "question_asked": "What happened?"})
    assert (done.status_code, done.url) == (303, f"/worried/?child={cast.maya.ref}")
    assert Words.objects.get().question_asked == "What happened?"


def test_words_begun_earlier_are_there_again_and_the_draft_ends_when_they_are_kept(cast, browse):
    key = f"write-words:{cast.maya.ref}"
    Draft.objects.create(
        account_id=cast.aisha.account_id, key=key, title="Words", fields={"text": "Half a thought"}, saved_at=NOW
    )
    aisha = browse("aisha")
    assert "Half a thought" in text_of(aisha.get(at(cast, "write")))
    aisha.post(at(cast, "write"), WORDS)
    assert not Draft.objects.exists()


# -- answering and telling


def wish_of(cast):
    with acting_as(cast.aisha):
        return heard(cast, cast.aisha, "I want to see Dad").wish


def test_a_wish_is_answered_and_then_read_in_its_parts(cast, browse):
    wish, aisha = wish_of(cast), browse("aisha")
    done = aisha.post(at(cast, "wishes", wish.pk), ANSWER)
    assert (done.status_code, done.url) == (303, at(cast))
    page = text_of(aisha.get(at(cast, "wishes", wish.pk)))
    for part in ("I want to see Dad", "Aisha Khan wrote it down", "We asked.", "The court has to decide.", "Fine"):
        assert part in page
    assert "Save the answer" not in page
    assert aisha.post(at(cast, "wishes", wish.pk), ANSWER).status_code == 200
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reason": ""}, "Give the reason, in words for the child"),
        ({"told": ""}, "Say whether they have been told."),
        ({"told_by": ""}, "Say who told the child."),
        (day("told_on", TODAY - timedelta(days=1)), "cannot have been told before it was decided"),
        ({"told_on-day": "", "told_on-month": "", "told_on-year": ""}, "Say when they were told."),
        ({"outcome": ""}, "Choose what the answer is."),
    ],
)
def test_an_answer_with_something_wrong_says_so_and_keeps_what_was_typed(cast, browse, changes, says):
    wish = wish_of(cast)
    page = browse("aisha").post(at(cast, "wishes", wish.pk), {**ANSWER, **changes})
    assert page.status_code == 422
    assert says in text_of(page)
    assert "We asked." in text_of(page)
    assert not Answer.objects.exists()


def test_an_answer_the_child_has_not_heard_is_saved_and_asked_to_be_told(cast, browse):
    wish, aisha = wish_of(cast), browse("aisha")
    aisha.post(at(cast, "wishes", wish.pk), {**ANSWER, "told": "no", "not_told_because": "Away with Nan."})
    answer = Answer.objects.get()
    assert (answer.told_on, answer.reaction) == (None, "")
    page = text_of(aisha.get(at(cast)))
    assert "Maya has not been told yet: Away with Nan." in page
    telling = at(cast, "answers", answer.pk, "told")
    assert telling in page
    assert aisha.post(telling, {"told_by": "", **day("on")}).status_code == 422
    assert aisha.post(telling, {"told_by": "Nan Rose", **day("on"), "reaction": "not_ok"}).status_code == 303
    answer.refresh_from_db()
    assert (answer.told_by, answer.told_on, answer.reaction) == ("Nan Rose", TODAY, "not_ok")
    assert aisha.get(telling).status_code == 302


def test_how_the_reason_reads_is_advice_that_saves_nothing_and_loses_nothing(cast, browse):
    hard = "The placement review was not ascertained prior to the core group meeting that took place."
    wish = wish_of(cast)
    page = browse("aisha").post(at(cast, "wishes", wish.pk), {**ANSWER, "reason": hard, "outcome": "", "read": "1"})
    assert page.status_code == 200
    text = text_of(page)
    assert "This is advice: it stops nothing." in text
    assert "“prior to”: before" in text
    assert hard in text
    assert "There is a problem" not in text
    assert not Answer.objects.exists()


# -- the wrong child


def test_taking_words_off_first_shows_and_then_tells_who_had_read_the_record(cast, browse):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Leo said this, not I")
    browse("grace").get(at(cast))
    aisha, path = browse("aisha"), at(cast, "words", words.pk, "wrong-child")
    assert "Grace Adeyemi" in text_of(aisha.get(path))
    assert aisha.post(path, {"because": ""}).status_code == 422
    done = aisha.post(path, {"because": "Written under the wrong child."}, follow=True)
    page = text_of(done)
    assert "The words are off this record" in page
    assert "Grace Adeyemi" in page
    assert "Leo said this, not I" not in page
    for shown in ("voice/", "story/", "", "contacts/", "print/voice/"):
        assert "Leo said this, not I" not in text_of(aisha.get(f"/children/{cast.maya.ref}/{shown}")), shown
    assert "Leo said this, not I" not in text_of(aisha.get("/search/?q=Leo+said"))
    assert "Grace Adeyemi" not in text_of(browse("grace").get(at(cast) + "?taken-off=1")).replace(
        "Signed in as Grace Adeyemi", ""
    )


SAID = "Gary comes in by the back window"


def said_and_quoted(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, SAID)
        say_situation(by=cast.aisha, about=cast.maya, kind="danger", text=SAID)
        seen = Seen(cast.maya, True, alone="alone", saw=f"Drew quietly. “{SAID}”, she said, and ran out to play.")
        visit(cast.aisha, [seen, Seen(cast.leo, True, alone="alone", saw=f"Quiet. {SAID}.")])
        other = heard(cast, cast.aisha, f"{SAID}. I am cold.")
        released(cast, cast.aisha, text=f"She told us: {SAID.lower()}.", who_else_sees="her sister")
    return words, other


def test_where_the_same_words_also_stand_is_shown_with_what_is_around_them(cast, browse):
    words, other = said_and_quoted(cast)
    page = text_of(browse("aisha").get(at(cast, "words", words.pk, "wrong-child")))
    assert "The same words also stand here" in page
    assert f"Where things are, “Danger”: “{SAID}”" in page
    assert f"Visit of 17 November 2026, what was seen: “Drew quietly. “{SAID}”, she said, and ran out to play.”" in page
    assert "Quiet. Gary" not in page, "what stands on Leo's line is not on this record"
    assert at(cast, "words", other.pk, "wrong-child") in page, "other words of hers are corrected by themselves"


def test_who_has_a_copy_with_them_is_named_with_who_sees_it_at_home(cast, browse):
    words, _ = said_and_quoted(cast)
    page = text_of(browse("aisha").get(at(cast, "words", words.pk, "wrong-child")))
    assert "Who has a copy with these words" in page
    assert "Kelly Okafor</a>, Tue 17 Nov" in page
    assert "at home it is seen by her sister" in page
    done = browse("aisha").post(at(cast, "words", words.pk, "wrong-child"), {"because": "Leo said it."}, follow=True)
    assert "Copies that held them are sealed with them: tell Kelly Okafor, and ask for the paper back" in text_of(done)


def test_ticked_places_lose_them_and_the_others_keep_theirs(cast, browse):
    words, _ = said_and_quoted(cast)
    line = SituationLine.objects.get(person=cast.maya)
    answer = {"because": "Leo said it.", "elsewhere": [f"people_situationline-{line.pk}"]}
    assert browse("aisha").post(at(cast, "words", words.pk, "wrong-child"), answer).status_code == 303
    with acting_as(cast.aisha):
        assert not SituationLine.objects.filter(person=cast.maya).exists()
    assert SAID in text_of(browse("aisha").get(f"/children/{cast.maya.ref}/contacts/"))


def test_a_place_made_up_by_hand_is_refused(cast, browse):
    words, _ = said_and_quoted(cast)
    leos = ChildLine.objects.get(person=cast.leo)
    answer = {"because": "Leo said it.", "elsewhere": [f"visits_childline-{leos.pk}"]}
    assert browse("aisha").post(at(cast, "words", words.pk, "wrong-child"), answer).status_code == 422
    leos.refresh_from_db()
    assert SAID in leos.saw


def test_words_that_stand_nowhere_else_say_so(cast, browse):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, SAID)
    page = text_of(browse("aisha").get(at(cast, "words", words.pk, "wrong-child")))
    assert "The same words stand nowhere else on this record that you may see." in page


def test_the_button_pressed_twice_leads_to_the_same_page(cast, browse):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Leo said this")
    aisha, path = browse("aisha"), at(cast, "words", words.pk, "wrong-child")
    assert aisha.post(path, {"because": "Wrong child."}).url == at(cast) + "?taken-off=1"
    assert aisha.post(path, {"because": "Wrong child."}).url == at(cast) + "?taken-off=1"


def test_only_brothers_and_sisters_one_may_write_for_are_offered_as_the_right_child(cast, browse):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Leo said this")
    seal(cast, "sam")
    page = text_of(browse("aisha").get(at(cast, "words", words.pk, "wrong-child")))
    assert f"/children/{cast.leo.ref}/voice/write/" in page
    assert cast.sam.ref not in page


def test_every_opening_is_a_look(cast, browse):
    browse("aisha").get(at(cast))
    assert Look.objects.get(account_id=cast.aisha.account_id).page == "voice"


def test_a_covering_worker_with_a_tie_writes_as_the_lead_does(cast, browse):
    with acting_as(cast.system):
        sol = Account.objects.get(pk=cast.sol.account_id)
        begin_tie(by=cast.system, about=cast.maya, account=sol, because="covering", may_write=True)
    assert browse("sol").post(at(cast, "write"), WORDS).status_code == 303
