"""A review is kept as it is written, and finished when it is whole (S1-13, S3-23, S3-26, S0-03)."""

from datetime import date, timedelta

import pytest

from kith.involvement.acts import leave_out
from kith.plans import acts, queries, rules
from kith.plans.acts import Point, Stood, TookPart
from kith.plans.models import Actual, PlanReview, ReviewPoint, TakingPart
from kith.record import Refused
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.involvement.test_leaving_out import GROUND
from tests.plans.making import PEOPLE, POINTS, agreed, begun, finished, looked_at, outcome, stood


def refused(by, review, words, **given):
    with pytest.raises(Refused, match=words) as found:
        finished(by, review, **given)
    assert PlanReview.objects.get(pk=review.pk).finished_on is None
    return found.value.field


def test_s3_23_twin_a_review_with_nothing_in_it_is_kept_and_not_finished(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        review = acts.review_plan(by=aisha, about=cast.maya, plan=plan)
        refused(aisha, review, "Say how the outcome .* stands now")
        assert PlanReview.objects.count() == 1
        with pytest.raises(Refused, match="not finished yet"):
            acts.review_plan(by=aisha, about=cast.maya, plan=plan)


def test_a_whole_review_is_finished_and_not_written_on(cast, acting):
    with acting("aisha") as aisha:
        review = finished(aisha, looked_at(aisha, agreed(aisha, cast.maya)))
        assert (review.finished_on, review.next_on) == (TODAY, TODAY + timedelta(days=60))
        with pytest.raises(Refused, match="finished"):
            acts.add_to_review(by=aisha, about=cast.maya, review=review)


def test_s1_13_an_outcome_nobody_scored_stops_the_end_and_not_the_writing(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        review = looked_at(aisha, plan, stood=[])
        refused(aisha, review, "Say how the outcome")
        acts.add_to_review(by=aisha, about=cast.maya, review=review, stood=stood(plan, evidence=""))
        refused(aisha, review, "what shows how")
        acts.add_to_review(by=aisha, about=cast.maya, review=review, stood=stood(plan))
        assert finished(aisha, review).finished_on
        assert Actual.objects.count() == 2


@pytest.mark.parametrize("column", ["working", "worries", "change"])
def test_s3_23_an_empty_column_stops_the_end_and_not_the_writing(cast, acting, column):
    with acting("aisha") as aisha:
        points = [point for point in POINTS if point.column != column]
        review = looked_at(aisha, agreed(aisha, cast.maya), points=points)
        refused(aisha, review, "Nothing is written under")
        assert ReviewPoint.objects.count() == 2


def test_s3_23_the_columns_hold_the_childs_the_familys_and_a_workers_view(cast, acting):
    with acting("aisha") as aisha:
        ours = [Point(point.column, point.words, "professional", "Aisha") for point in POINTS]
        review = looked_at(aisha, agreed(aisha, cast.maya), points=ours)
        refused(aisha, review, "no view of: the child’s and the family’s")


@pytest.mark.parametrize(
    ("next_on", "words"),
    [
        (None, "day of the next review"),
        (TODAY, "comes after this one"),
        (date(2027, 2, 18), "due by 17 February 2027"),
    ],
)
def test_s1_13_the_next_review_is_within_the_packs_limit(cast, acting, next_on, words):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya))
        assert refused(aisha, review, words, next_on=next_on) == "next_on"
        assert finished(aisha, review, next_on=date(2027, 2, 17)).finished_on


def test_s1_13_a_protection_plan_is_reviewed_within_six_months(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        plan.kind = "protection"
        review = looked_at(aisha, plan)
        refused(aisha, review, "due by 17 May 2027", next_on=date(2027, 5, 18))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"understanding": "", "understanding_why": ""}, "understanding"),
        ({"understanding_why": "n/a"}, "understanding_why"),
        ({"understanding": "changed", "understanding_why": ""}, "understanding_why"),
    ],
)
def test_s3_08_a_review_is_not_finished_before_it_is_said_whether_it_changes_what_we_understand(
    cast, acting, given, field
):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya))
        assert refused(aisha, review, "understand", **given) == field
        assert finished(aisha, review).understanding == "same"


@pytest.mark.parametrize("whose", ["child", "family", "others"])
@pytest.mark.parametrize("said", ["", "n/a"])
def test_s3_16_a_review_is_not_finished_before_each_was_asked_what_difference_we_make(cast, acting, whose, said):
    field = f"difference_{whose}"
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya))
        assert refused(aisha, review, "what difference we make, or say why not", **{field: said}) == field


def test_s3_16_twin_it_is_kept_unfinished_and_what_each_said_stands_in_it_once_it_is(cast, acting):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya))
        assert (review.finished_on, review.points.count()) == (None, len(POINTS))
        assert finished(aisha, review).difference_family == "Kelly: somebody answers when I ring."


def test_s3_26_a_review_without_change_says_why(cast, acting):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya), now="stuck")
        assert refused(aisha, review, "Nothing has moved") == "no_change_because"
        assert finished(aisha, review, no_change_because="Dean has been away at work.").finished_on


@pytest.mark.parametrize("answer", ["change", "escalate", "justify"])
def test_s3_26_two_reviews_without_change_ask_for_more(cast, acting, answer):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        why = {"no_change_because": "Dean has been away at work."}
        finished(aisha, looked_at(aisha, plan, now="stuck"), **why)
        review = looked_at(aisha, plan, now="worse")
        assert refused(aisha, review, "Without change twice in a row", **why) == "after_no_change"
        with pytest.raises(Refused, match="one of the answers"):
            finished(aisha, review, **why, after_no_change="wait")
        assert refused(aisha, review, "what exactly", **why, after_no_change=answer) == "after_no_change_why"
        done = finished(aisha, review, **why, after_no_change=answer, after_no_change_why="Legal advice on Monday.")
        assert done.after_no_change == answer


def test_one_that_moved_in_between_is_not_twice(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        why = {"no_change_because": "Dean has been away at work."}
        finished(aisha, looked_at(aisha, plan, now="stuck"), **why)
        finished(aisha, looked_at(aisha, plan))
        assert finished(aisha, looked_at(aisha, plan, now="stuck"), **why).finished_on


def test_s0_03_everybodys_part_is_said(cast, acting):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya), people=[])
        refused(aisha, review, "how the child took part")
        refused(aisha, review, "how they took part: Kelly Okafor")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (TookPart("Maya", "child"), "Say of Maya: how they were asked"),
        (TookPart("Maya", "child", how="in_person", attended="no", spoke="PN7"), "Say of Maya why not"),
        (TookPart("Maya", "child", how="not_asked", attended="no", spoke="PN6"), "Say of Maya why not"),
    ],
)
def test_s0_03_a_child_who_was_not_heard_has_a_reason(cast, acting, part, words):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya), people=[part, PEOPLE[1]])
        refused(aisha, review, words)
        why = {**vars(part), "how": "apart", "attended": "no", "spoke": "PN7", "why_not": "She was in hospital."}
        acts.add_to_review(by=aisha, about=cast.maya, review=review, people=[TookPart(**why)])
        assert finished(aisha, review).finished_on
        assert TakingPart.objects.filter(who="Maya").count() == 2


def test_s2_29_2_a_review_without_a_parent_has_its_ground(cast, acting):
    tomek = TookPart("Tomek Nowak", "parent", how="not_asked", attended="no", spoke="silent", why_not="Bail.")
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya), people=[*PEOPLE, tomek])
        refused(aisha, review, "Tomek Nowak was not asked: say on what ground")
        leave_out(by=aisha, about=cast.maya, **GROUND)
        assert finished(aisha, review).finished_on


def test_a_child_who_waits_for_an_answer_stops_the_end(cast, acting):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya))
        write_down_words(by=aisha, about=cast.maya, sort="wish", text="I want my own bed.")
        assert refused(aisha, review, "waits for an answer") == "unanswered_because"
        assert finished(aisha, review, unanswered_because="The charity answers on Friday.").finished_on


@pytest.mark.parametrize(
    "given",
    [
        {"points": [Point("gossip", "x", "child")]},
        {"points": [Point("working", "x", "cat")]},
        {"people": [TookPart("Maya", "child", spoke="self")]},
        {"people": [TookPart("Kelly", "parent", spoke="PN1")]},
        {"people": [TookPart("Kelly", "parent", how="by_post")]},
        {"people": [TookPart("Kelly", "parent", attended="maybe")]},
        {"people": [TookPart("Kelly", "parent", prepared_with=["tea"])]},
    ],
)
def test_answers_are_the_packs(cast, acting, given):
    with acting("aisha") as aisha, pytest.raises(Refused, match="one of the answers"):
        looked_at(aisha, agreed(aisha, cast.maya), **given)


def test_a_score_is_of_this_plan_and_from_0_to_10(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        other = outcome(aisha, begun(aisha, cast.leo))
        for given, words in (
            (stood(plan, score=11), "0 to 10"),
            (stood(plan, "superb"), "one of the answers"),
            ([Stood(other, "stuck")], "outcome of this plan"),
        ):
            with pytest.raises(Refused, match=words):
                looked_at(aisha, plan, stood=given)


def test_n34_planned_and_actual_stand_side_by_side(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        finished(aisha, looked_at(aisha, plan))
        finished(aisha, looked_at(aisha, plan, stood=stood(plan, "achieved", score=9)))
        (course,) = queries.courses(plan, list(plan.outcomes.all()))
        assert [score for _, score in course.scores] == [3, 5, 9]
        assert course.latest.now == "achieved"


def test_the_first_review_is_due_by_the_packs_limit_and_then_as_the_last_one_said(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        pack = pack_now()
        assert queries.next_review_by(plan, None, pack) is None
        acts.end_plan(by=aisha, about=cast.maya, plan=plan, because="Begun by mistake for his sister.")
        plan = agreed(aisha, cast.maya)
        assert queries.next_review_by(plan, None, pack) == date(2027, 2, 17)
        review = finished(aisha, looked_at(aisha, plan))
        assert queries.next_review_by(plan, review, pack) == review.next_on


def pack_now():
    from django.conf import settings

    from kith import packs

    return packs.pack_for(settings.PACK, TODAY)


@pytest.mark.parametrize(("lane", "late"), [("now", True), ("short", False), ("long", False), ("", False)])
def test_s1_32_a_step_beyond_its_lane_is_warned_of(lane, late):
    from types import SimpleNamespace

    step = SimpleNamespace(lane=lane, given_on=TODAY, by_when=TODAY + timedelta(days=10))
    assert rules.too_late_for_lane(step, pack_now()) is late


def test_what_a_plan_rests_on_grows_old_after_a_year():
    assert rules.stale_since(date(2025, 11, 17), pack_now()) == TODAY


@pytest.mark.parametrize(
    ("kind", "first"),
    [("protection", date(2027, 2, 17)), ("early_help", date(2027, 2, 9)), ("care", date(2027, 5, 17))],
)
def test_each_kind_of_plan_has_its_first_review(kind, first):
    assert rules.first_review_by(kind, TODAY, pack_now()) == first


def test_s3_08_s3_26_twin_a_review_without_change_is_kept_with_neither_answer(cast, acting):
    with acting("aisha") as aisha:
        review = looked_at(aisha, agreed(aisha, cast.maya), now="stuck")
        kept = PlanReview.objects.get(pk=review.pk)
        assert (kept.understanding, kept.no_change_because, kept.finished_on) == ("", "", None)
        assert kept.actuals.get().now == "stuck"
