"""A child who was heard wrong says it again; and what we write rests on what the child said, and never copies it."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.people.acts import say_situation
from kith.record import NotYours, Refused
from kith.record.models import Withdrawal
from kith.voice import queries
from kith.voice.acts import cite_words, put_words_right
from kith.voice.models import Citation, Wish, Words
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written
from tests.voice.hearing import answered, corrected, heard

MEANT = "I want my own bed, not my own room"


def put_right(cast, by, words, **details):
    given = {"about": cast.maya, "words": words, "text": MEANT, "checked_back": True}
    return put_words_right(by=by, **{**given, **details})


def line(cast, text="Maya has nowhere of her own to sleep.", about=None):
    return say_situation(by=cast.aisha, about=about or cast.maya, kind="worry", text=text)


def test_what_the_child_meant_stands_and_what_was_written_first_is_kept_as_it_was(cast):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want my own room")
        right = put_right(cast, cast.aisha, first)
        first.refresh_from_db()
        assert first.text == "I want my own room"
        assert [words.text for words in queries.words_of(cast.maya)] == [MEANT]
        assert right.instead_of == first
        assert queries.heard(cast.maya, TODAY).said == 1


def test_an_answer_that_was_owed_stays_owed_by_the_same_day(cast):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want my own room", on=TODAY - timedelta(days=6))
        due = first.wish.answer_by_on
        right = put_right(cast, cast.aisha, first)
        (wish,) = queries.wishes_owed(cast.maya)
        assert (wish.words_id, wish.answer_by_on) == (right.pk, due)


def test_what_was_answered_already_is_asked_anew_when_it_was_heard_wrong(cast):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want my own room")
        answered(cast, cast.aisha, first)
        right = put_right(cast, cast.aisha, first)
        assert [wish.words for wish in queries.wishes_owed(cast.maya)] == [right]


def test_what_turns_out_to_be_no_wish_waits_for_no_answer(cast):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want to stay up")
        put_right(cast, cast.aisha, first, text="I like staying up at Nan's", sort="good_thing")
        assert not queries.wishes_owed(cast.maya).exists()
        assert not Wish.objects.exists()
    with acting_as(cast.system):
        assert Withdrawal.objects.get().row_table == "voice_wish"


@pytest.mark.parametrize(
    ("sort", "details", "words"),
    [
        ("harm", {}, "stays as it was said"),
        ("wish", {"text": "I want my own room "}, "the same words"),
        ("wish", {"text": " "}, "own words"),
        ("wish", {"sort": "rumour"}, "what kind of words"),
    ],
)
def test_words_are_not_put_right_when(cast, sort, details, words):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want my own room", sort=sort)
        with pytest.raises(Refused, match=words):
            put_right(cast, cast.aisha, first, **details)
        assert Words.objects.get() == first


def test_words_are_put_right_once_and_only_on_the_record_they_stand_on(cast):
    with acting_as(cast.aisha):
        first = heard(cast, cast.aisha, "I want my own room")
        with pytest.raises(Refused, match="not on this record"):
            put_right(cast, cast.aisha, first, about=cast.leo)
        put_right(cast, cast.aisha, first)
        with pytest.raises(Refused, match="already"):
            put_right(cast, cast.aisha, first, text="I want a cat")


def test_words_taken_off_the_wrong_child_leave_nothing_that_stands_instead(cast):
    with acting_as(cast.aisha):
        right = put_right(cast, cast.aisha, heard(cast, cast.aisha, "I want my own room"))
        corrected(cast, cast.aisha, right)
        assert [words.text for words in queries.words_of(cast.maya)] == ["I want my own room"]


def test_what_is_written_rests_on_the_childs_words_as_they_stand_today(cast):
    with acting_as(cast.aisha):
        first, worry = heard(cast, cast.aisha, "I want my own room"), line(cast)
        cite_words(by=cast.aisha, about=cast.maya, row=worry, words=[first])
        assert queries.cited_in([worry]) == {worry.pk: [first]}
        right = put_right(cast, cast.aisha, first)
        assert queries.cited_in([worry]) == {worry.pk: [right]}
        newest, beside = queries.on_the_front_page(cast.maya, [worry])
        assert newest == right
        assert beside == {worry.pk: [right]}
        corrected(cast, cast.aisha, right)
        corrected(cast, cast.aisha, first)
        assert queries.cited_in([worry]) == {}


def test_a_telling_of_harm_may_be_rested_on_and_is_never_on_the_front_page(cast):
    with acting_as(cast.aisha):
        bed, harm = heard(cast, cast.aisha), heard(cast, cast.aisha, "He hit me", sort="harm")
        worry = line(cast)
        cite_words(by=cast.aisha, about=cast.maya, row=worry, words=[harm, bed])
        assert queries.cited_in([worry]) == {worry.pk: [harm, bed]}
        assert queries.on_the_front_page(cast.maya, [worry]) == (bed, {worry.pk: [bed]})


def test_words_put_right_as_a_telling_of_harm_leave_the_front_page(cast):
    with acting_as(cast.aisha):
        first, worry = heard(cast, cast.aisha, "He was cross", sort="worry"), line(cast)
        cite_words(by=cast.aisha, about=cast.maya, row=worry, words=[first])
        put_right(cast, cast.aisha, first, text="He hit me", sort="harm")
        assert queries.on_the_front_page(cast.maya, [worry]) == (None, {})


def test_nobodys_words_stand_for_somebody_elses(cast):
    with acting_as(cast.aisha):
        hers = heard(cast, cast.aisha)
        with pytest.raises(Refused, match="another child"):
            cite_words(by=cast.aisha, about=cast.leo, row=line(cast, about=cast.leo), words=[hers])
        with pytest.raises(Refused, match="another child"):
            cite_words(by=cast.aisha, about=cast.maya, row=line(cast, about=cast.leo), words=[hers])
        with pytest.raises(Refused, match="Choose"):
            cite_words(by=cast.aisha, about=cast.maya, row=line(cast), words=[])
        assert not Citation.objects.exists()


@pytest.mark.parametrize("name", ["put_words_right", "cite_words"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with acting_as(cast.aisha):
        first, worry = heard(cast, cast.aisha, "I want my own room"), line(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        if name == "cite_words":
            cite_words(by=cast.aisha, about=cast.maya, row=worry, words=[first])
        else:
            put_right(cast, cast.aisha, first)
    with acting_as(cast.aisha):
        assert Words.objects.get() == first
        assert not Citation.objects.exists()


def test_only_those_who_may_write_put_right_and_cite(cast):
    with acting_as(cast.aisha):
        first, worry = heard(cast, cast.aisha, "I want my own room"), line(cast)
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            put_right(cast, cast.sol, first)
        with pytest.raises(NotYours):
            cite_words(by=cast.sol, about=cast.maya, row=worry, words=[first])


@pytest.mark.parametrize("outsider", ["priya", "tomek"])
def test_what_staff_rest_their_writing_on_is_for_staff(cast, outsider):
    with acting_as(cast.aisha):
        cite_words(by=cast.aisha, about=cast.maya, row=line(cast), words=[heard(cast, cast.aisha)])
    actor = cast.actors[outsider]
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(actor):
        list(Citation.objects.all())
