"""The Voice page: own words and their answers, read and written; nobody else's business (S0-02, S3-03, design 7.3)."""

from datetime import timedelta

from kith.access import acting_as
from kith.voice.models import Answer, Words
from tests.cast import TODAY
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
    with queries_of_the_page(at_most=10):
        first = text_of(aisha.get(at(cast)))
    assert first.count("kith-voice__action") == 25
    assert "page=2" in first
    assert text_of(aisha.get(at(cast) + "?page=2")).count("kith-voice__action") == 5
