from kith.people.queries.families import FamilyMember, family_of, household_of, siblings_of, who_may_decide
from kith.people.queries.finding import Found, find, person_by_ref, restricted_by_ref
from kith.people.queries.safety import protected_strings, situation_of

__all__ = [
    "FamilyMember",
    "Found",
    "family_of",
    "find",
    "household_of",
    "person_by_ref",
    "protected_strings",
    "restricted_by_ref",
    "siblings_of",
    "situation_of",
    "who_may_decide",
]
