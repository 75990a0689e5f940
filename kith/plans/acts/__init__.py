from kith.plans.acts.agreeing import agree_plan, confirm_plan_words, end_plan, take_back_plan
from kith.plans.acts.celebrating import celebrate
from kith.plans.acts.in_the_room import OutcomeSaid, StepSaid, ViewSaid, make_family_plan
from kith.plans.acts.planning import add_outcome, begin_plan, change_outcome, change_plan, end_outcome
from kith.plans.acts.reviewing import add_to_review, finish_review, review_plan
from kith.plans.acts.stepping import accept_step, add_step, chase_step, report_step, step_inside
from kith.plans.acts.suggesting import answer_idea, put_idea
from kith.plans.acts.written import Point, Stood, TookPart

__all__ = [
    "OutcomeSaid",
    "Point",
    "StepSaid",
    "Stood",
    "TookPart",
    "ViewSaid",
    "accept_step",
    "add_outcome",
    "add_step",
    "add_to_review",
    "agree_plan",
    "answer_idea",
    "begin_plan",
    "celebrate",
    "change_outcome",
    "change_plan",
    "chase_step",
    "confirm_plan_words",
    "end_outcome",
    "end_plan",
    "finish_review",
    "make_family_plan",
    "put_idea",
    "report_step",
    "review_plan",
    "step_inside",
    "take_back_plan",
]
