from kith.voice.acts.answering import answer_child, tell_child
from kith.voice.acts.citing import cite_inside, cite_words
from kith.voice.acts.corner import choose_look, choose_person, let_go_of_person, react, say_in_corner, take_back
from kith.voice.acts.correcting import correct, mark_tells_of_harm
from kith.voice.acts.hearing import keep_words, receive_words, say_what_it_shows, write_down_words
from kith.voice.acts.righting import put_words_right

__all__ = [
    "answer_child",
    "choose_look",
    "choose_person",
    "cite_inside",
    "cite_words",
    "correct",
    "keep_words",
    "let_go_of_person",
    "mark_tells_of_harm",
    "put_words_right",
    "react",
    "receive_words",
    "say_in_corner",
    "say_what_it_shows",
    "take_back",
    "tell_child",
    "write_down_words",
]
