"""Every standard there is. To add one: write it in the module of its theme, and name it here and in a charter."""

from kith.standards.deciding import challenges_answered, decisions_looked_at_again, decisions_reasoned
from kith.standards.hearing import answers_told, corner_received, heard, return_talk_offered, wishes_answered
from kith.standards.knowing import (
    all_about_me,
    family_known,
    life_today,
    story_reviewed,
    tree_confirmed,
    valued_followed_up,
)
from kith.standards.leading import lead_worker, next_contact, visits_complete
from kith.standards.planning import assessment_finished, contributions_answered, plan_looked_at_again, steps_accepted
from kith.standards.seeing import seen_alone, seen_in_time
from kith.standards.shapes import Shape
from kith.standards.telling import another_worker, danger_taken_up, told_before

STANDARDS: tuple[Shape, ...] = (
    seen_in_time,
    seen_alone,
    heard,
    wishes_answered,
    answers_told,
    corner_received,
    return_talk_offered,
    lead_worker,
    next_contact,
    visits_complete,
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
)

_BY_ID = {standard.id: standard for standard in STANDARDS}


def standard(id_: str) -> Shape:
    """Raises LookupError for an id that is no standard's."""
    if id_ not in _BY_ID:
        raise LookupError(f"There is no standard called {id_!r}.")
    return _BY_ID[id_]
