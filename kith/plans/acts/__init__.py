from kith.plans.acts.agreeing import agree_plan, confirm_plan_words, end_plan, say_not_now, take_back_plan
from kith.plans.acts.asking import ask_to_read_plan, read_plan
from kith.plans.acts.celebrating import celebrate
from kith.plans.acts.changing_steps import change_step, take_out_inside, take_out_step
from kith.plans.acts.in_the_room import OutcomeSaid, StepSaid, ViewSaid, make_family_plan
from kith.plans.acts.planning import add_outcome, begin_plan, change_outcome, change_plan, end_outcome
from kith.plans.acts.readying import note_ready_for_review
from kith.plans.acts.reviewing import add_to_review, finish_review, review_plan
from kith.plans.acts.serving import answer_need, end_need_answer
from kith.plans.acts.stepping import accept_step, add_step, chase_step, report_step, step_inside
from kith.plans.acts.suggesting import answer_idea, put_idea
from kith.plans.acts.written import InvitedGiven, Point, Stood, TookPart

__all__ = [
    "InvitedGiven",
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
    "answer_need",
    "ask_to_read_plan",
    "begin_plan",
    "celebrate",
    "change_outcome",
    "change_plan",
    "change_step",
    "chase_step",
    "confirm_plan_words",
    "end_need_answer",
    "end_outcome",
    "end_plan",
    "finish_review",
    "make_family_plan",
    "note_ready_for_review",
    "put_idea",
    "read_plan",
    "report_step",
    "review_plan",
    "say_not_now",
    "step_inside",
    "take_back_plan",
    "take_out_inside",
    "take_out_step",
]
