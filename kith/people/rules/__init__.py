"""Decisions about people from what is in hand alone: numbers that fit together, names as they sort, references."""

from kith.people.rules import references
from kith.people.rules.consent import URGENT, CanAgree, still_needed, who_can_agree
from kith.people.rules.families import (
    IDENTITY,
    PARENTS,
    WORKED_OUT,
    Question,
    asked_state,
    closeness,
    inverse,
    is_grown,
    is_known,
    missing_parents,
    questions,
    relation_in_words,
)
from kith.people.rules.identifiers import (
    as_sentence,
    identifier_fault,
    la_child_id_fault,
    nhs_number_fault,
    tidy_identifier,
    upn_body_fault,
    upn_check_letter,
    upn_fault,
)
from kith.people.rules.interpreting import Close, never_interprets
from kith.people.rules.kin import COUPLES, KIN
from kith.people.rules.names import name_words, sort_key, sound, sound_keys
from kith.people.rules.services import Standing, services_for
from kith.people.rules.tree import (
    Asked,
    Changed,
    Helper,
    Parent,
    TreeQuestion,
    network_questions,
    tree_questions,
)

__all__ = [
    "COUPLES",
    "IDENTITY",
    "KIN",
    "PARENTS",
    "URGENT",
    "WORKED_OUT",
    "Asked",
    "CanAgree",
    "Changed",
    "Close",
    "Helper",
    "Parent",
    "Question",
    "Standing",
    "TreeQuestion",
    "as_sentence",
    "asked_state",
    "closeness",
    "identifier_fault",
    "inverse",
    "is_grown",
    "is_known",
    "la_child_id_fault",
    "missing_parents",
    "name_words",
    "network_questions",
    "never_interprets",
    "nhs_number_fault",
    "questions",
    "references",
    "relation_in_words",
    "services_for",
    "sort_key",
    "sound",
    "sound_keys",
    "still_needed",
    "tidy_identifier",
    "tree_questions",
    "upn_body_fault",
    "upn_check_letter",
    "upn_fault",
    "who_can_agree",
]
