"""What people say and do about promises. Nothing here changes what happened (design 7.10)."""

from kith.standards.acts.answering import name_who_answers, take_story_back, tell_story
from kith.standards.acts.counting import ask_to_count_again, count_promises, release_figures
from kith.standards.acts.explaining import (
    accept_explanation,
    answer_more_time,
    ask_more_time,
    explain_missed,
    judge_promise,
)

__all__ = [
    "accept_explanation",
    "answer_more_time",
    "ask_more_time",
    "ask_to_count_again",
    "count_promises",
    "explain_missed",
    "judge_promise",
    "name_who_answers",
    "release_figures",
    "take_story_back",
    "tell_story",
]
