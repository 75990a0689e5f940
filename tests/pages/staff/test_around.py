"""Parents and the household of a child one works with: who they are and where they live, no more of their record."""

import pytest

from kith.access import acting_as
from kith.directory.acts import begin_tie
from kith.directory.models import Look
from kith.people.models import ContactPoint, Relationship, Residence
from tests.cast import TODAY
from tests.pages.staff.counting import queries_of_the_page
from tests.pages.staff.test_family import at, day, text_of
from tests.people.doing import account_of
from tests.people.test_describing import seal


def page_of(cast, name, *parts):
    return "/".join(["/children", cast.people[name].ref, *parts, ""])


def test_a_mothers_record_says_what_of_it_the_childs_worker_may_read(cast, browse):
    page = text_of(browse("aisha").get(page_of(cast, "kelly")))
    assert "who Kelly is, where they live and who belongs to them" in page
    assert "Why do you need to read" in page
    assert "who Kelly is, where they live" not in text_of(browse("sol").get(page_of(cast, "kelly")))


@pytest.mark.parametrize("part", ["voice", "story", "contacts", "looks"])
def test_the_rest_of_her_record_is_asked_about_first(cast, browse, part):
    assert browse("aisha").get(page_of(cast, "kelly", part)).status_code == 302


def test_her_family_page_opens_and_the_look_says_why(cast, browse):
    page = browse("aisha").get(at(cast, child="kelly"))
    assert page.status_code == 200
    assert "Daughter" in text_of(page)
    look = Look.objects.filter(person=cast.people["kelly"]).latest("pk")
    assert (look.because, look.whole_record) == ("works with a child they are the parent of, or live with", False)


@pytest.mark.parametrize("path", ["", "add", "move", "protect", "describe", "name", "number", "language", "reach"])
def test_what_is_open_to_her_childrens_worker_is_closed_to_another_team(cast, browse, path):
    address = at(cast, *filter(None, [path]), child="kelly")
    assert browse("aisha").get(address).status_code == 200
    assert browse("sol").get(address).status_code == 302


def test_how_to_reach_the_father_is_written_down(cast, browse):
    answer = {"kind": "phone", "value": "01632 960777", "safe": "yes"}
    assert browse("aisha").post(at(cast, "reach", child="tomek"), answer).status_code == 303
    assert ContactPoint.objects.get(person=cast.people["tomek"]).value == "01632 960777"
    assert browse("sol").post(at(cast, "reach", child="tomek"), answer).status_code == 302
    assert ContactPoint.objects.count() == 1


def test_who_belongs_to_the_mother_is_written_down(cast, browse):
    answer = {"who": "new", "given": "Rose", "family": "Okafor", "sex": "F", "kind": "parent"}
    assert browse("aisha").post(at(cast, "add", child="kelly"), answer).status_code == 303
    assert Relationship.objects.get(person=cast.people["kelly"]).other.called == "Rose Okafor"


def test_a_sealed_mother_is_in_no_box_and_not_there_at_all(cast, browse):
    seal(cast, "kelly")
    page = text_of(browse("aisha").get(at(cast, "move")))
    assert "Kelly" not in page
    assert browse("aisha").get(at(cast, child="kelly")).status_code == 404
    answer = {
        "people": [cast.maya.ref, cast.people["kelly"].ref],
        "where": "new",
        "lines": "8 Quay Street",
        "kind": "home",
        **day("on", TODAY),
    }
    assert browse("aisha").post(at(cast, "move"), answer).status_code == 422
    assert not Residence.objects.filter(address__lines="8 Quay Street").exists()


def test_a_mother_in_conflict_with_the_worker_is_not_there(cast, browse):
    with acting_as(cast.system):
        account = account_of(cast, "aisha")
        begin_tie(by=cast.system, about=cast.people["kelly"], account=account, because="conflict")
    assert browse("aisha").get(at(cast, child="kelly")).status_code == 404
    assert "Kelly" not in text_of(browse("aisha").get(at(cast, "move")))


def test_it_costs_one_query_more_than_a_record_one_works_with(cast, browse):
    aisha = browse("aisha")
    with queries_of_the_page(21):
        aisha.get(at(cast, child="kelly"))
