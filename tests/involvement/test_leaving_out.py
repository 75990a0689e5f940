"""Leaving somebody of the family out of meetings: kept with what is said, enough only with all of it (S2-29.2)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts, queries, rules
from kith.involvement.models import LeftOut
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

GROUND = {
    "who": "Tomek Nowak",
    "ground": "order",
    "shown_by": "Bail of 2 November: he may not be where Kelly is.",
    "decided_by_name": "Grace Adeyemi",
    "review_on": TODAY + timedelta(60),
}


def left_out(by, child, **changed):
    return acts.leave_out(by=by, about=child, **{**GROUND, **changed})


DOING = {
    "leave_out": (lambda by, child: None, lambda by, child, _: left_out(by, child)),
    "ask_in_again": (
        left_out,
        lambda by, child, row: acts.ask_in_again(by=by, about=child, left_out=row, because="The bail has ended."),
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_whoever_works_with_the_child_may_and_a_stranger_may_not(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya)
    with acting_as(cast.sol), pytest.raises(NotYours):
        do(cast.sol, cast.maya, held)
    with acting_as(cast.aisha):
        assert do(cast.aisha, cast.maya, held).person_id == cast.maya.pk
        assert "Tomek" not in Act.objects.get(person=cast.maya, name=name, staff_only=True).said


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya)
        was = list(LeftOut.objects.values())
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        do(cast.aisha, cast.maya, held)
    with acting_as(cast.aisha):
        assert list(LeftOut.objects.values()) == was


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ({"ground": ""}, "on what ground"),
        ({"shown_by": "n/a"}, "what shows it"),
        ({"decided_by_name": ""}, "who decided it"),
        ({"review_on": None}, "when it is looked at again"),
        ({"review_on": TODAY - timedelta(1)}, "was to be looked at again"),
    ],
)
def test_each_part_is_kept_without_the_others_and_is_not_enough(cast, without, words):
    with acting_as(cast.aisha):
        left_out(cast.aisha, cast.maya, **without)
        assert words in rules.why_not_without("Tomek Nowak", queries.left_out_of(cast.maya), TODAY)
        left_out(cast.aisha, cast.maya)
        assert rules.why_not_without("tomek nowak", queries.left_out_of(cast.maya), TODAY) == ""
        assert "say on what ground" in rules.why_not_without("Tomek Nowak", queries.left_out_of(cast.leo), TODAY)


def test_it_names_somebody_on_a_ground_there_is_and_ends_with_a_reason(cast):
    with acting_as(cast.aisha):
        for wrong, words in (({"who": " "}, "who it is"), ({"ground": "dislike"}, "one of the answers")):
            with pytest.raises(Refused, match=words):
                left_out(cast.aisha, cast.maya, **wrong)
        row = left_out(cast.aisha, cast.maya)
        with pytest.raises(Refused, match="what has changed"):
            acts.ask_in_again(by=cast.aisha, about=cast.maya, left_out=row, because=" ")
        with pytest.raises(Refused, match="asked already"):
            acts.ask_in_again(by=cast.aisha, about=cast.leo, left_out=row, because="The bail has ended.")
        acts.ask_in_again(by=cast.aisha, about=cast.maya, left_out=row, because="The bail has ended.")
        assert queries.left_out_of(cast.maya) == {}


@pytest.mark.parametrize("name", ["priya", "kelly", "tomek"])
def test_no_partner_and_no_family_may_even_ask_who_is_left_out(cast, name):
    with acting_as(cast.aisha):
        left_out(cast.aisha, cast.sam)
    with acting_as(cast.actors[name]), pytest.raises(Exception, match="permission denied"):
        LeftOut.objects.exists()
