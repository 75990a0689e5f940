"""Feeling valued is asked by someone else, and a low answer is followed up by someone else (S0-06)."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.feedback import acts, queries
from kith.feedback.models import Valued
from kith.record import NotYours, Refused
from tests.visits.going import the_log_will_not_be_written


def ask(cast, who="grace", score=1):
    with acting_as(cast.actors[who]):
        return acts.say_valued(by=cast.actors[who], about=cast.maya, score=score, words="Nobody rings.")


def follow(cast, who, valued, what="We talked; Grace rings on Fridays now."):
    with acting_as(cast.actors[who]):
        return acts.follow_up_valued(by=cast.actors[who], about=cast.maya, valued=valued, what_was_done=what)


def test_s0_06_a_low_answer_owes_a_follow_up_within_five_working_days(cast):
    assert ask(cast).follow_up_by_on == date(2026, 11, 24)
    assert ask(cast, score=3).follow_up_by_on is None
    with acting_as(cast.grace):
        assert queries.valued_to_follow_up().count() == 1


def test_asked_by_the_lead_it_is_kept_and_says_so(cast):
    assert ask(cast, "aisha").asked_by_lead
    assert not ask(cast, "grace").asked_by_lead


@pytest.mark.parametrize("score", [0, 6])
def test_there_are_five_answers(cast, score):
    with pytest.raises(Refused, match="one of the five"):
        ask(cast, score=score)


def test_the_lead_worker_does_not_follow_up_and_someone_else_does_once_with_words(cast):
    valued = ask(cast)
    with pytest.raises(Refused, match="does not lead"):
        follow(cast, "aisha", valued)
    with pytest.raises(Refused, match="what came of it"):
        follow(cast, "grace", valued, " ")
    assert follow(cast, "grace", valued).followed_up_by == "Grace Adeyemi"
    with pytest.raises(Refused, match="Nothing is owed"):
        follow(cast, "grace", valued)


def test_a_stranger_neither_asks_nor_follows_up(cast):
    with pytest.raises(NotYours):
        ask(cast, "sol")
    with pytest.raises(NotYours):
        follow(cast, "sol", ask(cast))


def test_nothing_is_saved_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.grace):
        acts.say_valued(by=cast.grace, about=cast.maya, score=1)
    with acting_as(cast.grace):
        assert not Valued.objects.exists()


def test_no_follow_up_is_saved_when_the_log_cannot_be_written(cast):
    valued = ask(cast)
    with the_log_will_not_be_written(), acting_as(cast.grace):
        acts.follow_up_valued(by=cast.grace, about=cast.maya, valued=valued, what_was_done="We talked.")
    with acting_as(cast.grace):
        assert queries.valued_of(cast.maya).get().followed_up_on is None
