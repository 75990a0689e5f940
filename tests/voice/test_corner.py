"""What a child does in their own corner, and what workers do about it: each act, each refusal, nothing half done."""

from datetime import date, timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.demo.pictures import garden
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act, Draft, Withdrawal
from kith.voice import acts, queries
from kith.voice.models import Answer, ChosenPerson, CornerLook, Drawing, Wish, Words
from kith.voice.rules import Said
from tests.cast import NOW, TODAY
from tests.handing import child_actor
from tests.visits.going import the_log_will_not_be_written
from tests.voice.hearing import answered, heard

WORDS = Said("wish", "a swing", question="What do you wish for?")


@pytest.fixture
def maya(cast):
    return child_actor(cast)


def said(cast, by, *what, **more):
    given = {"about": cast.maya, "sheet": "dreams", "owed_by_id": cast.aisha.account_id, "owed_by_name": "Aisha Khan"}
    return acts.say_in_corner(by=by, said=list(what or [WORDS]), **{**given, **more})


def carded(cast, words, **more):
    """Answered no by Aisha, and laid ready as a card."""
    given = {"told_by": "", "told_on": None, "reaction": "", "outcome": "not_agreed", "card": True, **more}
    with acting_as(cast.aisha):
        return answered(cast, cast.aisha, words, **given)


DOING = {
    "say_in_corner": lambda cast, by, at: said(cast, by, drawing=garden()),
    "react": lambda cast, by, at: acts.react(by=by, about=cast.maya, answer=at["answer"], reaction="ok"),
    "choose_person": lambda cast, by, at: acts.choose_person(by=by, about=cast.maya, name="Nan", how_close="heart"),
    "let_go_of_person": lambda cast, by, at: acts.let_go_of_person(by=by, about=cast.maya, chosen=at["chosen"]),
    "choose_look": lambda cast, by, at: acts.choose_look(by=by, about=cast.maya, colour="sun"),
    "receive_words": lambda cast, by, at: acts.receive_words(by=by, about=cast.maya, words=at["words"]),
    "say_what_it_shows": lambda cast, by, at: acts.say_what_it_shows(
        by=by, about=cast.maya, drawing=at["drawing"], text="A swing"
    ),
    "mark_tells_of_harm": lambda cast, by, at: acts.mark_tells_of_harm(by=by, about=cast.maya, words=at["words"]),
}
OF_A_WORKER = ("receive_words", "say_what_it_shows", "mark_tells_of_harm")


def ready(cast, maya):
    """Everything an act may be about."""
    with acting_as(maya):
        words = said(cast, maya, Said("wish", "a boat"))
        drawn = said(cast, maya, Said("wish"), drawing=garden())
        chosen = acts.choose_person(by=maya, about=cast.maya, name="Bea", how_close="close")
        other = said(cast, maya, Said("wish", "a kite"))
    return {"words": words, "drawing": drawn.drawing, "chosen": chosen, "answer": carded(cast, other)}


def kept():
    return [
        sorted(model.objects.values_list("pk", *fields))
        for model, fields in (
            (Words, ("sort", "got_by")),
            (Wish, ("owed_by_name",)),
            (Answer, ("reaction",)),
            (Drawing, ("shows",)),
            (ChosenPerson, ("name",)),
            (CornerLook, ("colour",)),
            (Withdrawal, ()),
        )
    ] + [ChosenPerson.objects.filter(until_on=None).count(), Notice.objects.count()]


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, maya, name):
    at = ready(cast, maya)
    by = cast.aisha if name in OF_A_WORKER else maya
    before = kept()
    with the_log_will_not_be_written(), acting_as(by):
        DOING[name](cast, by, at)
    assert kept() == before


@pytest.mark.parametrize("name", DOING)
def test_someone_without_tie_or_right_may_not(cast, maya, name):
    at = ready(cast, maya)
    for stranger in (cast.sol, cast.kelly):
        with acting_as(stranger), pytest.raises(NotYours):
            DOING[name](cast, stranger, at)


# -- saying


def test_words_are_kept_as_the_child_put_them_with_the_question_and_whose_hand(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, Said("wish", " a  SWING!! ", question="What?"), on_device="Aisha Khan’s tablet")
    assert (words.text, words.question_asked, words.sheet) == ("a  SWING!!", "What?", "dreams")
    assert (words.own_hand, words.heard_by, words.way) == (True, "Maya Okafor-Nowak", "written")
    assert words.on_device == "Aisha Khan’s tablet"
    assert Act.objects.get(name="say_in_corner").said == "Maya Okafor-Nowak said something in their own corner."


def test_a_grown_up_who_writes_is_named_and_the_words_are_still_the_childs(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, scribe="Nan Rose", may_tell=["family"])
    assert (words.own_hand, words.heard_by, words.way, words.may_tell) == (False, "Nan Rose", "spoken", ["family"])


@pytest.mark.parametrize(("sort", "owed"), [("wish", 1), ("worry", 1), ("good_thing", 0), ("telling", 0), ("harm", 0)])
def test_the_house_says_what_sort_the_words_are_and_only_wishes_and_worries_are_owed_an_answer(cast, maya, sort, owed):
    with acting_as(maya):
        said(cast, maya, Said(sort, "x y z"))
        assert Wish.objects.count() == owed
    with acting_as(cast.aisha):
        assert [w.answer_by_on for w in queries.wishes_owed_by(cast.aisha)] == [date(2026, 12, 1)] * owed


def test_each_part_of_a_sheet_is_words_of_its_own_and_empty_parts_are_none(cast, maya):
    with acting_as(maya):
        said(cast, maya, Said("telling", "Nan"), Said("worry", " "), Said("wish", "no shouting"), sheet="safe-house")
        assert sorted(Words.objects.values_list("sort", "text")) == [("telling", "Nan"), ("wish", "no shouting")]


def test_a_drawing_alone_is_kept_says_that_it_is_one_and_waits_for_its_words(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, Said("wish"), drawing=garden())
        assert (words.text, words.way, words.told) == ("", "drawn", "A drawing. No words with it yet.")
        assert (words.drawing.wide, words.drawing.high, words.drawing.shows) == (500, 320, "")


def test_the_drawing_goes_with_the_first_words_and_its_twin_is_who_said_it(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, Said("telling", "Nan"), Said("wish", "b"), drawing=garden(), shows="the yard")
    assert (words.text, words.drawing.shows, words.drawing.shows_by) == ("Nan", "the yard", "Maya Okafor-Nowak")


def test_faces_alone_are_enough(cast, maya):
    with acting_as(maya):
        assert said(cast, maya, Said("telling", picked="happy, tired")).told == "happy, tired"


@pytest.mark.parametrize(
    ("what", "more", "field"),
    [([Said("wish", "  ")], {}, "text"), ([WORDS], {"drawing": b"not a picture"}, "drawing")],
)
def test_saying_is_refused_only_when_there_is_nothing_or_no_picture(cast, maya, what, more, field):
    with acting_as(maya), pytest.raises(Refused) as refusal:
        said(cast, maya, *what, **more)
    assert refusal.value.field == field
    assert not Words.objects.exists()


def test_the_lead_worker_is_told_at_once_and_the_sheet_is_no_longer_a_draft(cast, maya):
    with acting_as(maya):
        Draft.objects.create(account_id=maya.account_id, key="corner:dreams", title="x", fields={}, saved_at=NOW)
        said(cast, maya, draft="corner:dreams")
        assert not Draft.objects.exists()
    notice = Notice.objects.get(kind="child_said")
    assert (notice.account_id, notice.person_id) == (cast.aisha.account_id, cast.maya.pk)
    assert "swing" not in notice.sentence


def test_the_same_sheet_sent_twice_is_said_once(cast, maya):
    with acting_as(maya):
        first, second = said(cast, maya, key="k"), said(cast, maya, key="k")
        assert first.pk == second.pk
        assert Words.objects.count() == 1


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


def not_ok(cast, maya, answer):
    with acting_as(maya):
        return acts.react(by=maya, about=cast.maya, answer=answer, reaction="not_ok", words="not fair")


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


# -- people and looks


def test_a_person_is_chosen_and_let_go_by_the_child_alone(cast, maya):
    with acting_as(maya):
        bea = acts.choose_person(by=maya, about=cast.maya, name=" Bea ", to_me="my friend", how_close="close")
        assert [(p.name, p.to_me) for p in queries.chosen_people(cast.maya)] == [("Bea", "my friend")]
        acts.let_go_of_person(by=maya, about=cast.maya, chosen=bea)
        assert not queries.chosen_people(cast.maya).exists()
        with pytest.raises(Refused, match="not on your list"):
            acts.let_go_of_person(by=maya, about=cast.maya, chosen=bea)


@pytest.mark.parametrize(("given", "field"), [({"name": " "}, "name"), ({"how_close": "near"}, "how_close")])
def test_choosing_a_person_is_refused_at_its_question(cast, maya, given, field):
    with acting_as(maya), pytest.raises(Refused) as refusal:
        acts.choose_person(by=maya, about=cast.maya, **{"name": "Bea", "how_close": "close", **given})
    assert refusal.value.field == field


def test_a_look_is_chosen_again_and_again_and_there_is_one(cast, maya):
    with acting_as(maya):
        acts.choose_look(by=maya, about=cast.maya, colour="sun", helper="fox", band="teen")
        acts.choose_look(by=maya, about=cast.maya, colour="rose")
        assert queries.look_of(cast.maya).colour == "rose"
        assert CornerLook.objects.count() == 1
        for wrong in ({"colour": "black"}, {"colour": "sun", "helper": "wolf"}, {"colour": "sun", "band": "old"}):
            with pytest.raises(Refused):
                acts.choose_look(by=maya, about=cast.maya, **wrong)


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
