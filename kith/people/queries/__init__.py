from kith.people.queries.about_me import about_me, about_me_line
from kith.people.queries.describing import KnownBy, known_by
from kith.people.queries.families import (
    FamilyMember,
    everyone_around,
    family_of,
    known_nearby,
    may_be_written,
    siblings_of,
    who_may_decide,
)
from kith.people.queries.finding import (
    Found,
    bare,
    find,
    open_person,
    people_i_am_tied_to,
    person_by_ref,
    restricted_by_ref,
)
from kith.people.queries.homes import Home, Homes, homes_of, household_of, places_of, residence
from kith.people.queries.risks import contact_of, risk, risks_of, risks_to_look_at
from kith.people.queries.safety import SITUATION_KINDS, protected_strings, situation_line, situation_of

__all__ = [
    "SITUATION_KINDS",
    "FamilyMember",
    "Found",
    "Home",
    "Homes",
    "KnownBy",
    "about_me",
    "about_me_line",
    "bare",
    "contact_of",
    "everyone_around",
    "family_of",
    "find",
    "homes_of",
    "household_of",
    "known_by",
    "known_nearby",
    "may_be_written",
    "open_person",
    "people_i_am_tied_to",
    "person_by_ref",
    "places_of",
    "protected_strings",
    "residence",
    "restricted_by_ref",
    "risk",
    "risks_of",
    "risks_to_look_at",
    "siblings_of",
    "situation_line",
    "situation_of",
    "who_may_decide",
]
