"""People work from one plan (S0-18); progress is celebrated (S3-25); the way we meet begins with what works (S4-22)."""

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.assessment import acts as assessing
from kith.directory.models import PartnerWorker
from kith.plans import acts, rules
from kith.plans.acts import Point
from kith.plans.models import Celebration, PlanReview, Step
from kith.record import Refused
from kith.record.models import Act
from kith.story.queries import story_of
from tests.assessment.making import filled, sign
from tests.cast import TODAY
from tests.plans.making import POINTS, agreed, begun, looked_at, outcome, step, stood, whole
from tests.visits.going import page, text

# --- S0-18 ---


def test_s0_18_two_agencies_giving_the_same_help_are_asked_to_speak_with_each_other(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.sam)
        owner = PartnerWorker.objects.get(account_id=cast.priya.account_id)
        ours = step(cast.aisha, plan, owner_name="Aisha Khan", owner_kind="agency", help_used="stay-and-play")
        step(cast.aisha, plan, owner_name="Nan Rose")  # other help
    assert "Given twice?" not in text(browse("aisha").get(page("child-plan", cast.sam)))
    with acting_as(cast.aisha):
        theirs = step(cast.aisha, plan, owner=owner, owner_name="", owner_kind="agency", help_used="stay-and-play")
        twice = rules.given_twice(Step.objects.filter(plan=plan).order_by("pk"))
    assert twice == {ours.pk: ["Priya Nair"], theirs.pk: ["Aisha Khan"]}
    shown = text(browse("aisha").get(page("child-plan", cast.sam)))
    assert shown.count("Given twice?") == 2
    assert "Priya Nair gives the same help. Speak with each other." in shown
    with acting_as(cast.aisha):
        acts.report_step(by=cast.aisha, about=cast.sam, step=ours, state="done")
    assert "Given twice?" not in text(browse("aisha").get(page("child-plan", cast.sam)))


def test_s0_18_who_has_a_part_in_the_plan_and_was_left_off_a_review_is_named(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        step(cast.aisha, plan, owner=cast.staff["grace"], owner_name="")
        review = looked_at(cast.aisha, plan, stood=stood(plan))  # Kelly and Maya took part
    shown = text(browse("aisha").get(page("plan-review", cast.maya, review.pk)))
    assert "Grace Adeyemi: with something to do in the plan, and no line here." in shown
    assert "Kelly Okafor: with something" not in shown


# --- S3-25 ---


@pytest.fixture
def reached(cast):
    """Maya's plan, in which one outcome is reached and another is not."""
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        outcome(cast.aisha, plan, statement="Maya goes to bed without being told.")
        acts.agree_plan(by=cast.aisha, about=cast.maya, plan=plan)
        first, second = stood(plan, "achieved")[0], stood(plan, "on_track")[1]
        looked_at(cast.aisha, plan, stood=[first, second])
        return plan


def test_s3_25_an_outcome_that_is_reached_asks_to_be_celebrated_and_the_celebration_is_in_the_story(
    cast, browse, reached
):
    aisha, path = browse("aisha"), page("celebrate", cast.maya, reached.pk)
    done = reached.outcomes.order_by("pk")[0]
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert f'{path}?outcome={done.pk}"' in shown
    assert shown.count("Celebrate it") == 1, "the other is not reached"
    assert "0 of 1 reached was celebrated." in shown
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    sent = {"what": "A whole week of sleep.", "raised_by": "Kelly", **day}
    assert aisha.post(f"{path}?outcome={done.pk}", sent).status_code == 303
    with acting_as(cast.aisha):
        assert Celebration.objects.get().outcome == done
        event = Act.objects.get(name="celebrate")
        assert (event.in_story, event.significance) == (True, 2)
        told = [one.event for one in story_of(cast.maya, TODAY).waiting if one.event.name == "celebrate"]
        assert [one.title for one in told] == ["A whole week of sleep."]
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "1 of 1 reached was celebrated." in shown
    assert "Celebrate it" not in shown
    assert reverse("child-print", args=[cast.maya.ref, "card"]) in shown


# --- S4-22 ---


def test_s4_22_a_review_opens_with_what_is_working_and_the_order_does_not_change(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        review = looked_at(cast.aisha, plan, stood=stood(plan), points=list(reversed(POINTS)))
    for path in (page("plan-review", cast.maya, review.pk), page("review-plan", cast.maya, plan.pk)):
        shown = text(browse("aisha").get(path))
        titles = ["Going well<", "Worries<", "What needs to change<"]
        found = [shown.index(title) for title in titles]
        assert found == sorted(found), path


def test_s4_22_a_review_is_not_finished_without_what_is_working_and_is_kept(cast):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        only_worries = [Point("worries", "Dean came home drunk once.", "parent", "Kelly")]
        review = looked_at(cast.aisha, plan, points=only_worries)
        with pytest.raises(Refused):
            acts.finish_review(by=cast.aisha, about=cast.maya, review=review, next_on=TODAY)
        assert PlanReview.objects.get().finished_on is None


def test_s4_22_a_danger_without_a_safety_goal_is_kept_and_stops_the_signature(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        danger = assessing.say_danger(by=cast.aisha, about=cast.maya, what="Gary comes to the door at night.")
        rate = {"by": cast.aisha, "about": cast.maya, "danger": danger}
        assessing.rate_safety(**rate, view="child", called="Maya", who=cast.maya, score=3)
        assessing.rate_safety(**rate, view="worker", called="Aisha Khan", score=7)
        for parent in ("kelly", "tomek"):
            them = cast.people[parent]
            assessing.rate_safety(**rate, view="parent", called=them.called, who=them, score=5)
    with pytest.raises(Refused, match="has no safety goal"):
        sign(cast, assessment)
    with acting_as(cast.aisha):
        assessing.set_safety_goal(**rate, child_lives="Maya sleeps all night.")
    assert sign(cast, assessment).signed
