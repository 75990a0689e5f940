"""What events meant, history people tell, and reading the story through."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.story.acts import review_story
from kith.story.models import History, Entry, StoryReview
from tests.cast import TODAY
from tests.story.telling import first_event, meant, on, told
from tests.visits.going import the_log_will_not_be_written

DOING = {
    "mean_for_child": lambda cast, by: meant(cast, by, first_event(cast)),
    "tell_history": lambda cast, by: told(cast, by, significance=2, meant="Everyone came."),
    "review_story": lambda cast, by: review_story(by=by, about=cast.maya),
}


def kept():
    return tuple(model.objects.count() for model in (Entry, History, StoryReview))


@pytest.mark.parametrize("name", DOING)
def test_an_act_of_this_room_is_done_by_someone_tied_and_said_in_the_log(cast, name):
    with acting_as(cast.aisha):
        DOING[name](cast, cast.aisha)
        assert Act.objects.get(name=name).said.startswith("Aisha Khan ")
        assert not Act.objects.get(name=name).in_story, "the story does not tell of its own keeping"


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, cast.aisha)
    assert kept() == (0, 0, 0)


@pytest.mark.parametrize("name", DOING)
def test_someone_without_tie_or_right_may_not(cast, name):
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, cast.sol)


# -- what it meant


def test_said_again_it_replaces_what_was_said_and_the_first_words_stay_in_the_versions(cast):
    with acting_as(cast.aisha):
        first = meant(cast, cast.aisha, first_event(cast))
        again = meant(cast, cast.aisha, first_event(cast), significance=3, meant="She sleeps every night now.")
        assert first == again
        assert Entry.objects.get().meant == "She sleeps every night now."
    assert [row.meant for row in first.events.order_by("pgh_id")] == [
        "She slept through the night.",
        "She sleeps every night now.",
    ]


def test_an_event_may_matter_before_anyone_has_the_words_for_it(cast):
    with acting_as(cast.aisha):
        assert meant(cast, cast.aisha, first_event(cast), meant="").meant == ""


@pytest.mark.parametrize("details", [{"significance": 4}, {"significance": 0}, {"about": "leo"}])
def test_a_meaning_is_refused_beyond_the_scale_or_in_another_childs_story(cast, details):
    named = {k: cast.people[v] if k == "about" else v for k, v in details.items()}
    with acting_as(cast.aisha), pytest.raises(Refused):
        meant(cast, cast.aisha, first_event(cast), **named)


# -- history


def test_history_is_kept_as_told_with_the_day_as_well_as_it_is_known(cast):
    with acting_as(cast.aisha):
        made = told(cast, cast.aisha, "They lived with Nan.", happened=on(2019, precision="about"), told_by="Nan Rose")
        assert (made.happened_on.year, made.happened_precision, made.told_by) == (2019, "about", "Nan Rose")
        assert made.act.happened_on == TODAY, "the telling happened today"
        assert not Entry.objects.exists()


def test_history_that_matters_carries_its_meaning_in_the_same_act(cast):
    with acting_as(cast.aisha):
        made = told(cast, cast.aisha, significance=3, meant="The house went quiet.")
        meaning = Entry.objects.get()
        assert (meaning.event, meaning.act, meaning.significance) == (made.act, made.act, 3)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"what": " "}, "what"),
        ({"told_by": ""}, "told_by"),
        ({"happened": on(2031)}, "happened"),
        ({"lens": "gossip"}, "lens"),
        ({"significance": 9}, "significance"),
    ],
)
def test_history_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            told(cast, cast.aisha, **details)
        assert (refusal.value.field, History.objects.count()) == (field, 0)


def test_history_known_only_by_its_year_is_kept(cast):
    with acting_as(cast.aisha):
        assert told(cast, cast.aisha, happened=on(2026, precision="year")).happened_precision == "year"


# -- read through


def test_a_reading_is_up_to_today_or_to_the_day_said(cast):
    with acting_as(cast.aisha):
        assert review_story(by=cast.aisha, about=cast.leo, reviewed_to=TODAY - timedelta(days=3)).reviewed_to < TODAY
        assert review_story(by=cast.aisha, about=cast.leo).reviewed_to == TODAY
        assert review_story(by=cast.aisha, about=cast.leo).reviewed_to == TODAY, "twice in a day is no harm"


@pytest.mark.parametrize("days", [-1, 2])
def test_a_reading_is_refused_up_to_a_day_to_come_or_earlier_than_one_kept(cast, days):
    with acting_as(cast.aisha):
        review_story(by=cast.aisha, about=cast.maya)
        with pytest.raises(Refused) as refusal:
            review_story(by=cast.aisha, about=cast.maya, reviewed_to=TODAY - timedelta(days=days))
        assert refusal.value.field == "reviewed_to"
