"""Decisions about a child's story from what is in hand alone: what suggests itself, what is owed, what is stale."""

from kith.story.rules.events import Asked, Event, Source, Standing, standing
from kith.story.rules.lenses import EVERYTHING, STORY, SUGGESTED, TO_COMPLETE, lenses_of
from kith.story.rules.likeness import likely_same
from kith.story.rules.suggesting import Deed, Suggestion, suggestion

__all__ = [
    "EVERYTHING",
    "STORY",
    "SUGGESTED",
    "TO_COMPLETE",
    "Asked",
    "Deed",
    "Event",
    "Source",
    "Standing",
    "Suggestion",
    "lenses_of",
    "likely_same",
    "standing",
    "suggestion",
]
