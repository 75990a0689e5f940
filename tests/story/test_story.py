"""The story in one order: acts and told history, part-dates, lenses, what is owed, and what is not there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.people.acts import move_home
from kith.story import rules
from kith.story.acts import review_story
from kith.story.queries import A_PAGE, act, event, story_of
from kith.visits.acts import Said, Seen
from tests.cast import NOW, TODAY
from tests.people.test_describing import seal
from tests.story.telling import first_event, meant, on, told
from tests.visits.going import not_seen, visit
from tests.voice.hearing import answered, heard

EVERYTHING_DONE = {
    "allocate",
    "answer_child",
    "begin_record",
    "begin_work",
    "move_home",
    "record_visit",
    "write_down_words",
}


def titles(cast, **how):
    return [e.event.title for e in story_of(cast.maya, TODAY, **how).entries]


def test_part_dates_stand_where_they_belong_in_either_order(cast):
    happened = {
        "day": on(2019, 1, 1),
        "about": on(2019, precision="about"),
        "year": on(2019, precision="year"),
        "month": on(2019, 1, precision="month"),
        "later": on(2019, 2, 1, precision="month"),
        "before": on(2018, 12, 31),
    }
    with acting_as(cast.aisha):
        for what, when in happened.items():
            told(cast, cast.aisha, what, happened=when, lens="family")
        oldest = titles(cast, lens="family", oldest_first=True)
        assert oldest == ["before", "about", "year", "month", "day", "later"]
        assert titles(cast, lens="family") == oldest[::-1]


def test_a_visit_is_told_with_the_childs_words_what_was_seen_and_what_it_meant(cast):
    with acting_as(cast.aisha):
        line = Seen(cast.maya, True, alone="alone", saw="Drew.", means="She is calmer.", said=[Said("wish", "My bed")])
        visit(cast.aisha, [line, not_seen(cast.leo)])
        [entry] = [e for e in story_of(cast.maya, TODAY).entries if e.event.name == "record_visit"]
        assert ([w.text for w in entry.words], entry.line.saw, entry.meant) == (["My bed"], "Drew.", "She is calmer.")
        meant(cast, cast.aisha, first_event(cast))
        [leo] = [e for e in story_of(cast.leo, TODAY).entries if e.event.name == "record_visit"]
        assert (leo.words, leo.line.seen) == ([], False)


def test_an_answer_is_told_with_its_reason(cast):
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, heard(cast, cast.aisha))
        [entry] = [e for e in story_of(cast.maya, TODAY).entries if e.event.name == "answer_child"]
        assert entry.answer.reason == "A bed takes two weeks to come."


@pytest.mark.parametrize(
    ("lens", "there"),
    [
        ("words", {"write_down_words", "record_visit"}),
        ("worry", {"write_down_words"}),
        ("did", {"record_visit", "answer_child"}),
        ("decision", {"answer_child", "begin_work", "allocate"}),
        ("life", {"begin_record", "move_home"}),
        ("significant", {"answer_child", "begin_work", "allocate", "move_home"}),
        ("no such lens", EVERYTHING_DONE),
    ],
)
def test_each_lens_shows_its_part_of_the_story(cast, lens, there):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", saw="Drew.", said=[Said("good_thing", "Pancakes")])])
        heard(cast, cast.aisha, "He held my arm", "harm")
        answered(cast, cast.aisha, heard(cast, cast.aisha, "A coat"))
        story = story_of(cast.maya, TODAY, lens=lens)
    assert {e.event.name for e in story.entries} == there
    assert story.standing.counts[story.lens] == len(story.entries)


def test_a_meaning_may_make_an_everyday_event_matter_and_a_significant_one_everyday(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A coat")
        words = next(e for e in story_of(cast.maya, TODAY).entries if e.event.name == "write_down_words")
        assert not words.event.matters
        meant(cast, cast.aisha, act(words.event.act_id), significance=3)
        move = next(e for e in story_of(cast.maya, TODAY).entries if e.event.name == "move_home")
        meant(cast, cast.aisha, act(move.event.act_id), significance=1)
        now = {e.event.name: e.event.matters for e in story_of(cast.maya, TODAY).entries}
    assert (now["write_down_words"], now["move_home"]) == (True, False)


def test_what_was_written_late_shows_both_days(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "Today")
        heard(cast, cast.aisha, "Yesterday", on=TODAY - timedelta(days=1))
        heard(cast, cast.aisha, "Last week", on=TODAY - timedelta(days=7))
        told(cast, cast.aisha, "This year", happened=PartDate(date(2026, 1, 1), "year"))
        late = {
            (e.words[0].text if e.words else e.event.title): e.event.written_late
            for e in story_of(cast.maya, TODAY).entries
        }
    assert (late["Today"], late["Yesterday"], late["Last week"], late["This year"]) == (False, False, True, False)


def test_a_reading_says_up_to_when_and_what_has_mattered_since(cast):
    with acting_as(cast.aisha):
        before = story_of(cast.maya, TODAY).standing
        assert (before.reviewed_to, before.without_meaning) == (None, 3)
        review_story(by=cast.aisha, about=cast.maya)
        after = story_of(cast.maya, TODAY).standing
        assert (after.reviewed_to, after.matters_since) == (TODAY, 0)
        assert after.reviewed == "Aisha Khan read Maya Okafor-Nowak's story through."
    tomorrow = replace(cast.system, now=NOW + timedelta(days=1))
    with acting_as(tomorrow):
        move_home(by=tomorrow, about=[cast.maya], lines="8 Quay Street")
        assert story_of(cast.maya, tomorrow.today).standing.matters_since == 1


def test_a_long_story_comes_in_pages_and_costs_the_same(cast, django_assert_num_queries):
    with acting_as(cast.aisha):
        for n in range(A_PAGE):
            told(cast, cast.aisha, f"Thing {n}", happened=on(2020, 1, 1 + n % 28))
        with django_assert_num_queries(5):
            first = story_of(cast.maya, TODAY)
        second = story_of(cast.maya, TODAY, page=2)
        beyond = story_of(cast.maya, TODAY, page=99)
    assert (len(first.entries), first.pages, second.page) == (A_PAGE, 2, 2)
    assert [e.event for e in beyond.entries] == [e.event for e in second.entries]
    assert not {e.event.act_id for e in first.entries} & {e.event.act_id for e in second.entries}


def test_one_event_is_found_in_its_own_childs_story_alone(cast):
    with acting_as(cast.aisha):
        first = first_event(cast)
        history = told(cast, cast.aisha)
        assert event(cast.maya, first.pk).act_id == first.pk
        assert event(cast.maya, history.act_id).told_by == "Kelly"
        assert event(cast.leo, first.pk) is None
        assert event(cast.leo, history.act_id) is None
        review = review_story(by=cast.aisha, about=cast.maya)
        assert event(cast.maya, review.act_id) is None, "not everything in the log is in the story"


@pytest.mark.parametrize("reader", ["aisha", "theo", "sol"])
def test_a_sealed_childs_story_is_empty_and_a_shared_visit_tells_nothing_of_them(cast, reader):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(c, True, alone="alone", saw=f"Saw {c.called}.") for c in (cast.maya, cast.sam)])
    seal(cast, "sam")
    with acting_as(cast.actors[reader]):
        assert story_of(cast.sam, TODAY).entries == []
        assert "Sam" not in str(story_of(cast.maya, TODAY))


def test_acts_nobody_placed_are_what_we_did():
    assert rules.lenses_of("some_new_act") == {"did"}
    assert rules.lenses_of("record_visit", ["worry"]) == {"did", "words", "worry"}
