"""Every refusal the register of requirements asks for has a test named by its row, and a twin that keeps the same thing
incomplete (design 7.1).
"""

import re
from pathlib import Path

import pytest

# Row: the test of its refusal, and of its twin. Where one test holds both, it stands twice.
ROWS = {
    "s2_06": (
        "test_s2_06_work_does_not_end_while_somebody_dangerous_is_close_and_nobody_took_it_up",
        "test_s2_06_twin_an_arrangement_with_someone_dangerous_is_saved_all_the_same",
    ),
    "s2_17": ("test_s2_17_s3_05_an_empty_assessment_is_kept_and_its_signing_names_each_gap",) * 2,
    "s1_16": (
        "test_s1_16_a_high_concern_says_what_the_other_sides_of_the_map_do_to_it",
        "test_s1_16_twin_a_high_concern_is_kept_without_either",
    ),
    "s1_07": ("test_s1_07_a_worry_without_what_was_seen_is_kept_and_owes_it",) * 2,
    "s1_09": (
        "test_s1_09_an_outcome_rests_on_an_assessment_or_says_why_it_could_not_wait",
        "test_s1_09_twin_an_outcome_is_kept_with_neither_an_assessment_nor_a_reason",
    ),
    "s3_04": (
        "test_s3_04_a_danger_owes_a_goal_and_everyones_number",
        "test_s3_04_twin_a_danger_is_on_the_banner_at_once_with_nothing_else",
    ),
    "s3_05": ("test_s2_17_s3_05_an_empty_assessment_is_kept_and_its_signing_names_each_gap",) * 2,
    "s3_06": (
        "test_s3_06_it_is_not_released_while_what_matters_owes_words_and_is_once_they_are_written",
        "test_s3_06_twin_one_tap_takes_an_event_in_though_nobody_has_words_for_it_yet",
    ),
    "s3_08": (
        "test_s3_08_a_review_is_not_finished_before_it_is_said_whether_it_changes_what_we_understand",
        "test_s3_08_s3_26_twin_a_review_without_change_is_kept_with_neither_answer",
    ),
    "s2_19": (
        "test_s2_19_an_adults_need_says_what_it_does_to_the_child_and_to_what_we_offer",
        "test_s2_19_twin_an_adults_need_is_kept_with_nothing_said_of_what_it_does",
    ),
    "s1_34": (
        "test_s1_34_s3_05_one_part_missing_is_named_and_the_rest_is_kept",
        "test_s2_17_s3_05_an_empty_assessment_is_kept_and_its_signing_names_each_gap",
    ),
    "s1_12": (
        "test_s1_12_an_outcome_that_lacks_something_is_named",
        "test_s1_12_twin_a_plan_is_kept_with_one_sentence_and_owes_the_rest",
    ),
    "s1_13": ("test_s1_13_an_outcome_nobody_scored_stops_the_end_and_not_the_writing",) * 2,
    "s3_23": (
        "test_s3_23_an_empty_column_stops_the_end_and_not_the_writing",
        "test_s3_23_twin_a_review_with_nothing_in_it_is_kept_and_not_finished",
    ),
    "s3_26": (
        "test_s3_26_two_reviews_without_change_ask_for_more",
        "test_s3_08_s3_26_twin_a_review_without_change_is_kept_with_neither_answer",
    ),
    "s4_21": (
        "test_s4_21_an_idea_is_not_turned_down_without_a_reason",
        "test_s4_21_twin_an_idea_is_kept_before_anybody_has_an_answer",
    ),
    "s3_17": (
        "test_s3_17_a_decision_without_its_reasons_is_not_finished_at_any_point_it_is_owed",
        "test_s3_17_twin_the_same_is_kept_incomplete_and_owed_by_the_next_working_day",
    ),
    "s3_18": (
        "test_s3_18_finished_with_a_matched_sign_and_why_not_the_level_above_and_below",
        "test_s3_18_twin_the_same_is_kept_incomplete",
    ),
    "s3_19": (
        "test_s3_19_nobody_signs_their_own_assessment",
        "test_s2_17_s3_05_an_empty_assessment_is_kept_and_its_signing_names_each_gap",
    ),
    "s3_20": (
        "test_s3_20_it_waits_and_whoever_decided_cannot_answer",
        "test_s3_20_it_pauses_ending_stepping_down_and_less_protection_and_never_a_protective_act",
    ),
    "s3_10": ("test_s3_10_a_home_visit_without_daily_life_is_kept_and_owes_it_once_for_the_family",) * 2,
    "s3_11": (
        "test_s3_11_a_move_that_leaves_the_family_guessing_is_refused_and_no_visit_has_moved",
        "test_s3_11_twin_that_nobody_was_told_and_nobody_came_is_recorded_all_the_same",
    ),
    "s2_30": (
        "test_s2_30_convenience_is_refused_and_so_is_nothing_said_of_the_harm",
        "test_s2_30_the_twin_what_was_shared_already_is_kept_whatever_is_missing_and_covers_nothing_new",
    ),
    "s2_27": ("test_s2_27_the_familys_own_account_is_written_before_anybody_signs_ours",) * 2,
    "s2_29_2": (
        "test_s2_29_2_a_father_is_left_out_on_a_ground_or_the_meeting_is_not_closed",
        "test_s2_29_2_twin_a_meeting_without_a_father_is_kept_with_no_ground_given",
    ),
    "s4_32": (
        "test_s3_16_s4_32_ending_says_what_it_came_to_who_was_told_and_what_comes_after",
        "test_s3_17_work_is_not_ended_without_an_agreed_decision_and_nothing_of_it_is_lost",
    ),
    "s0_17": (
        "test_s0_17_who_is_not_registered_does_not_lead_a_protection_plan_and_those_who_may_are_named",
        "test_s0_17_twin_help_of_another_level_is_led_by_anybody",
    ),
    "s3_31": ("test_s3_31_one_explanation_is_kept_and_not_signed",) * 2,
    "s3_33": (
        "test_s3_33_a_decision_shaped_by_reflection_without_its_link_or_its_words_is_not_finished",
        "test_s3_33_twin_the_same_is_kept_incomplete_and_finished_once_it_is_linked",
    ),
    "s4_24": (
        "test_s4_24_above_the_cap_a_child_is_allocated_only_with_a_reason_and_the_manager_is_told",
        "test_s4_24_twin_work_that_nobody_has_room_for_is_recorded_and_waits",
    ),
    "s3_16": (
        "test_s3_16_a_review_is_not_finished_before_each_was_asked_what_difference_we_make",
        "test_s3_16_twin_it_is_kept_unfinished_and_what_each_said_stands_in_it_once_it_is",
    ),
}
HERE = Path(__file__).parents[1]
ALL = set(re.findall(r"^def (test_\w+)", "\n".join(one.read_text() for one in HERE.rglob("test_*.py")), re.MULTILINE))


@pytest.mark.parametrize("row", ROWS)
def test_each_refusal_of_the_register_has_its_test_and_its_twin(row):
    refusal, twin = ROWS[row]
    assert row in refusal
    assert {refusal, twin} <= ALL, f"{row} names a test that is not there"
