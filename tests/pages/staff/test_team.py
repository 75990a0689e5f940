"""The manager's page: a few lines of each list, all of them when asked for, and a day one without lead workers."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Look
from kith.involvement.acts import begin_work
from kith.people.acts import begin_record
from kith.returns.acts import import_census
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.pages.staff.test_family import text_of
from tests.returns.cin.papers import census, child
from tests.returns.papers import identified, person, referred

NO_DAY = referred().replace("<CINreferralDate>2025-09-01</CINreferralDate>", "")


def test_a_census_taken_in_is_a_list_to_allocate_with_what_a_manager_needs_to_choose(cast, browse):
    papers = [
        child(identified("A1", "<UPNunknown>UN3</UPNunknown>"), referral=referred("2025-09-01")),
        child(identified("A2", "<UPNunknown>UN3</UPNunknown>"), referral=NO_DAY),
    ]
    with acting_as(cast.system):
        import_census(by=cast.system, file=io.BytesIO(census(*papers).encode()))
        first = person("A1")
    page = text_of(browse("grace").get("/team/"))
    assert "Name not held (A1)</a>, 3 · Child in need" in page
    assert "from the census of 2026" in page
    assert f"/children/{first.ref}/lead/" in page
    assert "not known</span>" in page, "nobody says when work with A2 began, and no day is made up"
    minimum = text_of(browse("grace").get(f"/children/{person('A2').ref}/"))
    assert "Open work since a day not known before Kith: from the census of 2026" in minimum


@pytest.fixture
def waiting(cast):
    with acting_as(cast.system):
        for n in range(11):
            one = begin_record(by=cast.system, given=f"Ada{n}", family="Quay")
            begin_work(by=cast.system, about=one, level="child_in_need", on=TODAY - timedelta(days=n))


def test_the_longest_waiting_are_shown_and_the_rest_when_asked_for(waiting, browse):
    grace = browse("grace")
    page = text_of(grace.get("/team/"))
    assert page.count("Name a lead worker") == 5
    assert "Ada10 Quay" in page
    assert "Ada0 Quay" not in page
    assert "Show all 11" in page
    page = text_of(grace.get("/team/?all=unallocated"))
    assert page.count("Name a lead worker") == 11
    assert "Show all" not in page


def test_late_answers_are_counted_whole_and_listed_in_part(cast, browse):
    before = replace(cast.system, now=NOW - timedelta(days=40))
    with acting_as(before):
        for n in range(10):
            write_down_words(
                by=before, about=cast.maya, sort="wish", text=f"Wish number {n}", owed_by_name="Aisha Khan"
            )
    page = text_of(browse("grace").get("/team/"))
    assert page.count("“Wish number") == 5
    assert "Show all 10" in page
    assert text_of(browse("grace").get("/team/?all=answers")).count("“Wish number") == 10


def test_a_list_nobody_knows_changes_nothing(waiting, browse):
    assert browse("grace").get("/team/?all=%2F%2Felsewhere").status_code == 200


def test_who_looked_says_why_in_words(cast, browse):
    browse("aisha").get(f"/children/{cast.maya.ref}/")
    browse("sol").get(f"/children/{cast.maya.ref}/")
    page = text_of(browse("grace").get(f"/children/{cast.maya.ref}/looks/"))
    assert "lead worker" in page
    assert "manages the team" in page
    assert "lead_worker" not in page
    assert Look.objects.filter(person=cast.maya, whole_record=False).exists()
    assert "part of the record" in page


def test_only_someone_who_allocates_is_shown_the_way_there(cast, browse):
    path = f"/children/{cast.maya.ref}/lead/"
    assert path in text_of(browse("grace").get(f"/children/{cast.maya.ref}/"))
    assert path not in text_of(browse("aisha").get(f"/children/{cast.maya.ref}/"))
