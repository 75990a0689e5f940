"""Do not be drawn to the adults and lose the child: the share of the last records (S1-06)."""

from datetime import timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.story import queries
from kith.visits.acts import Said, Seen
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.visits.going import page, text, went_before

ABOUT_ADULTS = "Kelly was tired. Mum talked of the rent. She cried. Tomek rang twice."


def five_notes(cast):
    """Twenty sentences in five records, one of which is about Maya."""
    for days in range(5, 0, -1):
        saw = ABOUT_ADULTS.replace("Tomek rang twice.", "Maya drew.") if days == 3 else ABOUT_ADULTS
        went_before(cast, days, [Seen(cast.maya, True, alone="alone", saw=saw)], for_everyone="")


def test_s1_06_one_mention_of_the_child_in_twenty_sentences_prompts_the_worker_and_supervision(cast, browse):
    five_notes(cast)
    with acting_as(cast.aisha):
        found = queries.focus_of(cast.maya, TODAY)
    assert (found.share.child, found.share.adults, found.percent, found.is_low) == (1, 19, 5, True)
    said = "Only 5% of the last records speaks of Maya; at least 25% should."
    aisha = browse("aisha")
    assert said in text(aisha.get(page("child-focus", cast.maya)))
    assert said in text(aisha.get(page("before-you-knock", cast.maya)))
    assert "5% of the last 5 records is about them" in text(aisha.get("/today/"))
    assert "To take to supervision" in text(browse("grace").get("/team/"))


def test_s1_06_another_threshold_gives_another_answer_and_the_same_one_every_time(cast, monkeypatch):
    five_notes(cast)
    figure = packs.Pack.figure
    with acting_as(cast.aisha):
        assert [queries.focus_of(cast.maya, TODAY) for _ in range(3)] == [queries.focus_of(cast.maya, TODAY)] * 3
        for least, low in ((5, False), (6, True)):
            monkeypatch.setattr(
                packs.Pack,
                "figure",
                lambda self, key, on=None, n=least: n if key == "share-about-child" else figure(self, key, on),
            )
            assert queries.focus_of(cast.maya, TODAY).is_low is low


def test_an_older_record_falls_out_when_a_newer_one_is_written(cast):
    five_notes(cast)
    with acting_as(cast.aisha):
        say_life_today(by=cast.aisha, about=cast.maya, text="Wakes early. Feeds the cat. Maya walks to school alone.")
        found = queries.focus_of(cast.maya, TODAY)
    assert [record.kind for record in found.records] == ["life", "visit", "visit", "visit", "visit"]
    assert (found.share.child, found.share.adults) == (4, 15)


def test_what_the_child_said_is_the_childs_whoever_it_names(cast):
    said = Seen(cast.maya, True, alone="alone", saw="", said=[Said("good_thing", "Mum cried. Dad shouted.")])
    went_before(cast, 1, [said], for_everyone="Kelly was out. The stove was warm.")
    with acting_as(cast.aisha):
        found = queries.focus_of(cast.maya, TODAY)
    assert len(found.records) == 1
    assert found.share == (2, 1, 1)


def test_one_childs_records_are_not_anothers(cast):
    five_notes(cast)
    with acting_as(cast.aisha):
        write_down_words(by=cast.aisha, about=cast.leo, sort="good_thing", text="I like frogs.")
        found = queries.focus_of_each([cast.maya.pk, cast.leo.pk, cast.sam.pk], TODAY)
    assert [found[child.pk].percent for child in (cast.maya, cast.leo, cast.sam)] == [5, 100, None]


def test_its_definition_stands_beside_it_and_nothing_written_says_so(cast, browse):
    shown = text(browse("aisha").get(page("child-focus", cast.maya)))
    assert "Nothing is written yet" in shown
    assert "How it is counted" in shown
    assert "Below 25%" in shown


@pytest.mark.parametrize("who", ["sol", "kelly", "priya"])
def test_it_is_for_those_who_read_the_record(cast, browse, who):
    assert browse(who).get(page("child-focus", cast.sam)).status_code in (302, 404)


def test_a_closed_sibling_gives_nothing_away(cast):
    five_notes(cast)
    from tests.visits.going import seal

    seal(cast, cast.maya)
    with acting_as(cast.aisha):
        assert queries.focus_of_each([cast.maya.pk], TODAY + timedelta(days=1))[cast.maya.pk].records == ()
