from kith.plans.rules.agreeing import Gap, begins_with, nobody_who_knows_was_asked, plan_gaps, said, says_why_no_words
from kith.plans.rules.fit import BEGUN, age_misfit, given_twice, left_off, mean_days_to_help
from kith.plans.rules.lanes import lane_by, lane_ends, too_late_for_lane
from kith.plans.rules.limits import first_review_by, next_review_by, plan_confirmed_by, stale_since, step_accepted_by
from kith.plans.rules.prompts import Prompts, fell, prompts, untouched
from kith.plans.rules.reviewing import review_gaps, twice_without_change, unmoved
from kith.plans.rules.serving import FEW, NOT_TOLD, SERVING, Lacking, OfKind, Served, Told, matrix, of_kinds, told
from kith.plans.rules.signed import in_lines

__all__ = [
    "BEGUN",
    "FEW",
    "NOT_TOLD",
    "SERVING",
    "Gap",
    "Lacking",
    "OfKind",
    "Prompts",
    "Served",
    "Told",
    "age_misfit",
    "begins_with",
    "fell",
    "first_review_by",
    "given_twice",
    "in_lines",
    "lane_by",
    "lane_ends",
    "left_off",
    "matrix",
    "mean_days_to_help",
    "next_review_by",
    "nobody_who_knows_was_asked",
    "of_kinds",
    "plan_confirmed_by",
    "plan_gaps",
    "prompts",
    "review_gaps",
    "said",
    "says_why_no_words",
    "stale_since",
    "step_accepted_by",
    "told",
    "too_late_for_lane",
    "twice_without_change",
    "unmoved",
    "untouched",
]
