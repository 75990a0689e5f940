from kith.sharing.acts.releasing import give_appointment, keep_paper, recall_copies, release_copy, tell_recalled
from kith.sharing.acts.understanding import (
    offer_walk_through,
    say_clear,
    say_unclear,
    walk_through,
    write_what_was_said,
)

__all__ = [
    "give_appointment",
    "keep_paper",
    "offer_walk_through",
    "recall_copies",
    "release_copy",
    "say_clear",
    "say_unclear",
    "tell_recalled",
    "walk_through",
    "write_what_was_said",
]
