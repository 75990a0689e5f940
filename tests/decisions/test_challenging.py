"""Challenges: anyone may lodge one, whoever decided cannot answer it, and it pauses only less protection."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from kith.access import acting_as
from kith.decisions import jobs, queries
from kith.decisions.acts import (
    answer_challenge,
    challenge_decision,
    challenge_kept_apart,
    end_decision,
    raise_level,
    tell_decision,
)
from kith.decisions.models import Challenge, Decision, DecisionTold
from kith.directory.acts import begin_tie
from kith.directory.models import Account, Notice
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from tests.cast import NOW, TODAY
from tests.decisions.making import made_senior, standing, written_past_the_guard
from tests.visits.going import the_log_will_not_be_written


def lodged(cast, by, made, **changed):
    given = {"concern": "Maya came to school hungry on Monday.", "wanted": "Keep working with her.", **changed}
    return challenge_decision(by=by, about=cast.maya, decision_id=made.pk, **given)


def answered(cast, by, challenge, outcome="not_upheld", reply="We spoke with school: it was one morning."):
    return answer_challenge(by=by, about=cast.maya, challenge=challenge, outcome=outcome, reply=reply)


def told_partner(cast, made):
    with acting_as(cast.aisha):
        return tell_decision(
            by=cast.aisha,
            about=cast.maya,
            decision=made,
            audience="partner",
            words="We plan to stop working with Maya.",
        )


def tied_to_maya(cast, name):
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.actors[name].account_id)
        begin_tie(by=cast.system, about=cast.maya, account=account, because="invited", may_write=True)
    return cast.actors[name]


@pytest.fixture
def closing(cast):
    return standing(cast)


@pytest.fixture
def senior(cast):
    return made_senior(cast)


@pytest.fixture
def school(cast):
    """A worker of another agency who works with Maya."""
    return tied_to_maya(cast, "priya")


def test_s3_20_a_worker_of_another_agency_challenges_what_they_were_told_of(cast, closing, school):
    told_partner(cast, closing)
    with acting_as(school):
        made = lodged(cast, school, closing)
        assert (made.level, made.due_on, made.raised_by_name) == (1, date(2026, 11, 18), "Priya Nair")
        assert [mine.pk for mine in queries.my_challenges(school, cast.maya)] == [made.pk]
    closing.refresh_from_db()
    assert closing.state == "challenged"


def test_s3_20_what_they_were_not_told_of_is_not_there_to_be_challenged(cast, closing, school):
    with acting_as(school), pytest.raises(Refused, match="has ended"):
        lodged(cast, school, closing)
    assert Decision.objects.get(pk=closing.pk).state == "agreed"


def test_a_partner_reads_what_they_are_told_and_nothing_else_of_a_decision(cast, closing, school):
    told_partner(cast, closing)
    with acting_as(cast.aisha):
        tell_decision(
            by=cast.aisha, about=cast.maya, decision=closing, audience="family", words="We are stopping soon."
        )
    with acting_as(school):
        assert [told.audience for told in queries.told_of(cast.maya)] == ["partner"]
    with acting_as(cast.actors["kelly"]):
        assert [told.words for told in queries.told_of(cast.maya)] == ["We are stopping soon."]


@pytest.mark.parametrize(("changed", "field"), [({"concern": " "}, "concern"), ({"wanted": ""}, "wanted")])
def test_a_challenge_says_what_worries_and_what_is_wanted(cast, closing, changed, field):
    with acting_as(cast.sol), pytest.raises(NotYours):
        lodged(cast, cast.sol, closing)
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            lodged(cast, cast.aisha, closing, **changed)
        assert refusal.value.field == field
        assert Decision.objects.get(pk=closing.pk).state == "agreed"


def test_a_decision_that_has_ended_is_not_challenged(cast, closing):
    with acting_as(cast.aisha):
        end_decision(by=cast.aisha, about=cast.maya, decision=closing, because="Done.")
        with pytest.raises(Refused, match="has ended"):
            lodged(cast, cast.aisha, closing)


def test_s3_20_it_pauses_ending_stepping_down_and_less_protection_and_never_a_protective_act(cast):
    for kind, paused in (("step_up", False), ("closure", True), ("step_down", True)):
        made = standing(cast, kind)
        with acting_as(cast.aisha):
            assert queries.held_back(cast.maya) is None
            lodged(cast, cast.aisha, made)
            assert (queries.held_back(cast.maya) is not None) is paused
        with acting_as(cast.system):
            answered(cast, cast.system, Challenge.objects.get(decision=made))


def test_nobody_steps_round_a_challenge_by_ending_the_decision(cast, closing):
    with acting_as(cast.aisha):
        lodged(cast, cast.aisha, closing)
        with pytest.raises(Refused, match="answered first"):
            end_decision(by=cast.aisha, about=cast.maya, decision=closing, because="Never mind.")


def test_s3_20_somebody_who_had_no_part_in_it_is_asked_and_whoever_decided_is_told(cast, closing, senior):
    with acting_as(cast.aisha):
        made = lodged(cast, cast.aisha, closing)
    assert made.asked_id == senior.account_id
    with acting_as(cast.system):
        told = Notice.objects.filter(kind__in=["challenge", "decision_challenged"]).values_list("kind", "account_id")
        assert set(told) == {("challenge", senior.account_id), ("decision_challenged", cast.aisha.account_id)}


def test_s3_20_whoever_decided_or_agreed_or_raised_it_cannot_answer(cast, closing, senior):
    with acting_as(cast.aisha):
        made = lodged(cast, cast.aisha, closing)
    with acting_as(cast.grace), pytest.raises(Refused, match="had a part in this decision"):
        answered(cast, cast.grace, made)
    raiser = replace(cast.theo, rights=senior.rights | cast.theo.rights)
    with acting_as(raiser):
        other = lodged(cast, raiser, closing)
        with pytest.raises(Refused, match="You raised this"):
            answered(cast, raiser, other)


@pytest.mark.parametrize("name", ["aisha", "grace"])
def test_s3_20_nor_does_the_database_let_them_whatever_writes_it(cast, closing, senior, name):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    rows = Challenge.objects.filter(pk=made.pk)
    values = {"reply": "It stands.", "outcome": "not_upheld", "answered_on": TODAY, "answered_by_name": "Somebody"}
    with acting_as(cast.actors[name]), pytest.raises(IntegrityError, match="answered by someone else"):
        written_past_the_guard(rows, answered_by_id=senior.account_id, **values)
    with acting_as(cast.system), pytest.raises(IntegrityError, match="answered by someone else"):
        written_past_the_guard(rows, answered_by_id=cast.actors[name].account_id, **values)


def test_an_answer_once_given_is_not_rewritten(cast, closing, senior):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    with acting_as(senior):
        answered(cast, senior, made)
        with pytest.raises(Refused, match="answered already"):
            answered(cast, senior, made)
    with acting_as(cast.system), pytest.raises(IntegrityError, match="has been answered"):
        written_past_the_guard(Challenge.objects.filter(pk=made.pk), reply="Something else.")


@pytest.mark.parametrize(("outcome", "reply", "field"), [("maybe", "Yes", "outcome"), ("upheld", " ", "reply")])
def test_an_answer_has_an_outcome_and_words(cast, closing, senior, outcome, reply, field):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    with acting_as(senior), pytest.raises(Refused) as refusal:
        answered(cast, senior, made, outcome, reply)
    assert refusal.value.field == field
    assert Challenge.objects.get(pk=made.pk).answered_on is None


def test_not_upheld_the_decision_stands_as_it_stood_once_the_last_challenge_is_answered(cast, closing, senior):
    with acting_as(cast.theo):
        first, second = lodged(cast, cast.theo, closing), lodged(cast, cast.theo, closing)
    with acting_as(senior):
        answered(cast, senior, first)
        assert Decision.objects.get(pk=closing.pk).state == "challenged"
        answered(cast, senior, second)
        assert Decision.objects.get(pk=closing.pk).state == "agreed"


def test_upheld_the_decision_is_changed_and_one_in_its_place_is_owed_by_whoever_answered(cast, closing, senior):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    with acting_as(senior):
        answered(cast, senior, made, "upheld", "School is right: she is hungry too often.")
    closing.refresh_from_db()
    instead = Decision.objects.get(instead_of=closing)
    assert (closing.state, instead.state, instead.decided_by_name) == ("changed", "proposed", "Rowan Vale")
    assert instead.owed_by_on == date(2026, 11, 18)


def test_s3_20_overdue_it_goes_up_one_level_with_its_own_clock_and_stays_late_at_the_highest(cast, closing, senior):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    clocks = []
    for _ in range(5):
        made.refresh_from_db()
        night = replace(cast.system, now=NOW + (made.due_on - TODAY) + timedelta(days=1))
        with acting_as(night):
            jobs.raise_late_challenges(by=night, key="job-1")
        made.refresh_from_db()
        clocks.append((made.level, made.due_on, made.late_at))
    assert clocks[:3] == [
        (2, date(2026, 11, 24), [1]),
        (3, date(2026, 12, 2), [1, 2]),
        (4, date(2026, 12, 17), [1, 2, 3]),
    ]
    assert clocks[3:] == [(4, date(2026, 12, 17), [1, 2, 3, 4])] * 2


def test_who_is_not_content_with_the_answer_goes_one_level_up(cast, closing, senior):
    with acting_as(cast.theo):
        made = lodged(cast, cast.theo, closing)
    with acting_as(senior):
        answered(cast, senior, made)
    with acting_as(cast.theo):
        assert lodged(cast, cast.theo, closing).level == 2


def test_n32_kept_from_the_team_of_whoever_decided_it_holds_and_they_cannot_see_whose_it_is(cast, closing, senior):
    with acting_as(cast.system):
        made = challenge_kept_apart(
            by=cast.system,
            about=cast.maya,
            decision_id=closing.pk,
            concern="Hungry.",
            wanted="Keep on.",
            raised_by_id=cast.theo.account_id,
            raised_by_name="Theo Rowe",
            kept_from_id=cast.aisha.team_id,
        )
    assert made.asked_id == senior.account_id
    for name, seen in (("aisha", 0), ("grace", 0), ("theo", 1), ("rowan", 1)):
        with acting_as(cast.actors[name]):
            assert Challenge.objects.count() == seen, name
            assert Decision.objects.get(pk=closing.pk).state == "challenged"
            assert not Act.objects.filter(said__contains="Theo Rowe", name="challenge_kept_apart").exists()
            assert not Occasion.objects.filter(by_name="Theo Rowe", name="challenge_kept_apart").exists()


DOING = {
    "challenge_decision": lambda cast, senior, made, challenge: lodged(cast, cast.theo, made),
    "answer_challenge": lambda cast, senior, made, challenge: answered(cast, senior, challenge, "upheld"),
    "raise_level": lambda cast, senior, made, challenge: raise_level(
        by=senior, about=cast.maya, challenge=challenge, ask=None
    ),
    "tell_decision": lambda cast, senior, made, challenge: tell_decision(
        by=cast.theo, about=cast.maya, decision=made, audience="family", words="We keep on working with Maya."
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, closing, senior, name):
    with acting_as(cast.theo):
        challenge = lodged(cast, cast.theo, closing)
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in (Challenge, Decision, DecisionTold)]
    by = senior if name in ("answer_challenge", "raise_level") else cast.theo
    with the_log_will_not_be_written(), acting_as(by):
        DOING[name](cast, senior, closing, challenge)
    with acting_as(cast.system):
        assert before == [list(model.objects.order_by("pk").values()) for model in (Challenge, Decision, DecisionTold)]


@pytest.mark.parametrize(
    ("audience", "words", "match"), [("press", "Yes, all of it.", "who is told"), ("family", "n/a", "plain words")]
)
def test_what_is_told_is_told_to_somebody_in_words(cast, closing, audience, words, match):
    with acting_as(cast.aisha), pytest.raises(Refused, match=match):
        tell_decision(by=cast.aisha, about=cast.maya, decision=closing, audience=audience, words=words)
