from kith.decisions.acts.agreeing import agree_decision, return_decision
from kith.decisions.acts.deciding import decide, decide_inside, finish_decision, finish_inside, revise_decision
from kith.decisions.acts.ending import end_decision

__all__ = [
    "agree_decision",
    "decide",
    "decide_inside",
    "end_decision",
    "finish_decision",
    "finish_inside",
    "return_decision",
    "revise_decision",
]
