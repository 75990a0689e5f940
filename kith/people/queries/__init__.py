from kith.people.queries.families import FamilyMember, family_of, household_of, siblings_of, who_may_decide
from kith.people.queries.finding import (
    Found,
    bare,
    find,
    open_person,
    people_i_am_tied_to,
    person_by_ref,
    restricted_by_ref,
)
from kith.people.queries.safety import SITUATION_KINDS, protected_strings, situation_line, situation_of

__all__ = [
    "SITUATION_KINDS",
    "FamilyMember",
    "Found",
    "bare",
    "family_of",
    "find",
    "household_of",
    "open_person",
    "people_i_am_tied_to",
    "person_by_ref",
    "protected_strings",
    "restricted_by_ref",
    "siblings_of",
    "situation_line",
    "situation_of",
    "who_may_decide",
]
