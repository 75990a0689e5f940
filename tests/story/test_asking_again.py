"""Something significant happens after a decision: whoever decided is asked whether it changes it (S1-35)."""

from dataclasses import replace
from datetime import timedelta

from kith.access import acting_as
from kith.decisions.models import Revisit
from kith.story.acts import mean_for_child
from kith.story.jobs import ask_decisions_again
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.decisions.making import standing


def asked_later(cast, minutes=5):
    later = replace(cast.system, now=NOW + timedelta(minutes=minutes))
    with acting_as(later):
        ask_decisions_again(by=later, key="job-1")
    return list(Revisit.objects.select_related("event"))


def words(cast, sort, name="maya"):
    later = cast.at("aisha", NOW + timedelta(minutes=2))
    with acting_as(later):
        return write_down_words(
            by=later,
            about=cast.people[name],
            sort=sort,
            text="It hurts when he is angry.",
            way="spoken",
            where="school",
        )


def test_s1_35_a_child_telling_of_harm_asks_every_open_decision_once(cast):
    standing(cast, "arrangement")
    assert asked_later(cast) == []
    words(cast, "harm")
    [asked] = asked_later(cast)
    assert (asked.asked_name, asked.event.name) == ("Aisha Khan", "write_down_words")
    assert len(asked_later(cast, 9)) == 1


def test_s1_35_an_everyday_wish_and_another_childs_harm_ask_nothing(cast):
    standing(cast, "arrangement")
    words(cast, "wish")
    words(cast, "harm", "leo")
    assert asked_later(cast) == []


def test_s1_35_what_is_only_proposed_is_still_being_decided_and_is_not_asked(cast):
    from tests.decisions.making import decided

    with acting_as(cast.aisha):
        decided(cast, cast.aisha)
    words(cast, "harm")
    assert asked_later(cast) == []


def test_s1_35_a_turning_point_taken_into_the_story_asks(cast):
    standing(cast, "arrangement")
    wish = words(cast, "wish")
    later = cast.at("aisha", NOW + timedelta(minutes=3))
    with acting_as(later):
        mean_for_child(by=later, about=cast.maya, event=wish.act, significance=3, meant="She no longer feels safe.")
    assert [asked.due_on for asked in asked_later(cast)] == [TODAY + timedelta(days=2)]
