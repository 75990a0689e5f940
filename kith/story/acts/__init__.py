"""Making the log a story: choosing, telling, reading it through, and the copies that leave."""

from kith.story.acts.booklets import make_booklet
from kith.story.acts.choosing import leave_out_of_story, link_same_event, mean_for_child, part_events, take_into_story
from kith.story.acts.courts import choose_for_court, release_chronology, typeset_chronology
from kith.story.acts.reading import review_story, say_still_right
from kith.story.acts.telling import tell_as_agency, tell_history

__all__ = [
    "choose_for_court",
    "leave_out_of_story",
    "link_same_event",
    "make_booklet",
    "mean_for_child",
    "part_events",
    "release_chronology",
    "review_story",
    "say_still_right",
    "take_into_story",
    "tell_as_agency",
    "tell_history",
    "typeset_chronology",
]
