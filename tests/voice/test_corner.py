"""What a child does in their own corner, and what workers do about it: each act, each refusal, nothing half done."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.demo.pictures import garden
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act, Draft, Withdrawal
from kith.voice import acts, queries
from kith.voice.models import Answer, ChosenPerson, CornerLook, Drawing, Wish, Words
from kith.voice.rules import Said
from tests.cast import NOW
from tests.visits.going import the_log_will_not_be_written
from tests.voice.corner import WORDS, carded, said

DOING = {
    "say_in_corner": lambda cast, by, at: said(cast, by, drawing=garden()),
    "react": lambda cast, by, at: acts.react(by=by, about=cast.maya, answer=at["answer"], reaction="ok"),
    "take_back": lambda cast, by, at: acts.take_back(by=by, about=cast.maya, words=at["words"]),
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


# -- taking it back


def test_a_sheet_is_taken_back_whole_off_every_page_and_kept_sealed(cast, maya):
    with acting_as(maya):
        words = said(cast, maya, Said("wish", "a boat"), Said("worry", "the dark"), drawing=garden())
        stays = said(cast, maya, Said("wish", "a kite"))
        acts.take_back(by=maya, about=cast.maya, words=words)
        assert [one.text for one in queries.own_words(cast.maya)] == ["a kite"]
    with acting_as(cast.aisha):
        assert [one.text for one in Words.objects.all()] == ["a kite"]
        assert [one.words_id for one in queries.wishes_owed_by(cast.aisha)] == [stays.pk]
        assert not Drawing.objects.exists()
        assert Notice.objects.filter(sentence="A child took back something they had sent you.").count() == 1
    with acting_as(cast.system):
        assert Words.objects.count() == 3, "sealed, not gone"
        assert Withdrawal.objects.count() == 5, "two of words, two wishes, one drawing"


def got(cast, words):
    acts.receive_words(by=cast.aisha, about=cast.maya, words=words)


def of_harm(cast, words):
    acts.mark_tells_of_harm(by=cast.aisha, about=cast.maya, words=words)


@pytest.mark.parametrize("first", [got, carded, of_harm])
def test_what_was_read_answered_or_tells_of_harm_is_not_taken_back_nor_anything_sent_with_it(cast, maya, first):
    with acting_as(maya):
        words = said(cast, maya, Said("wish", "a boat"), Said("worry", "the dark"))
    with acting_as(cast.aisha):
        first(cast, Words.objects.get(text="a boat"))
    with acting_as(maya):
        for text in ("a boat", "the dark"):
            one = Words.objects.get(text=text)
            with pytest.raises(Refused):
                acts.take_back(by=maya, about=cast.maya, words=one)
        assert Words.objects.filter(act_id=words.act_id).count() == 2


def test_nobody_takes_back_what_another_child_or_a_worker_wrote(cast, maya):
    with acting_as(cast.aisha):
        written = acts.write_down_words(by=cast.aisha, about=cast.maya, sort="wish", text="a dog")
        leos = acts.write_down_words(by=cast.aisha, about=cast.leo, sort="wish", text="a cat")
    with acting_as(maya):
        for words in (written, leos):
            with pytest.raises(Refused):
                acts.take_back(by=maya, about=cast.maya, words=words)
