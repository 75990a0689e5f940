"""A child's words, the answer they are owed, and words taken off the wrong child."""

from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Withdrawal
from kith.voice.acts import tell_child
from kith.voice.models import Answer, Wish, Words
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written
from tests.voice.hearing import answered, corrected, heard, untold

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
DOING = {
    "write_down_words": lambda cast, by, words: heard(cast, by),
    "answer_child": lambda cast, by, words: answered(cast, by, words),
    "tell_child": lambda cast, by, words: tell_child(
        by=by, about=cast.maya, answer=Answer.objects.get(), told_by="Aisha Khan"
    ),
    "correct": lambda cast, by, words: corrected(cast, by, words),
}


def made_ready(cast, name):
    """The words an act is about; and the answer, when the act is telling it."""
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        if name == "tell_child":
            untold(cast, cast.aisha, words)
    return words


def kept():
    return tuple(model.objects.count() for model in (Words, Wish, Answer, Withdrawal))


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    words = made_ready(cast, name)
    before = kept()
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, cast.aisha, words)
    assert kept() == before
    assert not Answer.objects.exclude(told_on=None).exists()


@pytest.mark.parametrize("name", DOING)
def test_someone_without_tie_or_right_may_not(cast, name):
    words = made_ready(cast, name)
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, cast.sol, words)


# -- words


def test_a_wish_is_kept_verbatim_and_owed_an_answer_within_ten_working_days_by_the_one_named(cast):
    with acting_as(cast.theo):
        words = heard(
            cast, cast.theo, "i want  MY own bed!!", owed_by_id=cast.aisha.account_id, owed_by_name="Aisha Khan"
        )
        assert words.text == "i want  MY own bed!!"
        assert words.heard_by == "Theo Rowe"
        assert (words.wish.owed_by_id, words.wish.owed_by_name) == (cast.aisha.account_id, "Aisha Khan")
        assert words.wish.answer_by_on == date(2026, 12, 1)


@pytest.mark.parametrize(("sort", "owed"), [("wish", 1), ("worry", 1), ("good_thing", 0), ("harm", 0)])
def test_wishes_and_worries_are_owed_an_answer_and_telling_of_harm_never_is(cast, sort, owed):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, sort=sort)
        assert Wish.objects.count() == owed


def test_what_a_child_was_asked_is_kept_only_when_they_told_of_harm(cast):
    with acting_as(cast.aisha):
        told = heard(cast, cast.aisha, sort="harm", question_asked="What happened to your arm?")
        wish = heard(cast, cast.aisha, sort="wish", question_asked="What would you like?")
    assert (told.question_asked, wish.question_asked) == ("What happened to your arm?", "")


@pytest.mark.parametrize(("details", "field"), [({"text": " \n"}, "text"), ({"sort": "other"}, "sort")])
def test_words_are_refused_empty_or_of_no_sort(cast, details, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        heard(cast, cast.aisha, **details)
    assert refusal.value.field == field


def test_words_are_kept_before_anyone_checked_they_were_heard_right(cast):
    with acting_as(cast.aisha):
        assert heard(cast, cast.aisha, "No", where="", way="").checked_back is None


# -- answers


def test_an_answer_holds_what_was_decided_done_told_and_thought_of_it(cast):
    with acting_as(cast.aisha):
        made = answered(cast, cast.aisha, heard(cast, cast.aisha), reaction="so_so", reaction_words="Two weeks is long")
        assert (made.outcome, made.told_by, made.reaction_words) == ("partly", "Aisha Khan", "Two weeks is long")
        assert Act.objects.get(name="answer_child").said == "Aisha Khan answered Maya Okafor-Nowak."


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"outcome": "not_agreed", "reason": ""}, "reason"),
        ({"outcome": "partly", "reason": "  "}, "reason"),
        ({"outcome": "not_ours", "reason": ""}, "reason"),
        ({"outcome": "perhaps"}, "outcome"),
        ({"told_on": YESTERDAY}, "told_on"),
        ({"told_on": TOMORROW}, "told_on"),
        ({"told_by": ""}, "told_by"),
    ],
)
def test_an_answer_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        with pytest.raises(Refused) as refusal:
            answered(cast, cast.aisha, words, **details)
        assert (refusal.value.field, Answer.objects.count()) == (field, 0)


def test_a_yes_needs_no_reason(cast):
    with acting_as(cast.aisha):
        assert answered(cast, cast.aisha, heard(cast, cast.aisha), outcome="agreed", reason="").reason == ""


def test_an_answer_the_child_has_not_heard_is_saved_and_stays_to_be_told(cast):
    with acting_as(cast.aisha):
        made = untold(cast, cast.aisha, heard(cast, cast.aisha), not_told_because="Away with Nan.")
        assert (made.told_on, made.not_told_because) == (None, "Away with Nan.")


def test_a_wish_is_answered_once_and_only_by_its_own_child(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        with pytest.raises(Refused):
            answered(cast, cast.aisha, words, about=cast.leo)
        answered(cast, cast.aisha, words)
        with pytest.raises(Refused, match="answered already"):
            answered(cast, cast.aisha, words)


def told(cast, answer, **details):
    return tell_child(by=cast.aisha, about=cast.maya, answer=answer, **{"told_by": "Nan Rose", **details})


def test_telling_later_says_who_when_and_what_the_child_thought_and_forgets_why_not(cast):
    with acting_as(cast.aisha):
        answer = untold(cast, cast.aisha, heard(cast, cast.aisha), not_told_because="Away.")
        told(cast, answer, reaction="not_ok", reaction_words="That is not fair")
        answer.refresh_from_db()
    assert (answer.told_by, answer.told_on, answer.not_told_because) == ("Nan Rose", TODAY, "")
    assert (answer.reaction, answer.reaction_words) == ("not_ok", "That is not fair")


def test_that_a_child_was_told_is_kept_whatever_reason_an_earlier_answer_was_kept_with(cast):
    """The reason is asked for as the answer is given. Later it cannot be written any more, and the child was told."""
    with acting_as(cast.aisha):
        answer = untold(cast, cast.aisha, heard(cast, cast.aisha))
    with acting_as(cast.system), connection.cursor() as cursor:
        cursor.execute("update voice_answer set reason = 'None.' where id = %s", [answer.pk])
    with acting_as(cast.aisha):
        assert told(cast, Answer.objects.get(pk=answer.pk)).told_on == TODAY


def test_a_name_is_no_text_that_must_say_something(cast):
    with acting_as(cast.aisha):
        assert answered(cast, cast.aisha, heard(cast, cast.aisha), told_by="Na").told_by == "Na"


@pytest.mark.parametrize(("details", "field"), [({"on": YESTERDAY}, "told_on"), ({"told_by": ""}, "told_by")])
def test_telling_is_refused_before_it_was_decided_or_by_nobody(cast, details, field):
    with acting_as(cast.aisha):
        answer = untold(cast, cast.aisha, heard(cast, cast.aisha))
        with pytest.raises(Refused) as refusal:
            told(cast, answer, **details)
        assert refusal.value.field == field


def test_a_child_is_told_once(cast):
    with acting_as(cast.aisha):
        answer = untold(cast, cast.aisha, heard(cast, cast.aisha))
        told(cast, answer)
        with pytest.raises(Refused, match="Nan Rose has told"):
            told(cast, answer)


def test_telling_without_a_reaction_is_kept(cast):
    with acting_as(cast.aisha):
        assert told(cast, untold(cast, cast.aisha, heard(cast, cast.aisha))).reaction == ""


# -- pictures on an answer


def test_an_answer_keeps_the_pictures_chosen_in_their_order_each_once(cast):
    with acting_as(cast.aisha):
        answer = answered(cast, cast.aisha, heard(cast, cast.aisha), pictures=["stop", "heard", "stop"])
        assert Answer.objects.get(pk=answer.pk).pictures == ["stop", "heard"]


@pytest.mark.parametrize("pictures", [["dragon"], ["heard", "stop", "home", "call", "wait"]])
def test_no_other_pictures_and_no_more_than_four(cast, pictures):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        with pytest.raises(Refused, match="up to 4") as refused:
            answered(cast, cast.aisha, words, pictures=pictures)
        assert refused.value.field == "pictures"
        assert not Answer.objects.exists()
