from kith.visits.acts.arranging import call_off_visit, plan_visit, rearrange_visit
from kith.visits.acts.completing import complete_gap
from kith.visits.acts.family import change_as_family, end_family_promise, note_family_promise, say_as_family
from kith.visits.acts.promising import end_promise, promise
from kith.visits.acts.visiting import record_visit
from kith.visits.rules import Learnt, Promised, Said, Seen

__all__ = [
    "Learnt",
    "Promised",
    "Said",
    "Seen",
    "call_off_visit",
    "change_as_family",
    "complete_gap",
    "end_family_promise",
    "end_promise",
    "note_family_promise",
    "plan_visit",
    "promise",
    "rearrange_visit",
    "record_visit",
    "say_as_family",
]
