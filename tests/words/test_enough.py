"""Evidence has words: what was typed to get past a box does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.words import asks_for_words, needs_words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        ".",
        "-",
        "…",
        "n/a",
        "N/A",
        "n.a.",
        "NA",
        "None.",
        "as above",
        "See above!",
        "Nothing to report",
        "TBC",
        "No change",
        "xx",
        "\u200b",
        "ditto",
        "no concerns",
    ],
)
def test_text_that_says_nothing_needs_words(text: str) -> None:
    assert needs_words(text)
    assert asks_for_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "I hate it",
        "Asleep in her cot, warm and clean.",
        "ok",
        "😀",
        "Не хочу",
        "7",
        "no concerns today because Nan was there",
    ],
)
def test_few_words_are_still_words(text: str) -> None:
    assert not needs_words(text)
    assert asks_for_words(text) == ""


def test_the_same_words_as_a_brothers_or_the_last_time_need_words_however_they_are_dressed() -> None:
    assert needs_words("Played on the floor, smiling.", ["Asleep", "  played on the FLOOR – smiling"])
    assert not needs_words("Played on the floor, smiling at Nan.", ["Played on the floor, smiling."])


def test_an_empty_text_is_not_blamed_for_being_like_another_empty_one() -> None:
    assert asks_for_words("", [""]) == "Nothing is written here yet."


def test_unedited_suggestions_need_words_in_any_order_until_something_is_added() -> None:
    chips = ["Clean and dressed", "Calm", "Playing"]
    assert needs_words("Playing. Calm.", chips=chips)
    assert needs_words("Clean and dressed; playing", chips=chips)
    assert not needs_words("Calm, playing with Leo", chips=chips)


def test_a_suggestion_inside_another_word_is_not_taken_for_it() -> None:
    assert not needs_words("Calmly", chips=["Calm"])


@given(some.text(max_size=60))
def test_any_text_repeated_needs_words_and_asks_in_a_sentence(text: str) -> None:
    assert needs_words(text, [text])
    assert asks_for_words(text, [text])[-1] in ".?"


@given(some.text(max_size=60), some.lists(some.text(max_size=20), max_size=4))
def test_the_yes_or_no_and_the_sentence_always_agree(text: str, others: list[str]) -> None:
    assert needs_words(text, others) == bool(asks_for_words(text, others))
