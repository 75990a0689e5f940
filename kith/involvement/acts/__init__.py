from kith.involvement.acts.asking import answer_worker_asked, ask_for_another_worker, tell_worker_answer
from kith.involvement.acts.exposing import end_exposure, find_exposure, pass_on_exposure, take_up_exposure
from kith.involvement.acts.hearing import take_first_contact
from kith.involvement.acts.working import allocate, begin_work, close_work, raise_concern, take_concern

__all__ = [
    "allocate",
    "answer_worker_asked",
    "ask_for_another_worker",
    "begin_work",
    "close_work",
    "end_exposure",
    "find_exposure",
    "pass_on_exposure",
    "raise_concern",
    "take_concern",
    "take_first_contact",
    "take_up_exposure",
    "tell_worker_answer",
]
