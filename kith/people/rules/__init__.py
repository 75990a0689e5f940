"""Decisions about people from what is in hand alone: numbers that fit together, names as they sort, references."""

from kith.people.rules import references
from kith.people.rules.identifiers import (
    la_child_id_fault,
    nhs_number_fault,
    upn_body_fault,
    upn_check_letter,
    upn_fault,
)
from kith.people.rules.names import name_words, sort_key

__all__ = [
    "la_child_id_fault",
    "name_words",
    "nhs_number_fault",
    "references",
    "sort_key",
    "upn_body_fault",
    "upn_check_letter",
    "upn_fault",
]
