"""What is ready before a plan is looked at again, and who is asked: it advises, and stops nothing (J14, S3-14)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.involvement.rules import Before, not_ready, readiness, report
from kith.packs import pack_for
from kith.plans import acts, queries
from kith.plans.acts import InvitedGiven
from kith.plans.models import BeforeReview, Invited
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.plans.making import agreed, begun, looked_at
from tests.visits.going import the_log_will_not_be_written

ASKED = InvitedGiven("Kelly Okafor", "parent", "in_person", TODAY, "comes")
KNOWN = Before("Maya", TODAY, since=TODAY - timedelta(days=30))
PACK = pack_for("england", TODAY)


def noted(by, plan, **given):
    return acts.note_ready_for_review(by=by, about=plan.person, plan=plan, **given)


def test_j14_what_is_ready_is_kept_with_who_is_asked_and_what_they_said(cast):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        noted(cast.aisha, plan, ready=["invited", "no such thing"], report_shared_on=TODAY, invited=[ASKED])
        before = queries.before_review(plan)
        assert (before.ready, before.report_shared_on) == (["invited"], TODAY)
        later = replace(ASKED, answer="sends")
        noted(cast.aisha, plan, invited=[later, InvitedGiven("Nan Rose", "network", "in_person", TODAY)])
        assert BeforeReview.objects.count() == 1
        assert [(one.who, one.answer, one.answered_on) for one in queries.invited_to(before)] == [
            ("Kelly Okafor", "sends", TODAY),
            ("Nan Rose", "", None),
        ]


def test_what_was_ready_was_for_that_review_and_the_next_begins_anew(cast):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        noted(cast.aisha, plan, ready=["advocate"])
        review = looked_at(cast.aisha, plan)
        assert BeforeReview.objects.get().review_id == review.pk
        assert queries.before_review(plan) is None


def test_a_review_is_recorded_however_little_was_ready(cast):
    with acting_as(cast.aisha):
        assert looked_at(cast.aisha, agreed(cast.aisha, cast.maya)).pk


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"report_shared_on": TODAY + timedelta(1)}, "has not come yet"),
        ({"invited": [replace(ASKED, who=" ")]}, "who is asked"),
        ({"invited": [replace(ASKED, whose="neighbour")]}, "one of the answers"),
        ({"invited": [replace(ASKED, how="pigeon")]}, "one of the answers"),
        ({"invited": [replace(ASKED, answer="perhaps")]}, "one of the answers"),
        ({"invited": [replace(ASKED, invited_on=TODAY + timedelta(1))]}, "has not come yet"),
        ({"invited": [replace(ASKED, invited_on=None)]}, "Say when Kelly Okafor was asked"),
    ],
)
def test_what_cannot_be_is_refused(cast, given, words):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        with pytest.raises(Refused, match=words):
            noted(cast.aisha, plan, **given)


def test_it_is_said_of_an_open_plan_of_this_child_by_who_works_with_them(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        with pytest.raises(Refused, match="plan of their own"):
            acts.note_ready_for_review(by=cast.aisha, about=cast.leo, plan=plan)
    with acting_as(cast.sol), pytest.raises(NotYours):
        noted(cast.sol, plan, ready=["invited"])
    with acting_as(cast.aisha):
        noted(cast.aisha, plan, ready=["invited"], invited=[ASKED])
        assert Act.objects.filter(person=cast.maya, name="note_ready_for_review").exists()
        acts.end_plan(by=cast.aisha, about=cast.maya, plan=plan, because="They moved.")
        with pytest.raises(Refused, match="ended"):
            noted(cast.aisha, plan, ready=["invited"])


def test_nothing_is_saved_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        noted(cast.aisha, plan, ready=["invited"], invited=[ASKED])
    with acting_as(cast.aisha):
        assert not BeforeReview.objects.exists()
        assert not Invited.objects.exists()


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_no_partner_and_no_family_may_even_ask_for_it(cast, name):
    for model in (BeforeReview, Invited):
        with (
            acting_as(cast.actors[name]),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            model.objects.exists()


# -- the rule


def lines(**known):
    return {one.at: one for one in readiness(replace(KNOWN, **known), PACK)}


def test_j14_nothing_known_is_said_as_not_ready_and_each_line_has_its_words():
    found = lines()
    assert [at for at, one in found.items() if one.ready] == ["outcomes", "steps", "wishes", "interpreter"]
    assert found["voice"].words.startswith("Nobody has written down what Maya thinks since")
    assert found["invited"].words == "Nobody is asked yet"
    assert found["outcomes"].state == found["interpreter"].state == "not_applicable"


def test_j14_all_of_it_ready():
    codes = [code for code, _ in PACK.choices("conference_ready")]
    told = {"said_on": TODAY, "takes_part": "Read out what I say here", "invited": 2, "answered": 2}
    found = lines(**told, ready=codes, shared_on=TODAY, planned=2, interpreters=["Tomek Nowak"])
    assert all(one.ready for one in found.values())
    assert found["interpreter"].words == "Booked for Tomek Nowak"


@pytest.mark.parametrize(
    ("known", "at", "state", "words"),
    [
        ({"ready": ["child_prepared"]}, "voice", "due", "was asked, and nothing is written down"),
        ({"takes_part": "x", "wants_speaker": True}, "advocate", "missed", "asked for one"),
        ({"invited": 3, "answered": 1}, "invited", "due", "1 of 3 have answered"),
        ({"ready": ["invited"]}, "invited", "met", "Everybody"),
        ({"share_by": TODAY - timedelta(1)}, "papers", "owed_late", "has the report by"),
        ({"planned": 3, "no_actual": 2}, "outcomes", "to_complete", "2 of 3 have a planned value and none actual"),
        ({"steps_late": 2}, "steps", "missed", "2 past the day"),
        ({"wishes_owed": 2}, "wishes", "owed", "2 not answered"),
        ({"wishes_owed": 2, "wishes_late": 1}, "wishes", "owed_late", "1 of them late"),
        ({"interpreters": ["Tomek"]}, "interpreter", "to_complete", "Tomek needs one"),
        ({"ready": ["safe_together"]}, "list", "to_complete", "still open"),
    ],
)
def test_j14_each_line_says_what_is_not_ready(known, at, state, words):
    found = lines(**known)[at]
    assert (found.state, words in found.words) == (state, True), found


def test_the_list_and_the_report_are_those_of_a_conference():
    assert len(not_ready(["invited"], PACK)) == len(PACK.choices("conference_ready")) - 1
    assert report(None, None, TODAY) == ("owed", "The family has not had the report")
    assert report(None, TODAY, TODAY)[0] == "owed"
