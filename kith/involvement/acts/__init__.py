from kith.involvement.acts.after_birth import born_with, wait_for_mother
from kith.involvement.acts.another import answer_worker_asked, ask_for_another_worker, tell_worker_answer
from kith.involvement.acts.asking import answer_request, ask_agencies
from kith.involvement.acts.care_review import (
    add_to_care_review,
    finish_care_review,
    record_care_check,
    record_care_review,
)
from kith.involvement.acts.closing import close_work
from kith.involvement.acts.contacts import take_contact, take_up_contact, tell_us
from kith.involvement.acts.difference import (
    ask_difference_again,
    differences_inside,
    say_difference,
    say_what_we_did,
    sort_difference,
)
from kith.involvement.acts.early import answer_service, begin_early_help, begin_early_help_with, note_joined
from kith.involvement.acts.ending_protection import end_protection_plan
from kith.involvement.acts.enquiring import conclude_enquiry, hold_back_enquiry, note_enquiry, tell_of_enquiry
from kith.involvement.acts.exposing import (
    change_exposure,
    end_exposure,
    find_exposure,
    pass_on_exposure,
    take_up_exposure,
)
from kith.involvement.acts.fitting import match_level
from kith.involvement.acts.hearing import take_first_contact
from kith.involvement.acts.improving import change_improvement, end_improvement, plan_improvement
from kith.involvement.acts.leaving_out import ask_in_again, leave_out
from kith.involvement.acts.looked_after import (
    end_legal_status,
    end_looked_after,
    make_order_longer,
    note_care,
    record_legal_status,
)
from kith.involvement.acts.matching import begin_from_contact, match_child
from kith.involvement.acts.meeting import (
    add_to_meeting,
    do_meeting_step,
    finish_meeting,
    note_ready,
    plan_meeting,
    put_ready,
    record_conference,
    record_core_group,
    record_strategy,
    withdraw_step_inside,
)
from kith.involvement.acts.midway import check_midway
from kith.involvement.acts.missing import note_found, note_missing, record_return_talk, report_missing
from kith.involvement.acts.moving import ask_for_level, change_level, keep_level
from kith.involvement.acts.needing import arrange_need, chase_need, drop_need, meet_need, say_need
from kith.involvement.acts.offering import note_family_meeting, offer_family_meeting, withhold_family_meeting
from kith.involvement.acts.outside import finish_screening, link_place, note_place, screen_outside, unlink_place
from kith.involvement.acts.picture import give_picture, sign_picture, write_picture
from kith.involvement.acts.placing import begin_placement, end_placement, note_placement
from kith.involvement.acts.reaching import agree_terms, put_own_photo, say_how_to_reach, take_away_own_photo
from kith.involvement.acts.sharing import (
    add_to_anyway,
    authorise_share,
    must_be_shareable,
    note_share_agreed,
    share_anyway,
    tell_of_late_share,
    withdraw_share,
)
from kith.involvement.acts.touching import begin_touchpoint, end_touchpoint, hand_touchpoint, note_touchpoint
from kith.involvement.acts.transferring import (
    accept_transfer,
    begin_transfer,
    call_off_transfer,
    note_paper,
    tell_of_transfer,
)
from kith.involvement.acts.triage import decide_contact, tell_back
from kith.involvement.acts.working import (
    allocate,
    begin_work,
    note_handover,
    raise_concern,
    read_handover,
    take_concern,
)

__all__ = [
    "accept_transfer",
    "add_to_anyway",
    "add_to_care_review",
    "add_to_meeting",
    "agree_terms",
    "allocate",
    "answer_request",
    "answer_service",
    "answer_worker_asked",
    "arrange_need",
    "ask_agencies",
    "ask_difference_again",
    "ask_for_another_worker",
    "ask_for_level",
    "ask_in_again",
    "authorise_share",
    "begin_early_help",
    "begin_early_help_with",
    "begin_from_contact",
    "begin_placement",
    "begin_touchpoint",
    "begin_transfer",
    "begin_work",
    "born_with",
    "call_off_transfer",
    "change_exposure",
    "change_improvement",
    "change_level",
    "chase_need",
    "check_midway",
    "close_work",
    "conclude_enquiry",
    "decide_contact",
    "differences_inside",
    "do_meeting_step",
    "drop_need",
    "end_exposure",
    "end_improvement",
    "end_legal_status",
    "end_looked_after",
    "end_placement",
    "end_protection_plan",
    "end_touchpoint",
    "find_exposure",
    "finish_care_review",
    "finish_meeting",
    "finish_screening",
    "give_picture",
    "hand_touchpoint",
    "hold_back_enquiry",
    "keep_level",
    "leave_out",
    "link_place",
    "make_order_longer",
    "match_child",
    "match_level",
    "meet_need",
    "must_be_shareable",
    "note_care",
    "note_enquiry",
    "note_family_meeting",
    "note_found",
    "note_handover",
    "note_joined",
    "note_missing",
    "note_paper",
    "note_place",
    "note_placement",
    "note_ready",
    "note_share_agreed",
    "note_touchpoint",
    "offer_family_meeting",
    "pass_on_exposure",
    "plan_improvement",
    "plan_meeting",
    "put_own_photo",
    "put_ready",
    "raise_concern",
    "read_handover",
    "record_care_check",
    "record_care_review",
    "record_conference",
    "record_core_group",
    "record_legal_status",
    "record_return_talk",
    "record_strategy",
    "report_missing",
    "say_difference",
    "say_how_to_reach",
    "say_need",
    "say_what_we_did",
    "screen_outside",
    "share_anyway",
    "sign_picture",
    "sort_difference",
    "take_away_own_photo",
    "take_concern",
    "take_contact",
    "take_first_contact",
    "take_up_contact",
    "take_up_exposure",
    "tell_back",
    "tell_of_enquiry",
    "tell_of_late_share",
    "tell_of_transfer",
    "tell_us",
    "tell_worker_answer",
    "unlink_place",
    "wait_for_mother",
    "withdraw_share",
    "withdraw_step_inside",
    "withhold_family_meeting",
    "write_picture",
]
