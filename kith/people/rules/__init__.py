"""Decisions about people from what is in hand alone: numbers that fit together, names as they sort, references."""

from kith.people.rules import references
from kith.people.rules.families import (
    IDENTITY,
    PARENTS,
    WORKED_OUT,
    Question,
    asked_state,
    closeness,
    inverse,
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
from kith.people.rules.kin import COUPLES, KIN
from kith.people.rules.names import name_words, sort_key
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
    "WORKED_OUT",
    "Asked",
    "Changed",
    "Helper",
    "Parent",
    "Question",
    "TreeQuestion",
    "as_sentence",
    "asked_state",
    "closeness",
    "identifier_fault",
    "inverse",
    "is_known",
    "la_child_id_fault",
    "missing_parents",
    "name_words",
    "network_questions",
    "nhs_number_fault",
    "questions",
    "references",
    "relation_in_words",
    "sort_key",
    "tidy_identifier",
    "tree_questions",
    "upn_body_fault",
    "upn_check_letter",
    "upn_fault",
]
