"""Ideas of the family, the network and other agencies: kept as they were put, and answered with a reason (S4-21)."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.access import acting_as
from kith.plans import acts
from kith.plans.models import Idea
from kith.record import Refused
from tests.cast import TODAY
from tests.pages.staff.test_whole import day
from tests.plans.making import begun, idea
from tests.visits.going import page, seal, text


@pytest.fixture
def nans(cast):
    with acting_as(cast.aisha):
        return idea(cast.aisha, begun(cast.aisha, cast.maya))


@pytest.mark.parametrize("because", ["", ".", "n/a"])
def test_s4_21_an_idea_is_not_turned_down_without_a_reason(cast, nans, because):
    with acting_as(cast.aisha), pytest.raises(Refused, match="Say why") as refused:
        acts.answer_idea(by=cast.aisha, about=cast.maya, idea=nans, answer="not", because=because)
    assert refused.value.field == "because"
    with acting_as(cast.aisha):
        assert Idea.objects.get().answer == ""


def test_s4_21_twin_an_idea_is_kept_before_anybody_has_an_answer(cast, nans):
    assert (nans.answer, nans.answered_on) == ("", None)


def test_s4_21_nor_does_the_database_take_it(cast, nans):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update plans_idea set answer = 'not' where id = %s", [nans.pk])


@pytest.mark.parametrize(
    ("given", "field"),
    [({"text": " "}, "text"), ({"who": ""}, "who"), ({"whose": ""}, "whose"), ({"whose": "child"}, "whose")],
)
def test_an_idea_is_somebodys_and_a_childs_is_a_wish(cast, given, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        idea(cast.aisha, begun(cast.aisha, cast.maya), **given)
    assert refused.value.field == field


def test_an_answer_is_of_the_list_and_about_this_child(cast, nans):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Choose what we make"):
            acts.answer_idea(by=cast.aisha, about=cast.maya, idea=nans, answer="perhaps")
        with pytest.raises(Refused, match="this child"):
            acts.answer_idea(by=cast.aisha, about=cast.leo, idea=nans, answer="taken")


@pytest.mark.parametrize("who", ["kelly", "priya"])
def test_families_and_partners_hold_no_grant_on_it(cast, nans, who):
    with pytest.raises(DatabaseError, match="permission denied"), acting_as(cast.actors[who]):
        Idea.objects.count()


def test_of_a_sealed_child_it_is_not_there(cast, nans):
    seal(cast, cast.maya)
    with acting_as(cast.aisha):
        assert not Idea.objects.exists()


def test_it_is_written_and_answered_on_the_plan(cast, browse, nans):
    aisha = browse("aisha")
    assert "Not answered" in text(aisha.get(page("child-plan", cast.maya)))
    refused = aisha.post(page("answer-idea", cast.maya, nans.pk), {"answer": "partly"})
    assert refused.status_code == 422
    told = {"answer": "partly", "because": "Every other Friday: Tomek has the others.", **day("told_on", TODAY)}
    assert aisha.post(page("answer-idea", cast.maya, nans.pk), told).status_code == 303
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "Every other Friday" in shown
    more = {"text": "A lift to swimming.", "who": "Mrs Bell", "whose": "professional"}
    assert aisha.post(page("put-idea", cast.maya, nans.plan_id), more).status_code == 303
    assert aisha.get(page("answer-idea", cast.maya, nans.pk)).status_code == 404
