"""Una’s next conference with its board begun; a supervision about her signed by both, and one about Maya begun."""

from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.involvement.models import MeetingLine
from kith.meetings.acts import open_board, put_up, write_on_board
from kith.meetings.rules import LineGiven
from kith.voice.acts import write_down_words
from kith.workforce import acts
from kith.workforce.acts import Thought, ToDo

if TYPE_CHECKING:
    from kith.demo.family import Telling

_ON_THE_WALL = [
    LineGiven("working", "Una has breakfast at school every day, and Rhys comes with her.", "Dilys Farrell", "parent"),
    LineGiven("working", "She has stopped hiding what she eats.", "Head of St Anne’s", "professional"),
    LineGiven("worries", "What happens when Huw comes back from the rigs.", "Dilys Farrell", "parent"),
    LineGiven("number", who="Dilys Farrell", whose="parent", score=7, words="It is quiet with us now."),
    LineGiven(
        "number", who="Jo Whitlock", whose="professional", score=4, words="Quiet for three weeks, not yet longer."
    ),
]
_THOUGHTS = [
    Thought(
        "Una eats and plays because the house is calm while Huw is away.",
        "Every good week so far was a week without him.",
        "She ate well on his two days at home in October.",
    ),
    Thought(
        "Una eats and plays because she has breakfast club and Dilys has help with Rhys.",
        "It began the week the club began, and Dilys says the mornings changed everything.",
        "She hid food again in the half-term week, when the club was closed and Huw was away.",
    ),
]
_TEXTS = {
    "like_now": "Una comes downstairs first, looks at whose boots are in the hall, and then comes into the kitchen.",
    "not_known": "What Una does when the boots are Huw’s. Nobody has asked her what she looks for.",
    "next_test": "Visit on a day Huw is at home, and one in the holidays; ask Una to draw a morning of each.",
    "assumptions": "That a man who works on the rigs is the danger, and that a mother who asks for help is not.",
    "would_change": "A good holiday week with Huw at home and the club closed.",
    "changed_mind": "We had put all of it down to Huw. Now we think the help with Rhys counts for as much.",
}


def tell_meetings(t: "Telling") -> None:
    una, tom, grace = t.people["una"], t.by("tom", 9, 14), t.by("grace", 9, 15)
    with acting_as(tom):
        both = {"worker_id": tom.account_id, "supervisor_id": grace.account_id}
        question = "Am I being too hopeful because Dilys and I get on?"
        talk = acts.begin_supervision(by=tom, about=una, question=question, **both)
        draws = [ToDo("Ask Una to draw two mornings.", "Nobody knows what she looks for.", "Tom Ellery", t.day(-6))]
        acts.write_supervision(by=tom, about=una, supervision=talk, thoughts=_THOUGHTS, to_do=draws, **_TEXTS)
        acts.sign_supervision(by=tom, about=una, supervision=talk, next_on=t.day(-19))
        words = "I lie awake about Una and Rhys. I would like a week without new work."
        acts.keep_personal_note(by=tom, words=words, **both)
    with acting_as(grace):
        acts.sign_supervision(by=grace, about=una, supervision=talk, next_on=None)
    aisha = t.by("aisha", 1, 12)
    with acting_as(aisha):
        both = {"worker_id": aisha.account_id, "supervisor_id": grace.account_id}
        question = "Maya sleeps better. Do I trust it?"
        acts.begin_supervision(by=aisha, about=t.people["maya"], question=question, **both)
    _board(t)


def _board(t: "Telling") -> None:
    una, tom = t.people["una"], t.by("tom", 1, 15)
    with acting_as(tom):
        say_life_today(
            by=tom,
            about=una,
            text="Una gets herself and Rhys up, and looks at whose boots are in the hall. At school she eats and "
            "plays; at home she stays near her mother until the light is out.",
        )
        said = write_down_words(
            by=tom, about=una, heard_by=tom.name, sort="good_thing", text="Breakfast club is mine. I pour the juice."
        )
        planned = MeetingLine.objects.get(person=una, kind="review", held_on=None)
        board = open_board(by=tom, about=[una], lines=[planned])
        put_up(by=tom, about=una, board=board, life_up=False, words_up=[said.pk])
        write_on_board(by=tom, about=una, board=board, lines=_ON_THE_WALL)
