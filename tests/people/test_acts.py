"""Every act of this room: who may, what it leaves in the log, and that nothing is kept when the log cannot be."""

import pytest

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.people import acts
from kith.people.acts.beginning import MOST_DRAWN
from kith.people.models import Person, PersonName, SituationLine
from kith.people.rules import references
from kith.record import NotYours, Refused
from kith.record.acting import ACTS
from kith.record.models import Act
from tests.cast import TODAY
from tests.people.doing import DOING, LATER, a_line, account_of, year
from tests.visits.going import the_log_will_not_be_written


@pytest.mark.parametrize("name", DOING)
def test_an_act_is_done_by_someone_tied_and_says_who_did_what_about_whom(cast, name):
    with acting_as(cast.aisha):
        DOING[name](cast, cast.aisha)
        line = Act.objects.filter(name=name).order_by("-id").first()
        assert line.said.startswith("Aisha Khan ")
        assert line.happened_on == TODAY


@pytest.mark.parametrize("name", DOING)
def test_duty_may_do_it_without_a_tie(cast, name):
    with acting_as(cast.theo):
        DOING[name](cast, cast.theo)
        assert Act.objects.filter(name=name).order_by("-id").first().said.startswith("Theo Rowe ")


@pytest.mark.parametrize("name", DOING)
def test_someone_without_tie_or_right_may_not(cast, name):
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, cast.sol)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    people, names = Person.objects.count(), PersonName.objects.count()
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, cast.aisha)
    assert (Person.objects.count(), PersonName.objects.count()) == (people, names)


def test_every_act_of_the_room_is_done_above():
    ours = {name for name, terms in ACTS.items() if getattr(acts, name, None) and terms.name in acts.__all__}
    apart = {"agree_to_end_protection", "begin_record", "end_about_me", "end_situation_line", "keep_protection"}
    apart |= {"tell_about_me"}  # test_about_me
    apart |= {"check_rights", "end_restriction", "give_rights_leaflet", "record_restriction"}  # test_rights
    apart |= {"change_adult_support", "note_adult_support"}  # test_support
    apart |= {"end_portrait", "keep_portrait"}  # test_portraits
    apart |= {"delegate", "end_delegation", "judge_understanding", "note_agreed", "say_service"}  # test_consent
    apart |= {"note_adaptation", "note_lived_through"}  # test_lived_through
    assert ours - apart == set(DOING)


# -- beginning a record


@pytest.fixture
def draws(monkeypatch):
    """`draws("KX7D-2RWH", ...)`: the references the dice will give, one after the other."""

    def given(*refs):
        characters = iter([character for ref in refs for character in ref.replace("-", "")[:7]])
        monkeypatch.setattr("secrets.choice", lambda alphabet: next(characters))

    return given


def begin(cast, **details):
    return acts.begin_record(by=cast.theo, **details)


def test_a_reference_somebody_has_is_drawn_again(cast, draws):
    """Even one of a sealed record, which this worker could not have looked up."""
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.leo,
            level="sealed",
            because="Court.",
            guardian=account_of(cast, "rowan"),
            review_on=LATER,
        )
    free = references.with_check("CCDDFFG")
    draws(cast.maya.ref, cast.leo.ref, free)
    with acting_as(cast.theo):
        made = begin(cast, given="Ada", family="Quay")
        assert made.ref == free
        assert [line.said for line in Act.objects.filter(person=made)] == ["Theo Rowe began a record for Ada Quay."]
        assert PersonName.objects.get(person=made).family == "Quay"


def test_a_relative_begun_inside_another_act_draws_again_too(cast, draws):
    free = references.with_check("CCDDFFG")
    draws(cast.maya.ref, free)
    with acting_as(cast.aisha):
        assert DOING["add_new_relative"](cast, cast.aisha).other.ref == free


def test_dice_that_never_give_a_free_reference_end_in_a_refusal_and_nothing_is_kept(cast, draws):
    draws(*[cast.maya.ref] * MOST_DRAWN)
    with acting_as(cast.theo):
        people = Person.objects.count()
        with pytest.raises(Refused, match="at this very moment"):
            begin(cast, given="Ada", family="Quay")
        assert Person.objects.count() == people
        assert not Act.objects.filter(said__contains="Ada Quay").exists()


def test_a_record_begins_with_a_name_a_reference_and_a_line_of_its_own(cast):
    with acting_as(cast.theo):
        made = begin(cast, given="Ada", family="Quay", born=year(2019, "about"))
        assert (made.called, made.sort_key, made.born_precision) == ("Ada Quay", "quay ada", "about")
        assert PersonName.objects.get(person=made).kind == "known_as"
        assert Act.objects.get(person=made).said == "Theo Rowe began a record for Ada Quay."


def test_a_child_not_yet_born_and_a_child_whose_name_is_not_held_can_have_a_record(cast):
    with acting_as(cast.theo):
        unborn = begin(cast, family="Okafor", expected_on=TODAY.replace(year=2027))
        unnamed = begin(cast, unnamed_as="Name not held (DfE 12)")
        assert (unborn.expected_on.year, unborn.born_on) == (2027, None)
        assert (unnamed.called, unnamed.name_held) == ("Name not held (DfE 12)", False)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({}, "given"),
        ({"given": "Ada", "born": year(2019), "expected_on": TODAY}, "born"),
        ({"given": "Ada", "born": year(2030)}, "born"),
    ],
)
def test_a_record_is_refused_without_a_name_or_with_an_impossible_birth(cast, details, field):
    with acting_as(cast.theo), pytest.raises(Refused) as refusal:
        begin(cast, **details)
    assert refusal.value.field == field


def test_a_record_is_not_begun_when_the_log_cannot_be_written(cast):
    people = Person.objects.count()
    with the_log_will_not_be_written(), acting_as(cast.theo):
        begin(cast, given="Ada")
    assert Person.objects.count() == people


# -- where things are


def test_a_line_of_the_situation_is_refused_empty_and_kept_with_one_word(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused):
            acts.say_situation(by=cast.aisha, about=cast.maya, kind="danger", text="  ")
        acts.say_situation(by=cast.aisha, about=cast.maya, kind="danger", text="Fire")
        assert SituationLine.objects.get().text == "Fire"


def test_a_danger_is_not_taken_off_without_a_reason_and_a_worry_is(cast):
    with acting_as(cast.aisha):
        danger, worry = a_line(cast, cast.aisha, "danger"), a_line(cast, cast.aisha, "worry")
        with pytest.raises(Refused):
            acts.end_situation_line(by=cast.aisha, about=cast.maya, line=danger, because="")
        acts.end_situation_line(by=cast.aisha, about=cast.maya, line=worry, because="")
        acts.end_situation_line(by=cast.aisha, about=cast.maya, line=danger, because="He has moved away.")
        assert not SituationLine.objects.filter(ended_on=None).exists()
