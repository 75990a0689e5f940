"""A family drawn from its recorded relations: the graph as at a day, its layout, and the drawings (S3-07, N10).

Everything here is pure: facts in, places and sentences out. Nothing is drawn that is not recorded.
"""

from kith.people.tree.graph import Family
from kith.people.tree.people import Household, Relation, Someone, Stay
from kith.people.tree.sorting import family_as_at

__all__ = ["Family", "Household", "Relation", "Someone", "Stay", "family_as_at"]
