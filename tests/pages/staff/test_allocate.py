"""Naming a lead worker from the manager's list: why the one before gives it up, when the family was told (S4-28)."""

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.involvement.acts import begin_work
from kith.involvement.models import LeadWorker
from kith.people.acts import begin_record
from tests.cast import TODAY
from tests.pages.staff.test_family import day, text_of


def path(child):
    return reverse("allocate", args=[child.ref])


@pytest.fixture
def waiting(cast):
    """A child with open work nobody leads."""
    with acting_as(cast.system):
        child = begin_record(by=cast.system, given="Ada", family="Quay")
        begin_work(by=cast.system, about=child, level="child_in_need")
    return child


def leading(child):
    return LeadWorker.objects.get(person=child, until_on=None)


def test_a_child_nobody_leads_is_on_the_list_and_gets_one(cast, browse, waiting):
    grace = browse("grace")
    assert path(waiting) in text_of(grace.get("/team/"))
    assert "Why does the lead worker change?" not in text_of(grace.get(path(waiting)))
    answer = {"lead": cast.staff["sol"].pk, **day("family_told_on", TODAY)}
    assert grace.post(path(waiting), answer).status_code == 303
    assert (leading(waiting).name, leading(waiting).family_told_on) == ("Sol Marsh", TODAY)
    assert path(waiting) not in text_of(grace.get("/team/"))


def test_a_change_keeps_why_and_may_be_made_before_the_family_is_told(cast, browse):
    grace = browse("grace")
    page = text_of(grace.get(path(cast.maya)))
    assert "Why does the lead worker change?" in page
    assert "The child asked" in page
    assert grace.post(path(cast.maya), {"lead": cast.staff["sol"].pk, "reason_ended": "CHCHAN"}).status_code == 303
    former = LeadWorker.objects.get(person=cast.maya, until_on=TODAY)
    assert (former.name, former.reason_ended, leading(cast.maya).family_told_on) == ("Aisha Khan", "CHCHAN", None)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Choose the lead worker."),
        ({"lead": "aisha"}, "already"),
        ({"lead": "sol", "reason_ended": "XX"}, "Choose"),
    ],
)
def test_something_wrong_is_said_and_nothing_changes(cast, browse, answer, says):
    named = {k: cast.staff[v].pk if k == "lead" else v for k, v in answer.items()}
    page = browse("grace").post(path(cast.maya), {**named, "key": "one"})
    assert page.status_code == 422
    assert says in text_of(page)
    assert leading(cast.maya).name == "Aisha Khan"


@pytest.mark.parametrize("reader", ["aisha", "sol", "theo"])
def test_nobody_without_the_right_finds_the_page(cast, browse, reader):
    assert browse(reader).get(path(cast.maya)).status_code == 404
    assert browse(reader).post(path(cast.maya), {"lead": cast.staff["sol"].pk}).status_code == 404
