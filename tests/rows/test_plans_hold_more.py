"""Rows of the register about what a plan holds, each by the objective test it carries (group D)."""

import pytest

from kith.access import acting_as
from kith.people.acts import say_about_me
from kith.people.models import SituationLine
from kith.plans import queries
from kith.plans.acts import TookPart, say_not_now
from kith.plans.models import Plan, PlanReview
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.plans.making import PEOPLE, agreed, begun, finished, looked_at, outcome, step
from tests.visits.going import page, text, the_log_will_not_be_written

FOUR = ["healthy", "safe", "achieve", "contribute"]
ASKS_FAMILY = "What will they do themselves?"
ASKS_WHO = "No step makes room for who Maya is"


def plan_page(browse, cast):
    return text(browse("aisha").get(page("child-plan", cast.maya)))


# -- S2-14: what the family does itself, and how it is to work with us


def test_s2_14_a_plan_in_which_the_family_does_nothing_is_asked_what_they_will_do_themselves(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        step(cast.aisha, plan, owner_kind="service", owner_name="Aisha Khan")
    assert ASKS_FAMILY in plan_page(browse, cast)
    with acting_as(cast.aisha):
        step(cast.aisha, plan, owner_kind="family")
    assert ASKS_FAMILY not in plan_page(browse, cast)


def reviewed(by, plan, score):
    return looked_at(by, plan, people=[PEOPLE[0], TookPart(**{**vars(PEOPLE[1]), "with_us": score})])


@pytest.mark.parametrize(("before", "now", "flagged"), [(8, 6, True), (8, 7, False), (3, 9, False)])
def test_s2_14_a_parents_number_for_working_with_us_is_drawn_and_a_fall_of_two_is_looked_at(
    cast, browse, before, now, flagged
):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        for score in (before, now):
            finished(cast.aisha, reviewed(cast.aisha, plan, score))
        assert [score for _, score in queries.with_us(plan)["Kelly Okafor"]] == [before, now]
    shown = plan_page(browse, cast)
    assert f"{before}, {now}" in shown
    assert "kith-trend" in shown[shown.index('id="with-us"') :]
    assert ("It fell by two or more" in shown) is flagged


@pytest.mark.parametrize("score", [-1, 11])
def test_s2_14_a_number_is_from_0_to_10_and_0_is_one(cast, score):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        with pytest.raises(Refused):
            reviewed(cast.aisha, plan, score)
        reviewed(cast.aisha, plan, 0)
        assert queries.with_us(plan)["Kelly Okafor"] == [(TODAY, 0)]


# -- S0-07: who the child is


def test_s0_07_a_plan_that_makes_no_room_for_who_the_child_is_is_asked_and_agreed_all_the_same(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        assert plan.agreed, "a prompt stops nothing"
    assert ASKS_WHO in plan_page(browse, cast)
    with acting_as(cast.aisha):
        step(cast.aisha, plan, what="Polish school on Saturdays.", of_who_they_are=True)
    assert ASKS_WHO not in plan_page(browse, cast)


def test_s0_07_what_the_child_celebrates_is_in_sight_when_a_visit_is_arranged(cast, browse):
    with acting_as(cast.aisha):
        day = "St Nicholas, 6 December: shoes by the door."
        say_about_me(by=cast.aisha, about=cast.maya, part="celebrates", text=day, said_by="child")
    assert "St Nicholas, 6 December" in text(browse("aisha").get(page("plan-visit", cast.maya)))


# -- S2-11: all that makes a good childhood


def test_s2_11_the_one_of_five_nothing_aims_at_is_asked_for_until_it_is_said_why_not_now(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        outcome(cast.aisha, plan, five_outcomes=FOUR)
    assert "Nothing aims at: economic wellbeing." in plan_page(browse, cast)
    aisha, path = browse("aisha"), page("not-now", cast.maya, plan.pk)
    assert aisha.post(path, {"not_now": ["wellbeing"], "because": "n/a"}).status_code == 422
    given = {"not_now": ["wellbeing"], "because": "Their rent is paid, and Kelly has work."}
    assert aisha.post(path, given).status_code == 303
    shown = plan_page(browse, cast)
    assert "Nothing aims at" not in shown
    assert "Left for later: economic wellbeing. Their rent is paid" in shown


@pytest.mark.parametrize(
    ("not_now", "because", "field"),
    [([], "Not yet.", "not_now"), (["fame"], "Not yet.", "not_now"), (["safe"], ".", "because")],
)
def test_s2_11_what_is_left_for_later_is_of_the_five_and_has_a_reason(cast, not_now, because, field):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        with pytest.raises(Refused) as refusal:
            say_not_now(by=cast.aisha, about=cast.maya, plan=plan, not_now=not_now, because=because)
        assert refusal.value.field == field
        assert Plan.objects.get(pk=plan.pk).not_now == []


def test_s2_11_nothing_is_left_for_later_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        say_not_now(by=cast.aisha, about=cast.maya, plan=plan, not_now=["safe"], because="She is safe at Nan’s.")
    assert Plan.objects.get(pk=plan.pk).not_now_because == ""


def test_s2_11_somebody_without_a_tie_or_a_right_leaves_nothing_for_later(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
    with acting_as(cast.sol), pytest.raises(NotYours):
        say_not_now(by=cast.sol, about=cast.maya, plan=plan, not_now=["safe"], because="She is safe at Nan’s.")


def test_s2_11_how_many_outcomes_aim_at_each_of_the_five_is_what_a_hand_would_count(cast):
    with acting_as(cast.aisha):
        for child, tags in ((cast.maya, FOUR), (cast.leo, ["safe"])):
            plan = begun(cast.aisha, child)
            outcome(cast.aisha, plan, five_outcomes=tags)
        outcome(cast.aisha, plan, five_outcomes=["safe", "achieve"])
        told = queries.aims_of([cast.maya.pk, cast.leo.pk, cast.sam.pk])
    assert told == {"safe": 3, "achieve": 2, "healthy": 1, "contribute": 1}


# -- S4-17: families change things themselves


def test_s4_17_a_review_asks_what_the_family_did_and_the_answer_is_a_strength(cast, browse):
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, agreed(cast.aisha, cast.maya))
    shown = text(browse("aisha").get(page("plan-review", cast.maya, review.pk)))
    assert "What did you do yourselves that helped? Nobody has written it yet." in shown
    with acting_as(cast.aisha):
        finished(cast.aisha, review, helped="We put the phones in a drawer at eight.")
        [line] = SituationLine.objects.filter(person=cast.maya, kind="strength")
        assert line.text == "We put the phones in a drawer at eight."
    assert "We put the phones in a drawer at eight." in text(browse("aisha").get(page("child", cast.maya)))


@pytest.mark.parametrize("helped", ["", "n/a", "."])
def test_s4_17_twin_left_empty_the_review_is_finished_and_no_strength_is_made_up(cast, helped):
    with acting_as(cast.aisha):
        review = finished(cast.aisha, looked_at(cast.aisha, agreed(cast.aisha, cast.maya)), helped=helped)
        assert PlanReview.objects.get(pk=review.pk).finished_on == TODAY
        assert not SituationLine.objects.filter(person=cast.maya, kind="strength").exists()
