"""Demonstration: a school thinks an ending comes too soon. It waits, somebody else decides, the decision is changed;
and when Maya is hurt, the decision that was made in its place is asked about again (S3-20, S1-35).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.decisions import queries
from kith.decisions.acts import (
    agree_decision,
    answer_challenge,
    challenge_decision,
    look_again,
    revise_decision,
    tell_decision,
)
from kith.decisions.models import Challenge, Decision, Revisit
from kith.directory.acts import begin_tie
from kith.directory.models import Account
from kith.involvement.acts import close_work
from kith.involvement.models import Spell
from kith.record import Refused
from kith.story.acts import mean_for_child, tell_history
from kith.story.jobs import ask_decisions_again
from kith.story.queries import in_their_own_words
from tests.cast import NOW
from tests.decisions.making import made_senior, reasons_for, standing
from tests.involvement.levels import ENDING
from tests.visits.going import text

TOLD = "We plan to stop working with Maya at the end of the month."
WORRY = "She still comes hungry on Mondays."


@pytest.fixture
def school(cast):
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.priya.account_id)
        begin_tie(by=cast.system, about=cast.maya, account=account, because="invited", may_write=True)
    return cast.priya


@pytest.fixture
def closing(cast):
    made = standing(cast, "closure")
    with acting_as(cast.aisha):
        tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience="partner", words=TOLD)
    return made


def closed(cast, decision):
    with acting_as(cast.grace):
        return close_work(by=cast.grace, about=cast.maya, decision=decision, reason="RC7", **ENDING)


def challenged(cast, school, closing):
    with acting_as(school):
        return challenge_decision(
            by=school, about=cast.maya, decision_id=closing.pk, concern=WORRY, wanted="Stay until Easter."
        )


def changed(cast, school, closing):
    """Answered by somebody else, and decided again; the decision that stands now."""
    senior = made_senior(cast)
    challenge = challenged(cast, school, closing)
    with acting_as(senior):
        answer_challenge(
            by=senior,
            about=cast.maya,
            challenge=challenge,
            outcome="upheld",
            reply="Mondays are not solved. We stay until they are.",
        )
        owed = queries.instead_of(closing.pk)
        given = reasons_for(cast, question="Do we stay?", chosen="Yes, until Easter.")
        revise_decision(by=senior, about=cast.maya, decision=owed, finish=True, **given)
    with acting_as(cast.grace):
        return agree_decision(by=cast.grace, about=cast.maya, decision=Decision.objects.get(pk=owed.pk))


def test_s3_20_it_waits_and_whoever_decided_cannot_answer(cast, school, closing):
    challenge = challenged(cast, school, closing)
    with pytest.raises(Refused, match="challenged"):
        closed(cast, closing)
    assert Spell.objects.get(person=cast.maya).closed_on is None
    with acting_as(cast.grace), pytest.raises(Refused, match="had a part"):
        answer_challenge(by=cast.grace, about=cast.maya, challenge=challenge, outcome="not_upheld", reply="No.")


def test_s3_20_the_school_sees_it_waits_and_then_what_became_of_it(cast, browse, school, closing):
    challenged(cast, school, closing)
    page = text(browse("priya").get(f"/partner/{cast.maya.ref}/decisions/"))
    assert WORRY in page
    assert "to be answered by" in page
    senior = made_senior(cast)
    with acting_as(senior):
        answer_challenge(
            by=senior,
            about=cast.maya,
            challenge=Challenge.objects.get(),
            outcome="upheld",
            reply="Mondays are not solved. We stay until they are.",
        )
    page = text(browse("priya").get(f"/partner/{cast.maya.ref}/decisions/"))
    assert "Mondays are not solved." in page


def test_decided_again_by_another_the_work_goes_on(cast, school, closing):
    stands = changed(cast, school, closing)
    closing.refresh_from_db()
    assert (closing.state, stands.state, stands.instead_of_id) == ("changed", "agreed", closing.pk)
    assert stands.decided_by_id not in (closing.decided_by_id, closing.agreed_by_id)
    with pytest.raises(Refused):
        closed(cast, closing)
    assert Spell.objects.get(person=cast.maya).closed_on is None


def hurt(cast):
    """Three weeks on, told by her school and taken into her story as something that changes it."""
    aisha = replace(cast.aisha, now=NOW + timedelta(days=20))
    with acting_as(aisha):
        told = tell_history(
            by=aisha,
            about=cast.maya,
            happened=PartDate(aisha.today, "day"),
            what="Maya came to school with a burn on her arm.",
            told_by="Miss Lind",
            significance=3,
        )
        mean_for_child(by=aisha, about=cast.maya, event=told.act, significance=3, meant="She is not safe at home now.")
    night = replace(cast.system, now=aisha.now + timedelta(minutes=5))
    with acting_as(night):
        ask_decisions_again(by=night, key="job-1")
    return aisha


def test_s1_35_then_she_is_hurt_and_the_decision_that_stands_is_asked_about_again(cast, school, closing):
    stands = changed(cast, school, closing)
    hurt(cast)
    [asked] = Revisit.objects.filter(decision=stands)
    assert asked.asked_id == stands.decided_by_id
    assert asked.due_on == (NOW + timedelta(days=22)).date()


def test_s1_35_looked_at_again_it_is_made_anew_and_the_one_before_stays_to_be_read(cast, school, closing):
    stands = changed(cast, school, closing)
    hurt(cast)
    rowan = replace(made_senior(cast), now=NOW + timedelta(days=21))
    with acting_as(rowan):
        waiting = list(queries.revisits_asked_of(rowan))
        assert "burn on her arm" in " ".join(in_their_own_words(one.event for one in waiting).values())
        look_again(by=rowan, about=cast.maya, revisit=waiting[0], answer="changes", why="Somebody hurt her.")
    stands.refresh_from_db()
    assert stands.state == "changed"
    assert Decision.objects.get(instead_of=stands).state == "proposed"
    assert [one.state for one in Decision.objects.filter(person=cast.maya).order_by("pk")] == [
        "changed",
        "changed",
        "proposed",
    ]
