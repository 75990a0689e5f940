"""All of being looked after: whose it is, who reads it, and that it is saved whole or not at all."""

from dataclasses import replace

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.decisions.models import Decision
from kith.involvement import acts
from kith.involvement.models import (
    CareCheck,
    CareReview,
    CareReviewLine,
    LegalStatus,
    LevelChange,
    LookedAfter,
    Missing,
    OrderLonger,
    Placement,
    Spell,
)
from kith.people.models import Residence
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.involvement.caring import at, days_ago, ended, found, gone, listened, lives, longer, reviewed, under
from tests.visits.going import the_log_will_not_be_written

# -- whose it is


def test_nobody_writes_into_another_childs(cast):
    made, home, line, missing = under(cast), lives(cast), reviewed(cast), gone(cast)
    other = {"by": cast.aisha, "about": cast.leo}
    with acting_as(cast.aisha):
        for refused in (
            lambda: acts.end_legal_status(**other, status=made),
            lambda: acts.note_care(**other, care=made.care),
            lambda: acts.end_looked_after(**other, care=made.care, ended_as="E2"),
            lambda: acts.note_placement(**other, placement=home),
            lambda: acts.end_placement(**other, placement=home),
            lambda: acts.add_to_care_review(**other, line=line),
            lambda: acts.finish_care_review(**other, line=line),
            lambda: acts.note_found(**other, missing=missing, at=cast.aisha.now),
            lambda: acts.note_missing(**other, missing=missing),
            lambda: acts.record_return_talk(**other, missing=missing, at=cast.aisha.now),
        ):
            with pytest.raises(Refused):
                refused()


TABLES = (LookedAfter, LegalStatus, Placement, CareReview, CareReviewLine, CareCheck, Missing, OrderLonger)


def test_nothing_of_it_is_read_by_family_or_partner(cast):
    whole(cast)
    for name in ("kelly", "tomek", "gary", "priya"):
        with acting_as(cast.actors[name]):
            assert not Act.objects.filter(name__in=DOING).exists()
            for table in TABLES:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


def test_somebody_of_another_team_without_the_right_writes_nothing(cast):
    with acting_as(cast.priya), pytest.raises((NotYours, Refused)):
        acts.record_legal_status(by=cast.priya, about=cast.leo, status="C1")


def test_a_worker_whom_the_address_is_kept_from_sees_no_home_and_others_do(cast):
    told = {"kept_from": [cast.people["tomek"]], "kept_because": "He followed her.", "kept_review_on": TODAY}
    home = lives(cast, **told)
    for worker, seen in ((cast.grace, True), (replace(cast.grace, person_id=cast.people["tomek"].pk), False)):
        with acting_as(worker):
            assert Placement.objects.filter(pk=home.pk).exists() is seen


# -- saved whole or not at all


def whole(cast):
    """A child with everything there is, of which each act below writes one thing more."""
    made = under(cast, "V2", on=days_ago(20))
    home = lives(cast, on=days_ago(20))
    line = reviewed(cast, on=days_ago(5))
    missing = found(cast, gone(cast))
    return made, home, line, missing


DOING = {
    "record_legal_status": lambda cast, *_: under(cast, "C2"),
    "end_legal_status": lambda cast, made, *_: acts.end_legal_status(by=cast.aisha, about=cast.maya, status=made),
    "make_order_longer": lambda cast, *_: longer(cast, under(cast, "L2")),
    "note_care": lambda cast, made, *_: acts.note_care(
        by=cast.aisha, about=cast.maya, care=made.care, reviewing_officer="Imran Vale"
    ),
    "end_looked_after": lambda cast, made, *_: ended(cast, made.care, "E4B"),
    "begin_placement": lambda cast, *_: lives(cast),
    "note_placement": lambda cast, _, home, *__: acts.note_placement(
        by=cast.aisha, about=cast.maya, placement=home, away=True
    ),
    "end_placement": lambda cast, _, home, *__: acts.end_placement(by=cast.aisha, about=cast.maya, placement=home),
    "record_care_review": lambda cast, *_: reviewed(cast),
    "add_to_care_review": lambda cast, _, __, line, ___: acts.add_to_care_review(
        by=cast.aisha, about=cast.maya, line=line, given={"decided": "Otherwise."}
    ),
    "finish_care_review": lambda cast, _, __, line, ___: acts.finish_care_review(
        by=cast.aisha, about=cast.maya, line=line
    ),
    "record_care_check": lambda cast, *_: acts.record_care_check(by=cast.aisha, about=cast.maya, kind="dentist"),
    "report_missing": lambda cast, *_: gone(cast, at=at(TODAY, 1)),
    "note_found": lambda cast, *_: found(cast, Missing.objects.filter(found_at=None).get(), at=at(TODAY, 8)),
    "note_missing": lambda cast, _, __, ___, missing: acts.note_missing(
        by=cast.aisha, about=cast.maya, missing=missing, offered_at=at(TODAY, 8), answer="yes"
    ),
    "record_return_talk": lambda cast, _, __, ___, missing: listened(cast, missing, said="I missed Nan."),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    held = whole(cast)
    if name == "note_found":
        gone(cast, at=at(days_ago(1), 20))
    models = (*TABLES, Spell, LevelChange, Decision, Residence)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, *held)
    assert before == [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("name", DOING)
def test_each_of_them_is_one_line_of_the_log_that_names_no_place_and_no_reason(cast, name):
    held = whole(cast)
    if name == "note_found":
        gone(cast, at=at(days_ago(1), 20))
    with acting_as(cast.aisha):
        DOING[name](cast, *held)
        newest = Act.objects.filter(person=cast.maya, name=name).latest("pk")
        assert newest.staff_only
        assert "Larch" not in newest.said
