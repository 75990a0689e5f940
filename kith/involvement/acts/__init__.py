from kith.involvement.acts.asking import answer_request, ask_agencies
from kith.involvement.acts.contacts import take_contact, take_up_contact, tell_us
from kith.involvement.acts.exposing import end_exposure, find_exposure, pass_on_exposure, take_up_exposure
from kith.involvement.acts.hearing import take_first_contact
from kith.involvement.acts.matching import begin_from_contact, match_child
from kith.involvement.acts.triage import decide_contact, tell_back
from kith.involvement.acts.working import allocate, begin_work, close_work, raise_concern, take_concern

__all__ = [
    "allocate",
    "answer_request",
    "ask_agencies",
    "begin_from_contact",
    "begin_work",
    "close_work",
    "decide_contact",
    "end_exposure",
    "find_exposure",
    "match_child",
    "pass_on_exposure",
    "raise_concern",
    "take_concern",
    "take_contact",
    "take_first_contact",
    "take_up_contact",
    "take_up_exposure",
    "tell_back",
    "tell_us",
]
