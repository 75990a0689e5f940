"""The page where a plan is looked at again: kept with gaps, finished when nothing is missing (J14)."""

from datetime import timedelta

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.calendar import in_full
from kith.plans.models import Outcome, PlanReview
from tests.cast import TODAY
from tests.pages.staff.test_whole import day
from tests.plans.making import UNDERSTOOD, agreed, finished, looked_at, made, stood, whole
from tests.visits.going import page, text
from tests.voice.hearing import heard


def test_a_review_is_kept_with_gaps_then_finished(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    path = page("review-plan", cast.maya, plan.pk)
    assert "Maya’s view" in text(aisha.get(path))
    some = {"working_child": "She slept four nights.", **day("on")}
    went = aisha.post(path, some)
    assert went.status_code == 303
    review = page("plan-review", cast.maya, int(went["Location"].rstrip("/").split("/")[-1]))
    refused = aisha.post(review, day("next_on", TODAY + timedelta(days=60)))
    assert refused.status_code == 422
    assert "Say how the outcome" in text(refused)
    with acting_as(cast.aisha):
        one, pk = Outcome.objects.get(), PlanReview.objects.get().pk
    rest = {
        "worries_parent": "Dean shouted once.",
        "change_professional": "Somebody to ring at night.",
        f"o{one.pk}_now": "on_track",
        f"o{one.pk}_score": "5",
        f"o{one.pk}_evidence": "Her chart.",
        **{f"p0_{name}": value for name, value in (("how", "in_person"), ("attended", "all"), ("spoke", "PN1"))},
        **{f"p1_{name}": value for name, value in (("how", "in_person"), ("attended", "all"), ("spoke", "self"))},
    }
    assert aisha.post(page("add-to-review", cast.maya, pk), rest).status_code == 303
    next_on = day("next_on", TODAY + timedelta(days=60))
    unsaid = aisha.post(review, next_on)
    assert unsaid.status_code == 422
    assert "Say whether this changes what we understand" in text(unsaid)
    assert "Ask the child what difference we make" in text(unsaid)
    changed = {**UNDERSTOOD, "understanding": "changed", "understanding_why": "Dean drinks again."}
    went = aisha.post(review, {**next_on, **changed})
    assert went["Location"] == page("child-assessment", cast.maya)
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "On track" in shown
    assert 'class="kith-trend"' in shown
    assert "Finished" in text(aisha.get(review))
    assert "somebody answers when I ring" in text(aisha.get(review))


def test_a_score_beyond_ten_keeps_everything_typed(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        key = f"o{Outcome.objects.get().pk}"
    given = {"working_child": "She slept.", f"{key}_now": "stuck", f"{key}_score": "11", **day("on")}
    answer = browse("aisha").post(page("review-plan", cast.maya, plan.pk), given)
    assert answer.status_code == 422
    assert "She slept." in text(answer)


def test_a_review_opens_with_the_childs_life_today_and_own_words_before_anything_else(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        review = looked_at(cast.aisha, plan, stood=stood(plan))
        heard(cast, cast.aisha, "He hurt me", sort="harm")
        heard(cast, cast.aisha, "I want to come")
    aisha = browse("aisha")
    for name in ("add-to-review", "plan-review"):
        seen = text(aisha.get(page(name, cast.maya, review.pk)))
        assert "Nobody has written it" in seen
        assert "“I want to come”" in seen
        assert "owes an answer by" in seen
        assert "He hurt me" not in seen
    with acting_as(cast.aisha):
        old = TODAY - timedelta(days=61)
        say_life_today(by=cast.aisha, about=cast.maya, text="She wakes at four and listens for the door.", on=old)
    seen = text(aisha.get(page("plan-review", cast.maya, review.pk)))
    assert "She wakes at four" in seen
    assert "older than it may be" in seen
    assert seen.index("She wakes at four") < seen.index("How each outcome stands")


def test_after_two_reviews_without_change_the_page_asks(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        finished(cast.aisha, looked_at(cast.aisha, plan, "stuck"), no_change_because="Dean was away at work.")
        review = looked_at(cast.aisha, plan, "stuck")
    aisha, path = browse("aisha"), page("plan-review", cast.maya, review.pk)
    assert "Nothing has changed twice" in text(aisha.get(path))
    given = {
        **day("next_on", TODAY + timedelta(days=60)),
        "no_change_because": "Dean is still away at work.",
        "after_no_change": "escalate",
        "after_no_change_why": "Grace decides on Monday.",
        **UNDERSTOOD,
    }
    assert aisha.post(path, given).status_code == 303


def test_a_review_somebody_began_is_gone_on_with_and_no_second_one_is_asked_for(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        begun_one = looked_at(cast.aisha, plan)
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert f'href="{page("plan-review", cast.maya, begun_one.pk)}">Go on with the review' in shown
    assert "Look at it again" not in shown


def test_a_review_that_is_not_finished_moves_no_day_of_the_next(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        done = finished(cast.aisha, looked_at(cast.aisha, plan))
        looked_at(cast.aisha, plan, on=TODAY)
    said = in_full(done.next_on)
    for layer in ({"layer": "plain"}, {"as": "fridge"}):
        name = "plan-print" if "as" in layer else "child-plan"
        assert f"By {said}." in text(browse("aisha").get(page(name, cast.maya, **layer)))


def test_a_reader_who_may_not_write_reads_the_review_and_finishes_nothing(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, plan, stood=stood(plan))
    sol, path = browse("sol"), page("plan-review", cast.maya, review.pk)
    sol.post(page("give-because", cast.maya), {"because": "I cover for the team today."})
    assert "Finish the review" not in text(sol.get(path))
    assert sol.post(path, day("next_on", TODAY + timedelta(days=9))).status_code == 404
    assert sol.get(page("review-plan", cast.maya, plan.pk)).status_code == 404
