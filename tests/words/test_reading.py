"""The reading age is a hint: it must rank plain before hard, and count what a reader would count."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.words import long_sentences, reading_age, sentences
from kith.words.reading import _syllables

TO_A_CHILD = (
    "We came to see you on Friday. You told us that you like school and that you miss your dad. "
    "We will ask him to ring you."
)
TO_A_PARENT = (
    "We are worried that Sam could be hurt when Dean shouts and throws things at night. "
    "Nan has offered to have the children on Friday nights, and we will help with the taxi."
)
TO_NOBODY = (
    "A comprehensive multi-agency evaluation of parental capacity was undertaken in order to ascertain the "
    "likelihood of significant harm to the subject child and the sustainability of the current arrangements."
)


def test_plain_words_read_younger_than_hard_ones() -> None:
    child, parent, nobody = (reading_age(text) or 0 for text in (TO_A_CHILD, TO_A_PARENT, TO_NOBODY))
    assert child < 7
    assert 7 <= parent <= 11
    assert nobody > 18


def test_a_few_words_have_no_reading_age() -> None:
    assert reading_age("") is None
    assert reading_age("I want my own bed.") is None


@given(some.text(max_size=400))
def test_any_text_has_a_sensible_age_or_none(text: str) -> None:
    years = reading_age(text)
    assert years is None or 4 <= years <= 20


def test_titles_and_new_lines_do_not_confuse_the_count_of_sentences() -> None:
    assert len(sentences("Mr. Nowak rang Dr. Shah. She was out! He will try again… maybe")) == 4
    assert sentences("bed\nlamp\n\nown room") == ["bed", "lamp", "own room"]
    assert sentences("He paid £3.50. It rained.") == ["He paid £3.50.", "It rained."]
    assert sentences(" . ! ") == []


def test_long_sentences_are_shown_and_short_ones_are_not() -> None:
    long = "word " * 21 + "end."
    assert long_sentences(f"Short one. {long} Another.") == [long]
    assert long_sentences("word " * 20) == []


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("child", 1),
        ("moved", 1),
        ("wanted", 2),
        ("called", 1),
        ("settled", 2),
        ("houses", 2),
        ("makes", 1),
        ("table", 2),
        ("family", 3),
        ("idea", 3),
        ("safety", 2),
        ("placement", 2),
        ("responsibility", 6),
        ("communication", 5),
        ("going", 2),
        ("quiet", 2),
        ("museum", 3),
        ("didn’t", 2),
        ("I'm", 1),
        ("the", 1),
        ("hmm", 1),
    ],
)
def test_syllables_are_counted_as_they_are_heard(word: str, heard: int) -> None:
    assert _syllables(word) == heard
