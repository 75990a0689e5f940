"""The Voice page: own words and their answers, read and written; nobody else's business (S0-02, S3-03, design 7.3)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import begin_tie
from kith.directory.models import Account, Look
from kith.record.models import Draft
from kith.voice.models import Answer, Wish, Words
from tests.cast import NOW, TODAY
from tests.pages.staff.counting import queries_of_the_page
from tests.people.test_describing import seal
from tests.voice.hearing import answered, heard, untold


def at(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "voice", *map(str, parts), ""])


def day(name, on=TODAY):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


WORDS = {"sort": "wish", "text": "i want MY own bed", "way": "spoken", "where": "School", **day("on")}
ANSWER = {
    "outcome": "not_agreed",
    "reason": "The court has to decide.",
    "what_we_did": "We asked.",
    "told": "yes",
    "told_by": "Aisha Khan",
    **day("on"),
    **day("told_on"),
    "reaction": "ok",
    "reaction_words": "Fine",
}


def text_of(page):
    return page.content.decode()


# -- reading


def test_everything_is_in_own_words_newest_first_with_its_answer_and_numbers(cast, browse):
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, heard(cast, cast.aisha, "I want my own bed"))
        heard(cast, cast.aisha, "Who minds Sam?", "worry", on=TODAY - timedelta(days=30))
    page = text_of(browse("aisha").get(at(cast)))
    assert page.index("I want my own bed") < page.index("Who minds Sam?")
    assert "A bed takes two weeks to come." in page
    assert "The oldest was said 4 weeks ago." in page
    assert "Answer was owed by" in page


def test_one_sort_of_words_is_shown_alone(cast, browse):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A red coat")
        heard(cast, cast.aisha, "Pancakes", "good_thing")
    page = text_of(browse("aisha").get(at(cast) + "?sort=good_thing"))
    assert "Pancakes" in page
    assert "A red coat" not in page
    assert "A red coat" in text_of(browse("aisha").get(at(cast) + "?sort=nonsense"))


def test_telling_of_harm_is_shown_whole_marked_and_offers_no_answer(cast, browse):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "He held my arm for two days", "harm", question_asked="What happened?")
    page = text_of(browse("aisha").get(at(cast)))
    assert "He held my arm for two days" in page
    assert "Acted on as harm" in page
    assert "We had asked: “What happened?”" in page
    assert "Answer Maya" not in page


def test_an_empty_page_speaks_kindly(cast, browse):
    assert "No one has written down Leo’s words yet." in text_of(browse("aisha").get(at(cast, child="leo")))


def test_a_reader_who_may_not_write_is_offered_nothing_to_write(cast, browse):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "A red coat")
        answer = untold(cast, cast.aisha, heard(cast, cast.aisha, "A dog"))
    sol = browse("sol")
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    page = text_of(sol.get(at(cast)))
    assert "A red coat" in page
    for offer in ("Answer Maya", "Tell Maya", "Write down words", "Wrong child?"):
        assert offer not in page
    paths = [
        at(cast, "write"),
        at(cast, "wishes", words.wish.pk),
        at(cast, "answers", answer.pk, "told"),
        at(cast, "words", words.pk, "wrong-child"),
    ]
    for path in paths:
        assert (path, sol.get(path).status_code) == (path, 404)
        assert (path, sol.post(path, {**WORDS, **ANSWER, "because": "x"}).status_code) == (path, 404)
    assert (Words.objects.count(), Answer.objects.count()) == (2, 1)


def test_without_a_reason_another_team_gets_the_minimum_view_and_no_words(cast, browse):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A red coat")
    answer = browse("sol").get(at(cast))
    assert (answer.status_code, answer.url) == (302, f"/children/{cast.maya.ref}/")
    assert "A red coat" not in text_of(browse("sol").get(at(cast), follow=True))
    for outsider in ("kelly", "gary", "priya"):
        assert browse(outsider).get(at(cast)).status_code == 404


def test_a_sealed_child_has_no_voice_page_and_their_words_are_not_on_their_sisters(cast, browse):
    with acting_as(cast.aisha):
        sams = heard(cast, cast.aisha, "Sam laughed", "good_thing", about=cast.sam)
        wish = heard(cast, cast.aisha, "More milk", about=cast.sam).wish
    seal(cast, "sam")
    aisha = browse("aisha")
    assert aisha.get(at(cast, child="sam")).status_code == 404
    page = text_of(aisha.get(at(cast)))
    assert "Sam" not in page
    assert "No one has written down Maya’s words yet." in page
    assert aisha.get(at(cast, "wishes", wish.pk)).status_code == 404
    assert aisha.get(at(cast, "words", sams.pk, "wrong-child")).status_code == 404


def test_rows_of_another_child_are_not_there_under_this_ones_address(cast, browse):
    with acting_as(cast.aisha):
        leos = heard(cast, cast.aisha, "A train", about=cast.leo)
        answer = untold(cast, cast.aisha, leos, about=cast.leo)
    aisha = browse("aisha")
    for path in (
        at(cast, "wishes", leos.wish.pk),
        at(cast, "answers", answer.pk, "told"),
        at(cast, "words", leos.pk, "wrong-child"),
        at(cast, "wishes", 999_999),
    ):
        assert (path, aisha.get(path).status_code) == (path, 404)


def test_a_long_page_comes_in_pages_and_costs_the_same(cast, browse):
    with acting_as(cast.aisha):
        for n in range(30):
            heard(cast, cast.aisha, f"Thing {n} said")
    aisha = browse("aisha")
    with queries_of_the_page(at_most=14):
        first = text_of(aisha.get(at(cast)))
    assert first.count("kith-voice__action") == 25
    assert "page=2" in first
    assert text_of(aisha.get(at(cast) + "?page=2")).count("kith-voice__action") == 5


# -- writing


def test_words_are_kept_exactly_and_the_lead_worker_owes_the_answer(cast, browse):
    done = browse("grace").post(at(cast, "write"), WORDS)
    assert (done.status_code, done.url) == (303, at(cast))
    words = Words.objects.get()
    assert (words.text, words.heard_by) == ("i want MY own bed", "Grace Adeyemi")
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
