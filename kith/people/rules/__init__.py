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
from kith.people.rules.names import name_words, sort_key

__all__ = [
    "IDENTITY",
    "PARENTS",
    "WORKED_OUT",
    "Question",
    "as_sentence",
    "asked_state",
    "closeness",
    "identifier_fault",
    "inverse",
    "is_known",
    "la_child_id_fault",
    "missing_parents",
    "name_words",
    "nhs_number_fault",
    "questions",
    "references",
    "relation_in_words",
    "sort_key",
    "tidy_identifier",
    "upn_body_fault",
    "upn_check_letter",
    "upn_fault",
]
