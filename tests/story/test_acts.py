"""What is in the story and what it meant, history people tell, reading it through, and what is still right."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.story.acts import (
    leave_out_of_story,
    link_same_event,
    part_events,
    review_story,
    say_still_right,
)
from kith.story.models import Entry
from tests.cast import TODAY
from tests.story.telling import act_named, first_event, kept, meant, refused, taken, told
from tests.visits.going import the_log_will_not_be_written
from tests.voice.hearing import heard


def left_out(cast, by, event=None, **details):
    event = event or first_event(cast)
    return leave_out_of_story(
        by=by, **{"about": cast.maya, "because": "Of the move, told there.", **details}, event=event
    )


def linked(cast, by, **details):
    work, lead = act_named(cast, "begin_work"), act_named(cast, "allocate")
    return link_same_event(by=by, **{"about": cast.maya, "event": lead, "same_as": work, **details})


DOING = {
    "leave_out_of_story": left_out,
    "link_same_event": linked,
    "mean_for_child": lambda cast, by: meant(cast, by, first_event(cast)),
    "review_story": lambda cast, by: review_story(by=by, about=cast.maya),
    "say_still_right": lambda cast, by: say_still_right(by=by, about=cast.maya, clock="assessment"),
    "take_into_story": lambda cast, by: taken(cast, by, first_event(cast)),
    "tell_history": lambda cast, by: told(cast, by, significance=2, meant="Everyone came."),
}


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
    assert kept() == (0, 0, 0, 0)


@pytest.mark.parametrize("name", DOING)
def test_someone_without_tie_or_right_may_not(cast, name):
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, cast.sol)


# -- taken in, left out


def test_s3_06_twin_one_tap_takes_an_event_in_though_nobody_has_words_for_it_yet(cast):
    with acting_as(cast.aisha):
        entry = taken(cast, cast.aisha, first_event(cast), significance=3)
        assert (entry.standing, entry.significance, entry.meant) == ("taken", 3, "")


def test_taking_in_is_refused_twice_for_another_child_and_beyond_the_lists(cast):
    with acting_as(cast.aisha):
        event = first_event(cast)
        assert refused(taken, cast, cast.aisha, event, about=cast.leo)
        assert refused(taken, cast, cast.aisha, event, significance=4).field == "significance"
        assert refused(taken, cast, cast.aisha, event, lens="gossip").field == "lens"
        assert refused(taken, cast, cast.aisha, event, lens="family").field == "lens", "who tells it is no place for it"
        assert not Entry.objects.exists()
        taken(cast, cast.aisha, event)
        assert refused(taken, cast, cast.aisha, event)


def test_what_was_left_out_keeps_its_reason_and_can_be_taken_back_in(cast):
    with acting_as(cast.aisha):
        entry = left_out(cast, cast.aisha)
        assert (entry.standing, entry.because) == ("left_out", "Of the move, told there.")
        taken(cast, cast.aisha, first_event(cast))
        entry.refresh_from_db()
        assert (entry.standing, entry.because) == ("taken", "")
    assert [row.because for row in entry.events.order_by("pgh_id")] == ["Of the move, told there.", ""]


def test_leaving_out_is_refused_without_a_reason_for_another_child_for_a_childs_words_and_under_a_link(cast):
    with acting_as(cast.aisha):
        assert refused(left_out, cast, cast.aisha, because=" ").field == "because"
        assert refused(left_out, cast, cast.aisha, about=cast.leo)
        said = heard(cast, cast.aisha, "A coat")
        assert str(refused(left_out, cast, cast.aisha, said.act)) == "What a child said stays in their story."
        linked(cast, cast.aisha)
        assert refused(left_out, cast, cast.aisha, act_named(cast, "begin_work")).field == "because"


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


def test_what_was_done_and_how_it_was_said_to_the_child_are_kept_and_stay_when_they_are_not_said_again(cast):
    with acting_as(cast.aisha):
        meant(cast, cast.aisha, first_event(cast), outcome="A plan was made.", line="Work began.", for_child="We met.")
        again = meant(cast, cast.aisha, first_event(cast), meant="She was glad.")
        assert (again.outcome, again.line, again.for_child) == ("A plan was made.", "Work began.", "We met.")
        assert meant(cast, cast.aisha, first_event(cast), outcome="").outcome == ""


# -- two records of one event


def test_a_linked_record_is_kept_and_points_at_the_one_that_is_shown(cast):
    with acting_as(cast.aisha):
        entry = linked(cast, cast.aisha)
        assert (entry.event.name, entry.same_as.name) == ("allocate", "begin_work")
        part_events(by=cast.aisha, about=cast.maya, event=entry.event)
        entry.refresh_from_db()
        assert entry.same_as is None
        assert Act.objects.filter(name="part_events").exists()


def test_linking_is_refused_with_itself_another_childs_or_what_is_linked_or_left_out(cast):
    with acting_as(cast.aisha):
        work, lead, begun = (act_named(cast, name) for name in ("begin_work", "allocate", "begin_record"))
        leos = Act.objects.filter(person=cast.leo).first()
        assert refused(linked, cast, cast.aisha, event=work, same_as=work)
        assert refused(linked, cast, cast.aisha, same_as=leos)
        assert refused(linked, cast, cast.aisha, event=leos)
        left_out(cast, cast.aisha, begun)
        assert refused(linked, cast, cast.aisha, same_as=begun)
        assert not Entry.objects.filter(same_as__isnull=False).exists()
        linked(cast, cast.aisha)
        assert refused(linked, cast, cast.aisha), "linked already"
        assert refused(linked, cast, cast.aisha, event=work, same_as=act_named(cast, "move_home")), "shown with another"
        assert refused(linked, cast, cast.aisha, event=act_named(cast, "move_home"), same_as=lead), "no chains"


def test_parting_is_refused_where_nothing_is_linked_and_kept_from_the_log_saves_nothing(cast):
    with acting_as(cast.aisha):
        assert refused(part_events, by=cast.aisha, about=cast.maya, event=first_event(cast))
        entry = linked(cast, cast.aisha)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        part_events(by=cast.aisha, about=cast.maya, event=entry.event)
    entry.refresh_from_db()
    assert entry.same_as is not None


# -- read through, still right


def test_only_the_assessment_is_said_to_be_still_right(cast):
    with acting_as(cast.aisha):
        for clock in ("story", "tree"):
            assert refused(say_still_right, by=cast.aisha, about=cast.maya, clock=clock).field == "clock"
        assert say_still_right(by=cast.aisha, about=cast.maya, clock="assessment").looked_on == TODAY


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
