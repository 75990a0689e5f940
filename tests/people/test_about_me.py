"""The child's own card: words are said again, never written over (S3-28)."""

import pytest

from kith.access import acting_as
from kith.people.acts import end_about_me, say_about_me, tell_about_me
from kith.people.models import AboutMe
from kith.people.queries import about_me
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.handing import child_actor
from tests.visits.going import the_log_will_not_be_written


def say(cast, **given):
    details = {"part": "likes", "text": "Building dens.", "said_by": "child", **given}
    return say_about_me(by=cast.aisha, about=cast.maya, **details)


@pytest.mark.parametrize(
    ("given", "field"), [({"text": " "}, "text"), ({"part": "hates"}, "part"), ({"said_by": "cat"}, "said_by")]
)
def test_a_line_has_words_a_part_and_a_speaker(cast, given, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        say(cast, **given)
    assert refused.value.field == field


def test_said_again_the_line_before_is_ended_and_kept(cast):
    with acting_as(cast.aisha):
        first = say(cast)
        second = say(cast, text="Building boats.", instead_of=first)
        first.refresh_from_db()
        assert first.ended_on == TODAY
        assert about_me(cast.maya) == {"likes": [second]}
        with pytest.raises(Refused, match="already"):
            say(cast, text="Building bridges.", instead_of=first)


def test_a_line_of_another_child_is_not_replaced(cast):
    with acting_as(cast.aisha):
        leos = say_about_me(by=cast.aisha, about=cast.leo, part="likes", text="Trains.", said_by="child")
        with pytest.raises(Refused):
            say(cast, instead_of=leos)


def test_a_line_is_ended_once_and_only_by_someone_who_may(cast):
    with acting_as(cast.aisha):
        line = say(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        end_about_me(by=cast.sol, about=cast.maya, line=line)
    with acting_as(cast.aisha):
        end_about_me(by=cast.aisha, about=cast.maya, line=line)
        with pytest.raises(Refused, match="already"):
            end_about_me(by=cast.aisha, about=cast.maya, line=line)


def test_a_line_stays_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        line = say(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        end_about_me(by=cast.aisha, about=cast.maya, line=line)
    with acting_as(cast.aisha):
        assert about_me(cast.maya) == {"likes": [line]}


def test_the_family_and_the_school_read_the_card_and_a_man_without_a_tie_does_not(cast):
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.sam, part="likes", text="Splashing.", said_by="family")
    for reader, lines in (("kelly", 1), ("priya", 1), ("gary", 0)):
        with acting_as(cast.actors[reader]):
            assert AboutMe.objects.count() == lines, reader


def test_a_child_fills_in_their_own_card_and_what_was_there_is_kept(cast):
    maya = child_actor(cast)
    with acting_as(cast.aisha):
        first = say(cast)
        nans = say(cast, text="Singing.", said_by="family", said_by_name="Nan Rose")
    with acting_as(maya):
        told = {"likes": "Building boats.", "good_at": "Swimming", "afraid_of": " "}
        made = tell_about_me(by=maya, about=cast.maya, told=told)
        assert [(line.part, line.said_by, line.ended_on) for line in made if not line.ended_on] == [
            ("likes", "child", None),
            ("good_at", "child", None),
        ]
    with acting_as(cast.aisha):
        first.refresh_from_db()
        assert first.ended_on == TODAY
        assert {line.text for line in about_me(cast.maya)["likes"]} == {"Building boats.", "Singing."}
        assert nans.ended_on is None
    with acting_as(maya):
        tell_about_me(by=maya, about=cast.maya, told={"good_at": ""})
        assert "good_at" not in about_me(cast.maya)


@pytest.mark.parametrize("told", [{}, {"likes": " "}, {"hates": "Peas"}])
def test_a_card_with_nothing_new_or_a_part_there_is_none_of_is_refused(cast, told):
    maya = child_actor(cast)
    with acting_as(maya), pytest.raises(Refused):
        tell_about_me(by=maya, about=cast.maya, told=told)
    assert not AboutMe.objects.exists()


def test_a_childs_card_is_the_childs_and_stays_as_it_was_when_the_log_cannot_be_written(cast):
    maya = child_actor(cast)
    for stranger in (cast.sol, cast.kelly):
        with acting_as(stranger), pytest.raises(NotYours):
            tell_about_me(by=stranger, about=cast.maya, told={"likes": "Boats"})
    with the_log_will_not_be_written(), acting_as(maya):
        tell_about_me(by=maya, about=cast.maya, told={"likes": "Boats"})
    assert not AboutMe.objects.exists()
