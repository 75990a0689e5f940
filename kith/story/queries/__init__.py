"""The child's story: what was done and heard, and what people tell, in one order; and what is made of it."""

from kith.story.queries.asking_again import decisions_to_ask_again
from kith.story.queries.booklets import booklet, booklets_of, facts_about, pieces_of
from kith.story.queries.clocks import Confirmed, freshness, tree_dial
from kith.story.queries.courts import (
    answers_told,
    chronologies_of,
    chronology,
    court_lines,
    heading_for,
    open_chronology,
    two_years_before,
)
from kith.story.queries.focus import focus_of, focus_of_each
from kith.story.queries.lanes import Lanes, gaps_of, lanes_of
from kith.story.queries.reading import Reading, in_their_own_words, outline, read
from kith.story.queries.stories import (
    A_PAGE,
    Shown,
    Story,
    act,
    agencies,
    event,
    meanings_of,
    story_of,
    told_by_agencies,
    told_by_me,
)

__all__ = [
    "A_PAGE",
    "Confirmed",
    "Lanes",
    "Reading",
    "Shown",
    "Story",
    "act",
    "agencies",
    "answers_told",
    "booklet",
    "booklets_of",
    "chronologies_of",
    "chronology",
    "court_lines",
    "decisions_to_ask_again",
    "event",
    "facts_about",
    "focus_of",
    "focus_of_each",
    "freshness",
    "gaps_of",
    "heading_for",
    "in_their_own_words",
    "lanes_of",
    "meanings_of",
    "open_chronology",
    "outline",
    "pieces_of",
    "read",
    "story_of",
    "told_by_agencies",
    "told_by_me",
    "tree_dial",
    "two_years_before",
]
