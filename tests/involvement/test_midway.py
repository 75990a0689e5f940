"""Between two reviews: the check of whoever chairs, and its clock (E22, users 1.7)."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.decisions.acts import challenge_decision, decide
from kith.involvement import acts, queries
from kith.involvement.models import MidwayCheck
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.standards.clocks.queries import clocks_of
from tests.cast import TODAY
from tests.involvement.caring import days_ago, reviewed, under
from tests.involvement.protecting import conferred
from tests.visits.going import the_log_will_not_be_written

FOUND = "Dot has not been asked about Sundays, and nobody rang Nan."


@pytest.fixture
def review(cast):
    under(cast, on=days_ago(60))
    return reviewed(cast, on=days_ago(20), chaired_by="Aisha Khan")


def checked(cast, line, by="aisha", **given):
    actor = cast.actors[by]
    told = {"found": FOUND, "satisfied": False, **given}
    with acting_as(actor):
        return acts.check_midway(by=actor, about=cast.maya, line=line, **told)


def clock(cast):
    with acting_as(cast.aisha):
        found = [one for one in clocks_of(cast.maya, cast.aisha) if one.runs.limit.startswith("midway")]
    return [(one.runs.limit, one.clock.day_of, one.clock.state) for one in found]


def test_e22_the_clock_of_the_check_runs_from_the_review_as_day_n_of_m_and_ends_with_it(cast, review):
    assert clock(cast) == [("midway-check-in-care", "day 20 of 45", "running")]
    checked(cast, review)
    assert clock(cast) == [("midway-check-in-care", "day 20 of 45", "met")]


def test_the_next_review_leaves_nothing_to_check_of_the_one_before(cast, review):
    reviewed(cast, on=days_ago(2), chaired_by="Aisha Khan")
    assert sorted(clock(cast)) == [
        ("midway-check-in-care", "day 18 of 45", "stopped"),
        ("midway-check-in-care", "day 2 of 45", "running"),
    ]
    with acting_as(cast.aisha), pytest.raises(Refused, match="not the last review"):
        acts.check_midway(by=cast.aisha, about=cast.maya, line=review, found=FOUND, satisfied=True)


def test_a_check_is_kept_with_what_was_found_and_the_challenge_it_began(cast, review):
    with acting_as(cast.aisha):
        decision = decide(by=cast.aisha, about=cast.maya, kind="plan", chosen="Dot asks Nan.", reasons="She wants it.")
        to = {"decision_id": decision.pk, "concern": FOUND, "wanted": "Ring Nan today."}
        raised = challenge_decision(by=cast.aisha, about=cast.maya, **to)
    made = checked(cast, review, challenge=raised)
    assert (made.found, made.satisfied, made.challenge_id, made.checked_by) == (FOUND, False, raised.pk, "Aisha Khan")
    with acting_as(cast.aisha):
        assert [one.pk for one in queries.checks_of(cast.maya)] == [made.pk]
        assert Act.objects.filter(person=cast.maya, name="check_midway", staff_only=True, in_story=True).exists()


def test_after_a_conference_it_is_the_same(cast):
    line = conferred(cast, chair_name="Aisha Khan")
    made = checked(cast, line, satisfied=True)
    assert (made.meeting_line_id, made.review_line_id) == (line.pk, None)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"found": " "}, "Say what you found"),
        ({"on": TODAY + timedelta(1)}, "has not come yet"),
        ({"on": days_ago(21)}, "between the day of the review and today"),
    ],
)
def test_what_cannot_be_is_refused(cast, review, given, words):
    with pytest.raises(Refused, match=words):
        checked(cast, review, **given)


def test_a_challenge_is_for_what_will_not_do_and_of_this_child(cast, review):
    with acting_as(cast.aisha):
        for about, satisfied in ((cast.maya, True), (cast.leo, False)):
            decision = decide(by=cast.aisha, about=about, kind="plan", chosen="Dot asks Nan.", reasons="She wants it.")
            to = {"decision_id": decision.pk, "concern": FOUND, "wanted": "Ring Nan today."}
            raised = challenge_decision(by=cast.aisha, about=about, **to)
            with pytest.raises(Refused, match="what will not do"):
                checked(cast, review, challenge=raised, satisfied=satisfied)


def test_only_whoever_chairs_checks_and_only_their_own_childs_review(cast):
    under(cast, on=days_ago(60))
    line = reviewed(cast, on=days_ago(20), chaired_by="Imran Vale")
    with pytest.raises(Refused, match="Whoever chairs makes this check: Imran Vale"):
        checked(cast, line)
    nobody = reviewed(cast, on=days_ago(10), chaired_by="")
    with pytest.raises(Refused, match="nobody is named as the chair"):
        checked(cast, nobody)
    with pytest.raises(NotYours):
        checked(cast, line, by="sol")
    with acting_as(cast.aisha), pytest.raises(Refused, match="not the last review of this child"):
        acts.check_midway(by=cast.aisha, about=cast.leo, line=nobody, found=FOUND, satisfied=True)


def test_nothing_is_saved_when_the_log_cannot_be_written(cast, review):
    with the_log_will_not_be_written():
        checked(cast, review)
    with acting_as(cast.aisha):
        assert not MidwayCheck.objects.exists()


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_no_partner_and_no_family_may_even_ask_for_it(cast, name):
    with acting_as(cast.actors[name]), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        MidwayCheck.objects.exists()
