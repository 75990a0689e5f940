from kith.involvement.acts.exposing import end_exposure, find_exposure, pass_on_exposure, take_up_exposure
from kith.involvement.acts.working import allocate, begin_work, close_work, raise_concern, take_concern

__all__ = [
    "allocate",
    "begin_work",
    "close_work",
    "end_exposure",
    "find_exposure",
    "pass_on_exposure",
    "raise_concern",
    "take_concern",
    "take_up_exposure",
]
