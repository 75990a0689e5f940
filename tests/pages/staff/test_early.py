"""A school nurse's own screens: early help begun, the services asked in, the plan in the room (J13, S2-15)."""

import pytest

from kith.access import acting_as
from kith.directory.acts import give_role
from kith.directory.models import Account, Role
from kith.involvement.acts import close_work
from kith.involvement.models import EarlyHelp, ServiceAsked
from kith.people.models import Person
from kith.plans.models import Outcome, Plan, PlanView, Step
from tests.demonstrations.test_what_an_inspector_asks import sent
from tests.visits.going import text

SAID = {"wants": "Mornings are a fight.", "agreed": "Kelly; the school may know.", "key": "k1"}
NEW = {"given": "Ivo", "family": "Marsh", "sex": "M", **SAID}
ROOM = {
    "because": "Nobody sleeps.",
    "worries": "He is tired.",
    "o1_statement": "He sleeps until six.",
    "o1_weeks": "6",
    "s1_what": "No screens after seven.",
    "s1_who": "Kelly",
    "s1_weeks": "1",
    "p1_who": "Kelly",
    "p1_whose": "parent",
    "p1_score": "4",
    "p1_words": "I turn it off at seven.",
    "key": "k2",
}


@pytest.fixture
def nurse(cast, browse):
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.sol.account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="early_help_lead"))
    return browse("sol")


@pytest.fixture
def ivo(nurse):
    done = nurse.post("/search/begin/", NEW)
    assert done.status_code == 303, text(done)[:2000]
    return Person.objects.get(called="Ivo Marsh")


def test_a_search_that_finds_nobody_leads_to_early_help(nurse, ivo):
    page = text(nurse.get(f"/children/{ivo.ref}/early-help/"))
    assert "Mornings are a fight." in page
    assert page.count("To ask, or say why not") == 5
    assert "/plan/in-the-room/" in page


def test_what_the_family_wants_is_asked_and_what_was_typed_stays(nurse):
    page = nurse.post("/search/begin/", {**NEW, "wants": " "})
    assert page.status_code == 422
    assert "Kelly; the school may know." in text(page)
    assert not EarlyHelp.objects.exists()


def test_it_is_begun_with_a_child_nobody_works_with_and_no_other(cast, nurse):
    assert nurse.get(f"/children/{cast.maya.ref}/early-help/begin/").status_code == 404
    with acting_as(cast.grace):
        close_work(by=cast.grace, about=cast.leo, reason="RC3")
    path = f"/children/{cast.leo.ref}/early-help/begin/"
    assert path in text(nurse.get(f"/children/{cast.leo.ref}/"))
    assert nurse.get(path).status_code == 200
    assert nurse.post(path, SAID).url == f"/children/{cast.leo.ref}/early-help/"
    assert nurse.get(f"/children/{cast.leo.ref}/early-help/").status_code == 200


def test_s1_29_a_service_is_asked_or_not_for_a_reason(nurse, ivo):
    path = f"/children/{ivo.ref}/early-help/{ServiceAsked.objects.get(service='school').pk}/"
    refused = nurse.post(path, {"ask": "no", "because": " ", "key": "a"})
    assert refused.status_code == 422
    assert nurse.post(path, {"ask": "no", "because": "He has no school yet.", "key": "b"}).status_code == 303
    assert "He has no school yet." in text(nurse.get(f"/children/{ivo.ref}/early-help/"))
    assert nurse.get(path).status_code == 404
    day = {"on-day": "17", "on-month": "11", "on-year": "2026"}
    assert nurse.post(f"{path}joined/", {"who": "Ms Teal", "key": "c", **day}).status_code == 303
    page = text(nurse.get(f"/children/{ivo.ref}/early-help/"))
    assert "Joined in" in page
    assert "0 days" in page


def test_j13_the_whole_plan_is_one_page_and_kept_with_its_gaps(nurse, ivo):
    path = f"/children/{ivo.ref}/plan/in-the-room/"
    done = nurse.post(path, sent(nurse.get(path), **ROOM))
    assert (done.status_code, done.url) == (303, f"/children/{ivo.ref}/plan/")
    assert (Plan.objects.get().kind, Outcome.objects.get().need) == ("early_help", "He is tired.")
    assert (Step.objects.get().lane, PlanView.objects.get().score) == ("short", 4)
    assert "Before it can be agreed" in text(nurse.get(done.url))


def test_j13_a_row_without_its_first_answer_says_so_and_keeps_the_rest(nurse, ivo):
    path = f"/children/{ivo.ref}/plan/in-the-room/"
    done = nurse.post(path, sent(nurse.get(path), **{**ROOM, "s1_what": "", "p1_whose": ""}))
    assert done.status_code == 422
    page = text(done)
    assert "Write this first" in page
    assert "I turn it off at seven." in page
    assert not Plan.objects.exists()


def test_the_children_of_others_stay_closed_to_her(cast, nurse):
    page = text(nurse.get(f"/children/{cast.maya.ref}/"))
    assert "You are not working with" in page
    assert nurse.get(f"/children/{cast.maya.ref}/early-help/").status_code == 302
