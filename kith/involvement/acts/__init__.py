from kith.involvement.acts.another import answer_worker_asked, ask_for_another_worker, tell_worker_answer
from kith.involvement.acts.asking import answer_request, ask_agencies
from kith.involvement.acts.closing import close_work
from kith.involvement.acts.contacts import take_contact, take_up_contact, tell_us
from kith.involvement.acts.exposing import end_exposure, find_exposure, pass_on_exposure, take_up_exposure
from kith.involvement.acts.hearing import take_first_contact
from kith.involvement.acts.matching import begin_from_contact, match_child
from kith.involvement.acts.moving import ask_for_level, change_level, keep_level
from kith.involvement.acts.triage import decide_contact, tell_back
from kith.involvement.acts.working import allocate, begin_work, note_handover, raise_concern, take_concern

__all__ = [
    "allocate",
    "answer_request",
    "answer_worker_asked",
    "ask_agencies",
    "ask_for_another_worker",
    "ask_for_level",
    "begin_from_contact",
    "begin_work",
    "change_level",
    "close_work",
    "decide_contact",
    "end_exposure",
    "find_exposure",
    "keep_level",
    "match_child",
    "note_handover",
    "pass_on_exposure",
    "raise_concern",
    "take_concern",
    "take_contact",
    "take_first_contact",
    "take_up_contact",
    "take_up_exposure",
    "tell_back",
    "tell_us",
    "tell_worker_answer",
]
