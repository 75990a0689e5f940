from kith.involvement.acts.another import answer_worker_asked, ask_for_another_worker, tell_worker_answer
from kith.involvement.acts.asking import answer_request, ask_agencies
from kith.involvement.acts.closing import close_work
from kith.involvement.acts.contacts import take_contact, take_up_contact, tell_us
from kith.involvement.acts.early import answer_service, begin_early_help, begin_early_help_with, note_joined
from kith.involvement.acts.ending_protection import end_protection_plan
from kith.involvement.acts.enquiring import conclude_enquiry, hold_back_enquiry, note_enquiry, tell_of_enquiry
from kith.involvement.acts.exposing import end_exposure, find_exposure, pass_on_exposure, take_up_exposure
from kith.involvement.acts.hearing import take_first_contact
from kith.involvement.acts.matching import begin_from_contact, match_child
from kith.involvement.acts.meeting import (
    add_to_meeting,
    do_meeting_step,
    finish_meeting,
    note_ready,
    plan_meeting,
    record_conference,
    record_core_group,
    record_strategy,
)
from kith.involvement.acts.moving import ask_for_level, change_level, keep_level
from kith.involvement.acts.needing import arrange_need, chase_need, drop_need, meet_need, say_need
from kith.involvement.acts.offering import note_family_meeting, offer_family_meeting, withhold_family_meeting
from kith.involvement.acts.outside import finish_screening, link_place, note_place, screen_outside, unlink_place
from kith.involvement.acts.touching import begin_touchpoint, end_touchpoint, hand_touchpoint, note_touchpoint
from kith.involvement.acts.transferring import (
    accept_transfer,
    begin_transfer,
    call_off_transfer,
    note_paper,
    tell_of_transfer,
)
from kith.involvement.acts.triage import decide_contact, tell_back
from kith.involvement.acts.working import allocate, begin_work, note_handover, raise_concern, take_concern

__all__ = [
    "accept_transfer",
    "add_to_meeting",
    "allocate",
    "answer_request",
    "answer_service",
    "answer_worker_asked",
    "arrange_need",
    "ask_agencies",
    "ask_for_another_worker",
    "ask_for_level",
    "begin_early_help",
    "begin_early_help_with",
    "begin_from_contact",
    "begin_touchpoint",
    "begin_transfer",
    "begin_work",
    "call_off_transfer",
    "change_level",
    "chase_need",
    "close_work",
    "conclude_enquiry",
    "decide_contact",
    "do_meeting_step",
    "drop_need",
    "end_exposure",
    "end_protection_plan",
    "end_touchpoint",
    "find_exposure",
    "finish_meeting",
    "finish_screening",
    "hand_touchpoint",
    "hold_back_enquiry",
    "keep_level",
    "link_place",
    "match_child",
    "meet_need",
    "note_enquiry",
    "note_family_meeting",
    "note_handover",
    "note_joined",
    "note_paper",
    "note_place",
    "note_ready",
    "note_touchpoint",
    "offer_family_meeting",
    "pass_on_exposure",
    "plan_meeting",
    "raise_concern",
    "record_conference",
    "record_core_group",
    "record_strategy",
    "say_need",
    "screen_outside",
    "take_concern",
    "take_contact",
    "take_first_contact",
    "take_up_contact",
    "take_up_exposure",
    "tell_back",
    "tell_of_enquiry",
    "tell_of_transfer",
    "tell_us",
    "tell_worker_answer",
    "unlink_place",
    "withhold_family_meeting",
]
