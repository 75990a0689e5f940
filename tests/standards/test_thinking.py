"""Plans, meetings and supervision, read from a real record: what each promise takes for kept (S1-12, S0-03, S3-31)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.involvement.acts import ask_in_again, leave_out
from kith.meetings.acts import give_sheet
from kith.plans.acts import (
    TookPart,
    answer_idea,
    celebrate,
    change_outcome,
    change_step,
    end_plan,
    report_step,
    take_out_step,
)
from kith.sharing.acts import release_copy
from kith.standards import queries
from tests.assessment.making import filled, sign
from tests.cast import NOW, TODAY
from tests.involvement.test_leaving_out import GROUND
from tests.meetings.meeting import closed, written
from tests.plans import making
from tests.standards.records import one
from tests.workforce import talking

SILENT = [
    TookPart("Maya", "child", how="in_person", attended="all", spoke="PN4", why_not="She looked at her shoes."),
    *making.PEOPLE[1:],
]


def row_on(cast, id_, days, child=None):
    later = replace(cast.aisha, now=NOW + timedelta(days=days))
    return next(row for row in queries.panel(child or cast.maya, later) if row.id == id_)


def states(cast, *ids, days=0):
    return [str(row_on(cast, id_, days).state) for id_ in ids]


def test_s1_09_a_signed_assessment_is_followed_by_an_agreed_plan(cast):
    sign(cast, filled(cast))
    with acting_as(cast.aisha):
        row = one(cast, "plan-after-assessment")
        assert (row.state, row.due) == ("due", date(2026, 12, 1))
        assert row_on(cast, "plan-after-assessment", 15).state == "missed"
        making.agreed(cast.aisha, cast.maya)
        assert one(cast, "plan-after-assessment").state == "met"


def test_s1_12_an_outcome_is_whole_or_it_is_due_and_then_missed(cast):
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        outcome = making.outcome(cast.aisha, plan, baseline=".", five_outcomes=["safe"])
        assert states(cast, "outcomes-whole") == ["due"]
        assert states(cast, "outcomes-whole", days=29) == ["missed"]
        change_outcome(by=cast.aisha, about=cast.maya, outcome=outcome, baseline="Two nights of seven.")
        assert states(cast, "outcomes-whole", days=29) == ["met"]
        end_plan(by=cast.aisha, about=cast.maya, plan=plan, because="She sleeps.")
        assert states(cast, "outcomes-whole", "strength-used", "adults-change") == ["not_applicable"] * 3


def test_s1_27_a_plan_uses_a_strength_and_asks_the_adults_to_change(cast):
    both = ("strength-used", "adults-change")
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        outcome = making.outcome(cast.aisha, plan, whose_change="child")
        making.step(cast.aisha, plan, uses="")
        assert states(cast, *both) == ["due", "due"]
        assert states(cast, *both, days=29) == ["missed", "missed"]
        making.step(cast.aisha, plan, uses="Nan has them on Fridays.")
        change_outcome(by=cast.aisha, about=cast.maya, outcome=outcome, whose_change="parent")
        assert states(cast, *both, days=29) == ["met", "met"]


def test_s1_27_where_no_strength_could_be_used_how_we_looked_is_told_apart(cast):
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        making.outcome(cast.aisha, plan, whose_change="service")
        making.step(cast.aisha, plan, uses="")
        making.confirmed(cast.aisha, plan)
        why = {
            "no_strength_because": "Nan is ill and the aunt is abroad.",
            "no_parents_change_because": "It is the flat.",
        }
        making.acts.agree_plan(by=cast.aisha, about=cast.maya, plan=plan, **why)
        assert states(cast, "strength-used", "adults-change") == ["explained", "explained"]
        assert "How we looked for one is written down." in one(cast, "strength-used").sentence


def test_a_step_is_done_by_its_day_and_late_stays_late(cast):
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        first = making.step(cast.aisha, plan)
        assert (one(cast, "steps-done").state, one(cast, "steps-done").due) == ("due", date(2026, 11, 30))
        later = replace(cast.aisha, now=NOW + timedelta(days=20))
        report_step(by=later, about=cast.maya, step=first, state="done")
        assert states(cast, "steps-done", days=20) == ["missed"]
        second = making.step(later, plan, by_when=date(2026, 12, 20))
        report_step(by=replace(later, now=NOW + timedelta(days=21)), about=cast.maya, step=second, state="done")
        assert states(cast, "steps-done", days=21) == ["met"], "until a later one is done in time"


@pytest.mark.parametrize("how", ["another day", "no day", "taken out"])
def test_a_step_whose_day_has_passed_stays_late_whatever_becomes_of_it(cast, how):
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        first = making.step(cast.aisha, plan)
    later = replace(cast.aisha, now=NOW + timedelta(days=20))
    with acting_as(later):
        given = {"by": later, "about": cast.maya, "step": first}
        if how == "taken out":
            take_out_step(**given, because="Nan does it now.")
        else:
            by_when = date(2026, 12, 20) if how == "another day" else None
            goes_on = change_step(**given, what=first.what, owner_name=first.owner_name, by_when=by_when)
            assert (goes_on.by_when, goes_on.given_on, goes_on.pk != first.pk) == (by_when, first.given_on, True)
        assert states(cast, "steps-done", days=20) == ["missed"]
        second = making.step(later, plan, by_when=date(2026, 12, 20))
        report_step(by=replace(later, now=NOW + timedelta(days=21)), about=cast.maya, step=second, state="done")
        if how != "another day":
            assert states(cast, "steps-done", days=21) == ["met"], "until a later one is done in time"


def test_a_step_that_leaves_before_its_day_is_not_late(cast):
    with acting_as(cast.aisha):
        first = making.step(cast.aisha, making.begun(cast.aisha, cast.maya))
        sooner = change_step(
            by=cast.aisha, about=cast.maya, step=first, what=first.what, owner_name="Nan", by_when=date(2026, 12, 20)
        )
        assert sooner.pk == first.pk
        take_out_step(by=cast.aisha, about=cast.maya, step=first, because="Nan does it now.")
        assert states(cast, "steps-done", days=40) == ["not_applicable"]


def test_what_was_achieved_is_celebrated_within_days(cast):
    with acting_as(cast.aisha):
        plan = making.agreed(cast.aisha, cast.maya)
        making.looked_at(cast.aisha, plan, now="achieved")
        assert (one(cast, "progress-celebrated").state, one(cast, "progress-celebrated").due) == (
            "due",
            date(2026, 12, 1),
        )
        assert states(cast, "progress-celebrated", days=15) == ["missed"]
        celebrate(by=cast.aisha, about=cast.maya, plan=plan, what="Seven nights of seven.", outcome=plan.outcomes.get())
        assert states(cast, "progress-celebrated") == ["met"]


def test_s4_21_an_idea_is_answered_and_whoever_had_it_is_told(cast):
    with acting_as(cast.aisha):
        idea = making.idea(cast.aisha, making.begun(cast.aisha, cast.maya))
        assert (one(cast, "ideas-answered").state, one(cast, "ideas-answered").due) == ("due", date(2026, 12, 1))
        answer_idea(by=cast.aisha, about=cast.maya, idea=idea, answer="taken")
        assert states(cast, "ideas-answered", days=15) == ["missed"], "answered, and nobody told them"
        answer_idea(by=cast.aisha, about=cast.maya, idea=idea, answer="taken", told_on=TODAY)
        assert states(cast, "ideas-answered") == ["met"]


@pytest.mark.parametrize(
    ("whom", "kept", "other"), [("kelly", "plan-given", "plan-for-child"), ("maya", "plan-for-child", "plan-given")]
)
def test_s3_14_an_agreed_plan_is_in_the_familys_hands_and_in_the_childs(cast, whom, kept, other):
    whose = cast.maya if whom == "maya" else cast.people[whom]
    copy = {"kind": "plan", "text": "We will all be quieter.", "who_else_sees": "nobody else"}
    with acting_as(cast.aisha):
        making.agreed(cast.aisha, cast.maya)
        assert states(cast, kept, other) == ["due", "due"]
        assert states(cast, kept, other, days=8) == ["missed", "missed"]
        release_copy(by=cast.aisha, about=cast.maya, recipient=whose, recipient_name=whose.called, **copy)
        assert states(cast, kept, other, days=8) == ["met", "missed"]


@pytest.mark.parametrize(("people", "state"), [(making.PEOPLE, "met"), (SILENT, "missed"), ([], "not_applicable")])
def test_s0_03_the_childs_view_gets_in_when_the_plan_is_looked_at(cast, people, state):
    with acting_as(cast.aisha):
        plan = making.agreed(cast.aisha, cast.maya)
        making.looked_at(cast.aisha, plan, people=people)
        assert states(cast, "view-got-in") == [state]


def test_s3_14_what_was_decided_is_in_somebodys_hand_before_the_day_is_over(cast):
    with acting_as(cast.aisha):
        board = closed(cast.aisha, written(cast.aisha, cast.maya))
        assert states(cast, "left-with-it") == ["due"]
        assert states(cast, "left-with-it", days=1) == ["missed"]
        give = {"by": cast.aisha, "about": cast.maya, "board": board}
        give_sheet(**give, who="Tomek Nowak", how="not_given", because="He left in tears.")
        assert states(cast, "left-with-it", days=1) == ["explained"]
        give_sheet(**give, who="Kelly Okafor", how="in_hand")
        assert states(cast, "left-with-it", days=1) == ["met"]


def test_s2_29_2_somebody_left_out_has_a_whole_ground_and_is_looked_at_again(cast):
    with acting_as(cast.aisha):
        assert states(cast, "nobody-left-out") == ["not_applicable"]
        leave_out(by=cast.aisha, about=cast.maya, who="Tomek Nowak")
        assert states(cast, "nobody-left-out") == ["due"]
        assert states(cast, "nobody-left-out", days=1) == ["missed"]
        whole = leave_out(by=cast.aisha, about=cast.maya, **GROUND, heard_how="By letter, through his solicitor.")
        assert states(cast, "nobody-left-out", days=1) == ["met"], "written again, the newest counts"
        assert states(cast, "nobody-left-out", days=61) == ["missed"], "nobody looked at it again"
        ask_in_again(by=cast.aisha, about=cast.maya, left_out=whole, because="The bail has ended.")
        assert states(cast, "nobody-left-out") == ["not_applicable"]


def test_s3_32_supervision_counts_once_both_have_signed(cast):
    with acting_as(cast.aisha):
        talk = talking.written(cast.aisha, cast.maya, cast)
        talking.signed(cast.aisha, talk)
        assert states(cast, "supervision-held") == ["missed"]
    with acting_as(cast.grace):
        talking.signed(cast.grace, talk)
        assert states(cast, "supervision-held") == ["met"]
        assert states(cast, "supervision-held", days=29) == ["missed"]


@pytest.mark.parametrize(
    ("given", "id_"),
    [({"thoughts": talking.THOUGHTS[:1]}, "two-explanations"), ({"would_change": "n/a"}, "assumptions-asked")],
)
def test_s3_31_one_explanation_or_nothing_that_would_change_our_minds_is_due_and_then_missed(cast, given, id_):
    with acting_as(cast.aisha):
        talking.written(cast.aisha, cast.maya, cast, **given)
        assert states(cast, id_) == ["due"]
        assert states(cast, id_, days=8) == ["missed"]
        talking.written(cast.aisha, cast.leo, cast)
        assert row_on(cast, id_, 8, cast.leo).state == "met"
