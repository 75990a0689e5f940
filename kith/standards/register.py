"""Every standard there is. To add one: write it in the module of its theme, and name it here and in a charter."""

from kith.standards.alerting import (
    danger_paired,
    left_out_looked_at,
    outside_looked_again,
    risk_looked_at_again,
    signs_looked_at,
)
from kith.standards.around import (
    allegation_reported,
    family_meeting_held,
    family_meeting_offered,
    fostered_seen,
    incident_told,
    services_known,
    urgent_needs_met,
)
from kith.standards.belonging import (
    days_celebrated,
    hard_times,
    identity_asked,
    own_pace,
    own_people_asked,
    strengths_looked_for,
)
from kith.standards.caring import (
    care_plan_written,
    care_reviewed,
    health_looked_at,
    learning_planned,
    pathway_kept,
    yes_known,
)
from kith.standards.choosing import helps_told
from kith.standards.clocks.register import driven_by
from kith.standards.complaining import complaints_answered
from kith.standards.conferring import report_shared, view_after_review
from kith.standards.deciding import (
    challenges_answered,
    decisions_looked_at_again,
    decisions_reasoned,
    more_time_answered,
)
from kith.standards.growing import adults_helped, adults_weighed, growing_looked_at, wellbeing_asked
from kith.standards.heard_back import sharing_looked_at, you_said_we_did
from kith.standards.hearing import answers_told, corner_received, heard, return_talk_offered, wishes_answered
from kith.standards.knowing import (
    all_about_me,
    family_known,
    life_today,
    story_reviewed,
    tree_confirmed,
    valued_followed_up,
    what_helps_known,
)
from kith.standards.leading import lead_worker, next_contact, visits_complete
from kith.standards.learning import lead_trained
from kith.standards.listening import answered_by_another, day_seen, helper_offered, words_checked_back
from kith.standards.meeting import left_with_it, nobody_left_out, view_got_in, why_not_there
from kith.standards.planned import (
    adults_change,
    outcomes_on_words,
    outcomes_whole,
    plan_after_assessment,
    progress_celebrated,
    steps_done,
    strength_used,
)
from kith.standards.planning import assessment_finished, contributions_answered, plan_looked_at_again, steps_accepted
from kith.standards.protecting import (
    conference_in_time,
    core_group_met,
    enquiry_finished,
    protection_reviewed,
    talked_at_once,
)
from kith.standards.reaching import contact_decided, level_weighed, teller_told, worry_taken_up
from kith.standards.recording import critical_written, written_in_time
from kith.standards.reflecting import assumptions_asked, supervision_held, time_for_each, two_explanations
from kith.standards.relating import goodbye_said, new_lead_told, promises_kept
from kith.standards.respecting import no_blame, promises_fit, rights_told, rights_weighed
from kith.standards.seeing import seen_alone, seen_in_time
from kith.standards.serving import needs_served, practice_adapts
from kith.standards.shapes import Shape
from kith.standards.sharing_plans import ideas_answered, plan_clear, plan_for_child, plan_given, unclear_answered
from kith.standards.telling import another_worker, danger_taken_up, told_before
from kith.standards.thanking import thanks_passed_on
from kith.standards.understanding import (
    assessment_current,
    both_parents_heard,
    childs_eyes,
    effects_said,
    evidence_shown,
    family_first,
)

STANDARDS: tuple[Shape, ...] = (
    seen_in_time,
    seen_alone,
    heard,
    wishes_answered,
    answers_told,
    corner_received,
    return_talk_offered,
    worry_taken_up,
    contact_decided,
    teller_told,
    level_weighed,
    talked_at_once,
    enquiry_finished,
    conference_in_time,
    core_group_met,
    protection_reviewed,
    report_shared,
    view_after_review,
    danger_paired,
    signs_looked_at,
    risk_looked_at_again,
    left_out_looked_at,
    outside_looked_again,
    care_plan_written,
    yes_known,
    health_looked_at,
    learning_planned,
    care_reviewed,
    pathway_kept,
    urgent_needs_met,
    services_known,
    family_meeting_offered,
    family_meeting_held,
    fostered_seen,
    allegation_reported,
    incident_told,
    more_time_answered,
    lead_worker,
    next_contact,
    visits_complete,
    critical_written,
    written_in_time,
    story_reviewed,
    family_known,
    tree_confirmed,
    life_today,
    all_about_me,
    valued_followed_up,
    decisions_reasoned,
    challenges_answered,
    decisions_looked_at_again,
    assessment_finished,
    steps_accepted,
    contributions_answered,
    plan_looked_at_again,
    told_before,
    danger_taken_up,
    another_worker,
    words_checked_back,
    answered_by_another,
    helper_offered,
    day_seen,
    promises_kept,
    new_lead_told,
    goodbye_said,
    lead_trained,
    family_first,
    both_parents_heard,
    childs_eyes,
    effects_said,
    evidence_shown,
    assessment_current,
    wellbeing_asked,
    growing_looked_at,
    adults_weighed,
    adults_helped,
    identity_asked,
    strengths_looked_for,
    own_people_asked,
    hard_times,
    days_celebrated,
    own_pace,
    plan_after_assessment,
    outcomes_whole,
    outcomes_on_words,
    strength_used,
    adults_change,
    steps_done,
    progress_celebrated,
    ideas_answered,
    plan_given,
    plan_for_child,
    plan_clear,
    unclear_answered,
    needs_served,
    practice_adapts,
    view_got_in,
    left_with_it,
    nobody_left_out,
    you_said_we_did,
    sharing_looked_at,
    complaints_answered,
    thanks_passed_on,
    helps_told,
    what_helps_known,
    why_not_there,
    rights_told,
    rights_weighed,
    no_blame,
    promises_fit,
    time_for_each,
    supervision_held,
    two_explanations,
    assumptions_asked,
)

_BY_ID = {standard.id: standard for standard in STANDARDS}


def standard(id_: str) -> Shape:
    """Raises LookupError for an id that is no standard's."""
    if id_ not in _BY_ID:
        raise LookupError(f"There is no standard called {id_!r}.")
    return _BY_ID[id_]


def is_for_few(promise: Shape) -> bool:
    """Whether few may know that it was made to a child, or its clock is kept close: no row or number that others read
    tells of it.
    """
    if promise.for_few:
        return True
    runs = driven_by(promise.limits) if isinstance(promise.limits, str) else None
    return bool(runs and runs.kept_close)
