"""One child, one story: whoever may be the same child is found, however the name was heard and the day written."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.people.acts import begin_record
from kith.people.queries import alike
from kith.people.rules import sound
from tests.visits.going import seal

BORN = PartDate(date(2016, 3, 11), "day")


@pytest.mark.parametrize(
    "same",
    [
        ("Catherine", "Kathryn", "Katharine"),
        ("Mohammed", "Muhammad", "Mohamed"),
        ("Sean", "Shaun", "Shawn"),
        ("Nowak", "Novak"),
        ("Philip", "Filip"),
        ("Geoffrey", "Jeffrey"),
        ("Christopher", "Kristofer"),
        ("Zoë", "Zoe"),
        ("Wright", "Right"),
    ],
)
def test_names_that_sound_alike_are_one_sound(same):
    assert len({sound(name) for name in same}) == 1


@pytest.mark.parametrize(("one", "other"), [("Sean", "John"), ("Maya", "Naya"), ("Emma", "Mia"), ("Lee", "Ray")])
def test_names_that_do_not_are_not(one, other):
    assert sound(one) != sound(other)


@pytest.fixture
def kathryn(cast):
    with acting_as(cast.system):
        return begin_record(by=cast.system, given="Kathryn", family="Nowakowska", born=BORN)


def found(cast, *asked):
    with acting_as(cast.theo):
        return alike(*asked).people


@pytest.mark.parametrize(
    "asked",
    [
        ("Catherine", "Novakovska", None),  # as it was heard
        ("Nowakowska", "Kathryn", None),  # the names changed places
        ("Novakovska", "Catherine", None),
        ("Kat", "Nowakow", None),  # the beginnings
        ("Trixie", "Novakovska", BORN),  # one name and the day
        ("Catherine", "Smith", BORN),
        ("Catherine", "Smith", PartDate(date(2016, 11, 3), "day")),  # day and month changed places
        ("Catherine", "Smith", PartDate(date(2016, 3, 1), "month")),
        ("Catherine", "Smith", PartDate(date(2016, 1, 1), "year")),
    ],
)
def test_a_child_is_found_by_what_is_half_right(cast, kathryn, asked):
    assert kathryn in found(cast, *asked)


@pytest.mark.parametrize(
    "asked",
    [
        ("Catherine", "Smith", None),
        ("Trixie", "Smith", BORN),
        ("Catherine", "Smith", PartDate(date(2015, 3, 11), "day")),
        ("Catherine", "Smith", PartDate(date(2016, 4, 1), "month")),
        ("", "", BORN),
    ],
)
def test_somebody_else_is_not(cast, kathryn, asked):
    assert kathryn not in found(cast, *asked)


def test_a_sealed_child_is_met_by_nobody(cast, kathryn):
    seal(cast, kathryn)
    with acting_as(cast.theo):
        assert alike("Catherine", "Novakovska", BORN).refs == []
