from kith.assessment.acts.alert import look_at_pattern, tick_signs
from kith.assessment.acts.asking import ask_for_signature, send_back_assessment
from kith.assessment.acts.dangers import rate_safety, say_danger, set_safety_goal
from kith.assessment.acts.hearing import (
    contribute,
    decline_to_contribute,
    give_as_agency,
    leave_out_contributor,
    say_what_became,
)
from kith.assessment.acts.knowing import mark_growing, rate_wellbeing, say_life_today
from kith.assessment.acts.mapping import note_domain, note_effect, set_outcome_aside
from kith.assessment.acts.signing import begin_assessment, reopen_assessment, sign_assessment, take_back_signature
from kith.assessment.acts.writing import add_evidence, name_factors, write_analysis, write_perspective

__all__ = [
    "add_evidence",
    "ask_for_signature",
    "begin_assessment",
    "contribute",
    "decline_to_contribute",
    "give_as_agency",
    "leave_out_contributor",
    "look_at_pattern",
    "mark_growing",
    "name_factors",
    "note_domain",
    "note_effect",
    "rate_safety",
    "rate_wellbeing",
    "reopen_assessment",
    "say_danger",
    "say_life_today",
    "say_what_became",
    "send_back_assessment",
    "set_outcome_aside",
    "set_safety_goal",
    "sign_assessment",
    "take_back_signature",
    "tick_signs",
    "write_analysis",
    "write_perspective",
]
