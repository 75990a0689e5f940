"""The same words again, however they are quoted; and a text without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.words import passages, stands_at, taken_out

SAID = "Gary comes in by the back window. I don't like it."


@pytest.mark.parametrize(
    "text",
    [
        "She said: “Gary comes in by the back window”.",
        "GARY COMES IN\nBY THE BACK WINDOW",
        "gary, comes in - by the back window",
    ],
)
def test_a_sentence_of_them_is_found_however_it_is_quoted(text):
    assert any(stands_at(text, passage) for passage in passages(SAID))


@pytest.mark.parametrize("text", ["", "The back window is broken.", "Gary comes in by the back windows"])
def test_other_words_are_not_found(text):
    assert not any(stands_at(text, passage) for passage in passages(SAID))


def test_the_whole_comes_first_and_short_sentences_are_not_looked_for():
    assert passages(SAID) == [SAID, "Gary comes in by the back window.", "I don't like it."]
    assert passages("No. I am fine.") == ["No. I am fine."]
    assert passages("One sentence only here.") == ["One sentence only here."]
    assert passages("No") == []
    assert passages("") == []


def test_what_is_taken_out_leaves_its_mark_and_everything_else():
    text = "She said: “gary comes in by the back window”, and ate."
    assert taken_out(text, passages(SAID), "[gone]") == "She said: “[gone]”, and ate."
    assert taken_out("Nothing of it.", passages(SAID), "[gone]") == "Nothing of it."
    assert taken_out("a b", ["a b"], r"\1") == r"\1"


@given(some.text(), some.text(max_size=60))
def test_nothing_that_is_taken_out_can_be_found_afterwards(text, said):
    looked_for = passages(said)
    left = taken_out(text, looked_for, "[gone]")
    assert not any(stands_at(left, passage) for passage in looked_for)


def test_what_stood_around_a_taken_out_passage_never_closes_over_it():
    assert stands_at(taken_out("to me to me you you", passages("to me you"), "[gone]"), "to me you") is None
