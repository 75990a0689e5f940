"""Words put right on their page, and the child's words beside what we write (S0-02, S3-02)."""

from kith.access import acting_as
from kith.people.models import SituationLine
from kith.voice.models import Citation, Words
from tests.pages.staff.test_voice import at, day, text_of
from tests.voice.hearing import heard

RIGHT = {"sort": "wish", "text": "I want my own BED", "way": "spoken", "where": "School", "there": "Nan", **day("on")}


def words_of_maya(cast, text="I want my own room", **how):
    with acting_as(cast.aisha):
        return heard(cast, cast.aisha, text, **how)


def at_situation(cast):
    return f"/children/{cast.maya.ref}/situation/"


def test_both_what_was_meant_and_what_was_written_first_are_read_on_the_voice_page(cast, browse):
    words = words_of_maya(cast)
    page = browse("aisha")
    assert "I want my own room" in text_of(page.get(at(cast, "words", words.pk, "right")))
    assert page.post(at(cast, "words", words.pk, "right"), RIGHT).status_code == 303
    read = text_of(page.get(at(cast)))
    assert "I want my own BED" in read
    assert "as “I want my own room”" in read
    assert "There too: Nan" in read


def test_a_page_that_is_refused_keeps_what_was_typed(cast, browse):
    words = words_of_maya(cast)
    page = browse("aisha").post(at(cast, "words", words.pk, "right"), {**RIGHT, "text": "I want my own room"})
    assert page.status_code == 422
    assert "the same words" in text_of(page)
    assert "I want my own room</textarea>" in text_of(page)


def test_what_turns_out_to_tell_of_harm_leads_to_duty(cast, browse):
    words = words_of_maya(cast, "He was cross", sort="worry")
    sent = {**RIGHT, "text": "He hit me", "sort": "harm"}
    page = browse("aisha").post(at(cast, "words", words.pk, "right"), sent)
    assert page["Location"].startswith("/worried/")


def test_telling_of_harm_is_never_offered_to_be_put_right(cast, browse):
    harm = words_of_maya(cast, "He hit me", sort="harm")
    page = browse("aisha")
    assert "Heard wrong?" not in text_of(page.get(at(cast)))
    assert page.post(at(cast, "words", harm.pk, "right"), RIGHT).status_code == 422
    assert Words.objects.get().pk == harm.pk


def test_a_line_is_written_with_the_childs_words_it_rests_on(cast, browse):
    words = words_of_maya(cast)
    page = browse("aisha")
    assert "I want my own room" in text_of(page.get(at_situation(cast)))
    line = {"kind": "worry", "text": "Maya has nowhere of her own.", "source": "", "quotes": [words.pk]}
    assert page.post(at_situation(cast), line).status_code == 303
    front = text_of(page.get(f"/children/{cast.maya.ref}/"))
    assert front.count("“I want my own room”") == 2  # in her own words, and beside the line
    assert "“I want my own room”" in text_of(page.get(at_situation(cast))).partition("Lines that stand")[2]


def test_words_of_another_child_cannot_be_chosen(cast, browse):
    with acting_as(cast.aisha):
        theirs = heard(cast, cast.aisha, "Mine!", about=cast.leo)
    words_of_maya(cast)
    line = {"kind": "worry", "text": "Maya has nowhere of her own.", "quotes": [theirs.pk]}
    page = browse("aisha").post(at_situation(cast), line)
    assert page.status_code == 422
    assert "Maya has nowhere of her own." in text_of(page)
    with acting_as(cast.system):
        assert not Citation.objects.exists()
        assert not SituationLine.objects.filter(text="Maya has nowhere of her own.").exists()
