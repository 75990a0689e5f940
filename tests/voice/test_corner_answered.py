"""What a child thinks of an answer, and what workers do about words and drawings from a corner."""

from datetime import date, timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.demo.pictures import garden
from kith.directory.models import Notice
from kith.record import Refused
from kith.record.models import Act
from kith.voice import acts, queries
from kith.voice.models import Answer, Drawing, Wish, Words
from kith.voice.rules import Said
from tests.cast import TODAY
from tests.voice.corner import carded, not_ok, said
from tests.voice.hearing import answered, heard

# -- what a child thinks of an answer


def test_ok_on_a_card_is_also_being_told(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    answer = carded(cast, words)
    with acting_as(maya):
        acts.react(by=maya, about=cast.maya, answer=answer, reaction="ok", words="good", wants_helper=True)
        answer.refresh_from_db()
    assert (answer.reaction, answer.reaction_words, answer.wants_helper) == ("ok", "good", True)
    assert (answer.told_on, answer.told_by) == (TODAY, "a card in their own corner")
    assert answer.wish_id == words.wish.pk


def test_not_ok_makes_it_owed_once_more_to_someone_else_who_is_told(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    first = not_ok(cast, maya, carded(cast, words))
    with acting_as(cast.aisha):
        wish = queries.wish(words.wish.pk)
        assert (wish.owed_by_id, wish.owed_by_name) == (cast.grace.account_id, "Grace Adeyemi")
        assert (wish.reopened_on, wish.answer_by_on) == (TODAY, date(2026, 12, 1))
        assert wish.first_answer.pk == first.pk
        assert not hasattr(wish, "answer")
        assert not queries.wishes_owed_by(cast.aisha).exists()
    with acting_as(cast.grace):
        assert queries.wishes_owed_by(cast.grace).count() == 1
    assert Notice.objects.filter(kind="not_ok").values_list("account_id", flat=True).get() == cast.grace.account_id


def test_the_second_answer_is_someone_elses_and_a_second_no_needs_an_advocate_offered(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    not_ok(cast, maya, carded(cast, words))
    words.wish.refresh_from_db()
    given = {"told_by": "", "told_on": None, "reaction": "", "outcome": "not_agreed", "card": True}
    with acting_as(cast.aisha), pytest.raises(Refused, match="Grace Adeyemi gives this one"):
        answered(cast, cast.aisha, words, **given)
    with acting_as(cast.grace):
        with pytest.raises(Refused) as refusal:
            answered(cast, cast.grace, words, **given)
        assert refusal.value.field == "advocate_offered"
        second = answered(cast, cast.grace, words, **given, advocate_offered=True)
    heard = not_ok(cast, maya, second)
    assert heard.wish_id == words.wish.pk, "heard, and still no: it is not opened a third time"
    with acting_as(cast.grace):
        assert not queries.wishes_owed_by(cast.grace).exists()


def test_not_ok_told_to_a_worker_opens_it_again_just_the_same(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, words, reaction="not_ok")
        assert queries.wish(words.wish.pk).owed_by_name == "Grace Adeyemi"


def test_a_reaction_is_refused_to_an_answer_that_stands_aside_or_with_no_face(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    answer = carded(cast, words)
    with acting_as(maya), pytest.raises(Refused) as refusal:
        acts.react(by=maya, about=cast.maya, answer=answer, reaction="great")
    assert refusal.value.field == "reaction"
    aside = not_ok(cast, maya, answer)
    with acting_as(maya), pytest.raises(Refused, match="newer answer"):
        acts.react(by=maya, about=cast.maya, answer=aside, reaction="ok")


# -- what workers do about it


def test_a_receipt_is_given_once_and_an_answer_is_one_too(cast, maya):
    with acting_as(maya):
        words, other = said(cast, maya), said(cast, maya, Said("worry", "the dark"))
    with acting_as(cast.aisha):
        acts.receive_words(by=cast.aisha, about=cast.maya, words=words)
        assert (words.got_on, words.got_by) == (TODAY, "Aisha Khan")
        with pytest.raises(Refused, match="already"):
            acts.receive_words(by=cast.aisha, about=cast.maya, words=words)
        assert [w.text for w in queries.corner_words_waiting(cast.aisha)] == ["the dark"]
    carded(cast, other)
    with acting_as(cast.aisha):
        assert not queries.corner_words_waiting(cast.aisha).exists()


def test_words_heard_at_a_visit_need_no_receipt(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        with pytest.raises(Refused, match="corner"):
            acts.receive_words(by=cast.aisha, about=cast.maya, words=words)


def test_what_a_drawing_shows_is_written_once_and_never_over_the_childs_own(cast, maya):
    with acting_as(maya):
        bare, told = said(cast, maya, drawing=garden()), said(cast, maya, drawing=garden(), shows="me")
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            acts.say_what_it_shows(by=cast.aisha, about=cast.maya, drawing=bare.drawing, text=" ")
        assert refusal.value.field == "text"
        acts.say_what_it_shows(by=cast.aisha, about=cast.maya, drawing=bare.drawing, text="A swing")
        assert (bare.drawing.shows, bare.drawing.shows_by) == ("A swing", "Aisha Khan")
        with pytest.raises(Refused, match="written already"):
            acts.say_what_it_shows(by=cast.aisha, about=cast.maya, drawing=told.drawing, text="Something else")


def test_words_that_tell_of_harm_are_no_longer_a_wish_and_stay_as_they_were_said(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    with acting_as(cast.aisha):
        acts.mark_tells_of_harm(by=cast.aisha, about=cast.maya, words=words)
        kept = queries.words(words.pk)
        assert (kept.sort, kept.text) == ("harm", "a swing")
        assert not Wish.objects.exists()
        with pytest.raises(Refused, match="marked already"):
            acts.mark_tells_of_harm(by=cast.aisha, about=cast.maya, words=kept)
    with acting_as(cast.system):
        assert Wish.objects.count() == 1, "set aside, not deleted"


def test_words_on_the_wrong_child_take_their_drawing_and_both_answers_with_them(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, drawing=garden())
    not_ok(cast, maya, carded(cast, words))
    with acting_as(cast.aisha):
        acts.correct(by=cast.aisha, about=cast.maya, words=words, because="Leo had the tablet.")
        for model in (Words, Wish, Answer, Drawing):
            assert not model.objects.exists(), model
        assert not Act.objects.filter(name="say_in_corner").exists()
    with acting_as(maya):
        assert not Words.objects.exists()


def test_a_receipt_is_owed_within_two_working_days():
    pack = packs.pack_for("england-2026", TODAY)
    assert pack.timescale("receipt-to-child").limit.after(TODAY, pack.calendar) == TODAY + timedelta(days=2)
