"""A protection plan: its core groups, its reviews, and how it ends."""

import pytest
from django.db.models import QuerySet

from kith.access import acting_as
from kith.decisions.acts import challenge_decision
from kith.involvement import acts
from kith.involvement.models import MeetingLine, ProtectionPlan, Spell
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import agreed, conferred, ended, finished, met
from tests.standards.clockwork import by_limit


def test_e9_a_core_group_meets_its_clock_and_begins_the_next(cast):
    conferred(cast, on=days_ago(20))
    met(cast, on=days_ago(8))
    found = by_limit(cast, cast.maya)
    assert (found["core-group-first"].state, found["core-group-next"].state) == ("met", "running")
    assert finished(cast, met(cast)).finished_on == TODAY


def test_a_core_group_is_finished_with_what_it_came_to(cast):
    conferred(cast, on=days_ago(20))
    with pytest.raises(Refused, match="what is known"):
        finished(cast, met(cast, known=""))


def test_e13_a_review_is_a_day_of_the_plan_and_may_change_its_category(cast):
    conferred(cast, on=days_ago(60))
    conferred(cast, on=days_ago(2), kind="review", outcome="goes_on", category="EMO")
    plan = ProtectionPlan.objects.get()
    assert (plan.reviewed_on, plan.first_category, plan.latest_category) == ([days_ago(2)], "PHY", "EMO")


def test_s3_17_a_plan_ends_when_what_a_review_decided_is_agreed(cast):
    conferred(cast, on=days_ago(60))
    plan = ProtectionPlan.objects.get()
    with pytest.raises(Refused, match="None has"):
        ended(cast, plan)
    line = conferred(cast, kind="review", outcome="ends")
    with pytest.raises(Refused, match="is agreed"):
        ended(cast, plan, level="child_in_need")
    assert MeetingLine.objects.get(pk=line.pk).outcome == "ends"  # the twin: what was decided is kept, and waits
    agreed(cast, line.decision)
    ended(cast, plan, level="child_in_need")
    with acting_as(cast.grace):
        assert Spell.objects.get(person=cast.maya).level == "child_in_need"
        assert ProtectionPlan.objects.get().ended_on == TODAY
    with pytest.raises(Refused, match="no protection plan"):
        ended(cast, plan)


def test_s3_20_not_while_it_is_challenged(cast):
    conferred(cast, on=days_ago(60))
    decision = agreed(cast, conferred(cast, kind="review", outcome="ends").decision)
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=decision.pk, concern="Too soon.", wanted="Wait.")
    with pytest.raises(Refused, match="challenged"):
        ended(cast, ProtectionPlan.objects.get(), level="child_in_need")


def test_what_a_court_or_life_ended_is_recorded_first_and_our_decision_is_owed(cast):
    conferred(cast, on=days_ago(60))
    plan = ended(cast, ProtectionPlan.objects.get(), "looked_after")
    assert (plan.ended_on, plan.ended_by_decision.state) == (TODAY, "proposed")


@pytest.mark.parametrize(
    ("given", "field"), [({"reason": ""}, "reason"), ({"reason": "moved", "on": days_ago(60)}, "on")]
)
def test_ending_a_plan_is_refused_at_its_question(cast, given, field):
    conferred(cast, on=days_ago(60))
    with pytest.raises(Refused) as refusal:
        ended(cast, ProtectionPlan.objects.get(), **given)
    assert refusal.value.field == field


def test_the_help_after_a_plan_is_less_and_a_manager_ends_it(cast):
    conferred(cast, on=days_ago(60))
    agreed(cast, conferred(cast, kind="review", outcome="ends").decision)
    plan = ProtectionPlan.objects.get()
    with pytest.raises(Refused) as refusal:
        ended(cast, plan, level="looked_after")
    assert refusal.value.field == "level"
    with acting_as(cast.aisha), pytest.raises(NotYours):
        acts.end_protection_plan(by=cast.aisha, about=cast.maya, plan=plan, reason="review")


def test_e14_a_child_protected_before_birth_is_looked_at_again_once_born(cast):
    conferred(cast, on=days_ago(60))
    QuerySet(type(cast.maya)).filter(pk=cast.maya.pk).update(born_on=days_ago(3))
    assert by_limit(cast, cast.maya)["review-after-birth"].state == "running"
    met(cast)
    assert by_limit(cast, cast.maya)["review-after-birth"].state == "met"
