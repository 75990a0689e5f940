from kith.involvement.rules.contacts import MOST_CHILDREN, ToldOf, child_named, children_named, keys_of
from kith.involvement.rules.moving import asks_why_still, must_be_matched, way
from kith.involvement.rules.telling import next_told
from kith.involvement.rules.triage import Decided, begins_as, must_stand, not_told_back

__all__ = [
    "MOST_CHILDREN",
    "Decided",
    "ToldOf",
    "asks_why_still",
    "begins_as",
    "child_named",
    "children_named",
    "keys_of",
    "must_be_matched",
    "must_stand",
    "next_told",
    "not_told_back",
    "way",
]
