"""How much a child has said and what is owed; and how the words of an answer read."""

from datetime import timedelta

from kith import packs
from kith.access import acting_as
from kith.voice import queries, rules
from tests.cast import TODAY
from tests.voice.hearing import answered, heard, untold

PACK = packs.pack_for("england-2026", TODAY)


def test_the_numbers_count_what_was_said_answered_owed_late_and_not_told(cast):
    with acting_as(cast.aisha):
        late = heard(cast, cast.aisha, "Old", on=TODAY - timedelta(days=40))
        heard(cast, cast.aisha, "New")
        answered(cast, cast.aisha, heard(cast, cast.aisha, "Told", "worry"))
        untold(cast, cast.aisha, heard(cast, cast.aisha, "Not told"))
        heard(cast, cast.aisha, "Pancakes", "good_thing")
        heard(cast, cast.aisha, "He held my arm", "harm")
        found = queries.heard(cast.maya, TODAY)
    assert (found.said, found.answered, found.owed, found.late, found.not_told) == (6, 2, 2, 1, 1)
    assert found.oldest_owed == late.said_on
    assert found.of_sort == {"wish": 3, "worry": 1, "good_thing": 1, "telling": 0, "harm": 1}


def test_nothing_said_is_nothing_owed(cast):
    with acting_as(cast.aisha):
        found = queries.heard(cast.leo, TODAY)
    assert (found.said, found.owed, found.oldest_owed) == (0, 0, None)


def test_words_come_newest_first_with_their_answers_in_one_query(cast, django_assert_num_queries):
    with acting_as(cast.aisha):
        for days in (3, 1, 2):
            answered(cast, cast.aisha, heard(cast, cast.aisha, f"{days} days ago", on=TODAY - timedelta(days=days)))
        with django_assert_num_queries(1):
            assert [(w.text, w.wish.answer.outcome) for w in queries.words_of(cast.maya)] == [
                (f"{days} days ago", "partly") for days in (1, 2, 3)
            ]
        assert queries.words_of(cast.maya, "worry").count() == 0


def test_the_front_page_never_shows_a_telling_of_harm(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A red coat")
        heard(cast, cast.aisha, "He held my arm", "harm")
        assert queries.on_the_front_page(cast.maya, [])[0].text == "A red coat"


def test_advice_names_the_age_the_long_sentence_and_the_hard_words():
    text = (
        "The placement review and the risk assessment were not ascertained prior to the core group and so we are not "
        "able to agree to this until later on."
    )
    advice = rules.how_it_reads(text, 10, PACK.say_instead)
    assert advice[0].startswith("This reads at about age ")
    assert advice[1].startswith("A long sentence: “The placement review and the risk assessment were …”")
    assert "“prior to”: before" in advice


def test_plain_words_get_no_advice():
    assert rules.how_it_reads("A bed takes two weeks to come. We rang them today and asked again.", 10) == []
    assert rules.how_it_reads("", 10) == []
