"""S4-18, S4-23: hard and blaming words are found, each with something kinder and plainer to say."""

import pytest

from kith.words import OUR_WORDS, Say, flags


def found(text: str) -> list[tuple[str, str]]:
    return [(flag.found, flag.kind) for flag in flags(text)]


def test_five_listed_phrases_are_five_flags_in_the_order_they_stand() -> None:
    text = "Mum failed to engage. The siblings were seen. NFA. Dad lacks insight and was non-compliant."
    assert found(text) == [
        ("failed to engage", "blame"),
        ("siblings", "jargon"),
        ("NFA", "jargon"),
        ("lacks insight", "blame"),
        ("non-compliant", "blame"),
    ]


def test_a_flag_says_where_it_is_and_what_to_say_instead() -> None:
    (flag,) = flags("Her sibling slept.")
    assert (flag.at, flag.found, flag.instead) == (4, "sibling", "brother or sister")


def test_plain_words_raise_nothing() -> None:
    assert flags("Kelly did not come on 3 March because the bus was cancelled. Maya and her brother slept.") == []


@pytest.mark.parametrize(
    "text", ["the cin of cinders", "a lack of lac", "pr firm", "dna test", "Clara", "IROn", "unCIN"]
)
def test_short_forms_are_found_only_as_whole_words_in_capitals(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize("text", ["He DNA’d twice.", "He DNA'd twice.", "Section  47", "CORE-GROUP", "core\ngroup"])
def test_apostrophes_spaces_hyphens_and_capitals_do_not_hide_a_phrase(text: str) -> None:
    assert len(flags(text)) == 1


def test_the_longest_phrase_wins() -> None:
    assert [flag.found for flag in flags("a core group meeting")] == ["core group meeting"]


def test_a_pack_may_add_words_and_change_ours() -> None:
    local = (Say(("CPPM",), "the planning meeting", "jargon"), Say(("siblings",), "the other children", "jargon"))
    assert [flag.instead for flag in flags("CPPM for the siblings", local)] == [
        "the planning meeting",
        "the other children",
    ]
    assert [flag.instead for flag in flags("CPPM for the siblings")] == ["brothers and sisters"]


def test_no_phrase_of_ours_stands_in_the_list_twice_and_every_one_is_found() -> None:
    phrases = [phrase for say in OUR_WORDS for phrase in say.avoid]
    assert len(phrases) == len(set(phrases))
    for say in OUR_WORDS:
        for phrase in say.avoid:
            (flag,) = flags(f"Then {phrase}, they wrote.")
            assert (flag.found, flag.instead) == (phrase, say.instead)


def test_what_we_say_instead_is_not_itself_on_the_list() -> None:
    for say in OUR_WORDS:
        assert flags(say.instead) == [], say.instead
