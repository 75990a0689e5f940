from kith.decisions.acts.agreeing import agree_decision, return_decision
from kith.decisions.acts.asking_for import ask_inside, send_back_inside, settle_inside, sign_off_inside
from kith.decisions.acts.challenging import (
    answer_challenge,
    challenge_decision,
    challenge_inside,
    challenge_kept_apart,
    raise_level,
)
from kith.decisions.acts.deciding import (
    decide,
    decide_inside,
    finish_decision,
    finish_inside,
    revise_decision,
    write_inside,
)
from kith.decisions.acts.disagreeing import disagree, disagree_as_teller
from kith.decisions.acts.ending import end_decision, end_inside
from kith.decisions.acts.looking_again import ask_again, look_again, note_breach, pass_on_revisit
from kith.decisions.acts.taking_back import take_back_agreement, take_back_inside
from kith.decisions.acts.telling import must_be_fit, tell_decision

__all__ = [
    "agree_decision",
    "answer_challenge",
    "ask_again",
    "ask_inside",
    "challenge_decision",
    "challenge_inside",
    "challenge_kept_apart",
    "decide",
    "decide_inside",
    "disagree",
    "disagree_as_teller",
    "end_decision",
    "end_inside",
    "finish_decision",
    "finish_inside",
    "look_again",
    "must_be_fit",
    "note_breach",
    "pass_on_revisit",
    "raise_level",
    "return_decision",
    "revise_decision",
    "send_back_inside",
    "settle_inside",
    "sign_off_inside",
    "take_back_agreement",
    "take_back_inside",
    "tell_decision",
    "write_inside",
]
