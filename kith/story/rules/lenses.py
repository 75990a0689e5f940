"""The ways of reading one story: which part of it an event belongs to, and what a reader has asked to see."""

from collections.abc import Iterable

# The pack's own parts of a story.
VOICE, HOME, SCHOOL, HEALTH, HARM, HELP, LIFE, FAMILY = (
    "voice",
    "home",
    "school",
    "health",
    "harm",
    "help",
    "life",
    "family",
)
DECISION = "decision"  # beside whatever else it is about
WHERE_IT_COMES_FROM = (VOICE, FAMILY)  # who says it, not what it is about: never chosen by hand
# Ways of reading beside them.
STORY, EVERYTHING, SUGGESTED, TO_COMPLETE = "story", "all", "suggested", "to-complete"

_OF_ACTS = {
    "write_down_words": (VOICE,),
    "say_in_corner": (VOICE,),
    "react": (VOICE,),
    "answer_child": (VOICE, HELP),
    "tell_child": (VOICE,),
    "move_home": (HOME,),
    "begin_record": (LIFE,),
    "record_strategy": (HARM, HELP),
    "conclude_enquiry": (HARM, HELP),
    "record_conference": (HARM, HELP),
    "celebrate": (LIFE,),
    "note_breach": (HARM,),
}
_DECIDED = {"decide", "agree_decision", "look_again", "change_level"}
_OF_SITUATIONS = {
    "danger": HARM,
    "no_contact": HARM,
    "worry": HARM,
    "strength": LIFE,
    "health": HEALTH,
}
_OF_WORDS = {"worry": HARM, "harm": HARM, "good_thing": LIFE}


def lenses_of(act: str, sorts: Iterable[str] = (), situation: str = "", placed: str = "") -> frozenset[str]:
    """The parts of the story an act belongs to, given the sorts of words a child said in it, the kind of line that was
    written about where things are, and where somebody `placed` it by hand.
    """
    heard = set(sorts)
    about = {placed} if placed else set(_OF_ACTS.get(act, (_OF_SITUATIONS.get(situation, HELP),)))
    about |= {DECISION} if act in _DECIDED else set()
    return frozenset(about | ({VOICE} if heard else set()) | {_OF_WORDS[sort] for sort in heard & _OF_WORDS.keys()})
