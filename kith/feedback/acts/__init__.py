from kith.feedback.acts.answering import (
    answer_complaint,
    choose_route,
    name_answerer,
    name_subjects,
    take_further,
    take_longer,
    tell_answer,
)
from kith.feedback.acts.complaining import complain, offer_advocate, take_complaint, tell_duty, withdraw_complaint
from kith.feedback.acts.thanking import note_may_show, say_thanks, show_thanks
from kith.feedback.acts.valued import follow_up_valued, say_valued

__all__ = [
    "answer_complaint",
    "choose_route",
    "complain",
    "follow_up_valued",
    "name_answerer",
    "name_subjects",
    "note_may_show",
    "offer_advocate",
    "say_thanks",
    "say_valued",
    "show_thanks",
    "take_complaint",
    "take_further",
    "take_longer",
    "tell_answer",
    "tell_duty",
    "withdraw_complaint",
]
