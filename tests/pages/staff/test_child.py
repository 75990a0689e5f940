"""A child's page and the ways in: tie, because, broken glass; and what a reader without them gets."""

import re
from datetime import date

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import begin_tie, restrict
from kith.directory.models import Account, Look, Notice, Tie
from kith.people.acts import begin_record, move_home, say_situation
from kith.people.models import SituationLine
from tests.pages.staff.counting import queries_of_the_page
from tests.visits.going import page


def account(cast, name):
    return Account.objects.get(pk=cast.actors[name].account_id)


def close(cast, level, person="maya"):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.people[person],
            level=level,
            because="Staff member's own family.",
            guardian=account(cast, "rowan"),
            review_on=date(2027, 1, 1),
        )


def test_the_lead_worker_sees_where_things_are_who_leads_and_who_is_family(cast, browse):
    with acting_as(cast.aisha):
        say_situation(by=cast.aisha, about=cast.maya, kind="danger", text="Gary has been seen near school.")
    page = browse("aisha").get(f"/children/{cast.maya.ref}/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "Gary has been seen near school." in text
    assert "Aisha Khan" in text
    assert "Leo Okafor-Nowak" in text
    assert Look.objects.filter(person=cast.maya, account_id=cast.aisha.account_id, whole_record=True).count() == 1


def test_what_is_said_of_one_person_or_said_twice_is_one_line_of_the_banner(cast, browse):
    aisha, gary, path = browse("aisha"), cast.people["gary"], reverse("say-situation", args=[cast.maya.ref])
    for key, given in (
        ("k1", {"kind": "no_contact", "text": "Gary must not have contact: court order", "who": gary.ref}),
        ("k2", {"kind": "danger", "text": "Gary waits at school.", "who": gary.ref, "source": "Mrs Bell"}),
        ("k3", {"kind": "danger", "text": "The stairs have no rail."}),
        ("k4", {"kind": "bottom_line", "text": "The stairs have no rail."}),
    ):
        assert aisha.post(path, {**given, "key": key}).status_code == 303
    for reader in ("aisha", "sol"):  # the minimum view says it too
        banner = re.search(
            r'class="kith-safety".*?</section>', browse(reader).get(f"/children/{cast.maya.ref}/").text, re.S
        )
        lines = [" ".join(re.sub("<[^>]+>", " ", line).split()) for line in re.findall("<li>(.*?)</li>", banner[0])]
        assert lines == [
            "The stairs have no rail. Aisha Khan, today",
            "Gary waits at school. Gary must not have contact: court order. Mrs Bell, today; Aisha Khan, today",
        ]


def test_a_line_is_about_somebody_around_the_child_and_nobody_else(cast, browse):
    path = reverse("say-situation", args=[cast.maya.ref])
    told = {"kind": "danger", "text": "He waits at school.", "who": "ABCD-EFGH", "key": "k"}
    refused = browse("aisha").post(path, told)
    assert refused.status_code == 422
    assert "He waits at school." in refused.text
    assert not SituationLine.objects.filter(person=cast.maya, kind="danger").exists()


def test_where_a_child_lives_is_said_and_a_home_kept_from_anyone_is_only_said_to_be(cast, browse):
    page = browse("aisha")
    kept = page.get(f"/children/{cast.maya.ref}/").content.decode()
    assert "Lives at a <b>protected address</b>" in kept
    assert "Larkspur" not in kept
    assert "Mum&#x27;s" not in kept
    with acting_as(cast.system):
        noor = begin_record(by=cast.system, given="Noor", family="Hadid")
        move_home(by=cast.system, about=[noor], on=date(2026, 11, 2), lines="9 Mill Lane\nNorthcliff")
        begin_tie(by=cast.system, about=noor, account=account(cast, "aisha"), because="working_with")
    assert "Lives at <b>9 Mill Lane</b>" in page.get(f"/children/{noor.ref}/").content.decode()
    assert "9 Mill Lane" not in browse("sol").get(f"/children/{noor.ref}/").content.decode()


def test_without_a_tie_only_the_minimum_is_shown_until_a_reason_is_given(cast, browse):
    with acting_as(cast.aisha):
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text="Mum is not sleeping.")
    sol = browse("sol")
    page = sol.get(f"/children/{cast.maya.ref}/")
    assert page.status_code == 200
    assert "Mum is not sleeping." not in page.content.decode()
    assert sol.post(f"/children/{cast.maya.ref}/because/", {"because": ""}).status_code == 422
    assert (
        sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha", "key": "k"}).status_code
        == 303
    )
    assert "Mum is not sleeping." in sol.get(f"/children/{cast.maya.ref}/").content.decode()
    looks = Look.objects.filter(account_id=cast.sol.account_id, whole_record=True)
    assert {look.because for look in looks} == {"Covering for Aisha"}


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_closed_record_is_not_there_for_someone_without_a_tie(cast, browse, level):
    close(cast, level)
    assert browse("sol").get(f"/children/{cast.maya.ref}/").status_code == 404
    assert browse("sol").post(f"/children/{cast.maya.ref}/because/", {"because": "x"}).status_code == 404


def test_a_restricted_record_opens_with_a_reason_for_a_short_time_and_its_owner_is_told(cast, browse):
    close(cast, "restricted")
    sol = browse("sol")
    form = sol.get(f"/children/{cast.maya.ref}/open/")
    assert form.status_code == 200
    assert "Maya" not in form.content.decode()
    assert sol.post(f"/children/{cast.maya.ref}/open/", {"because": "", "hours": "4"}).status_code == 422
    done = sol.post(f"/children/{cast.maya.ref}/open/", {"because": "Police are at the door", "hours": "4"})
    assert done.status_code == 303
    assert "Maya" in sol.get(f"/children/{cast.maya.ref}/").content.decode()
    tie = Tie.objects.get(because="break_glass")
    assert (tie.ends_at - tie.starts_at).total_seconds() == 4 * 3600
    told = set(Notice.objects.values_list("account_id", flat=True))
    assert {cast.rowan.account_id, cast.aisha.account_id} <= told


def test_a_sealed_record_cannot_be_broken_open_nor_one_with_a_declared_conflict(cast, browse):
    close(cast, "sealed")
    assert browse("sol").get(f"/children/{cast.maya.ref}/open/").status_code == 404
    close(cast, "restricted", "leo")
    with acting_as(cast.system):
        begin_tie(by=cast.system, about=cast.leo, account=account(cast, "sol"), because="conflict")
    assert browse("sol").get(f"/children/{cast.leo.ref}/open/").status_code == 404
    assert browse("sol").get(f"/children/{cast.leo.ref}/").status_code == 404


def test_a_sealed_sister_leaves_no_trace_on_her_brothers_page(cast, browse):
    close(cast, "sealed", "maya")
    sol = browse("sol")
    sol.post(f"/children/{cast.leo.ref}/because/", {"because": "Covering"})
    assert "Maya" not in sol.get(f"/children/{cast.leo.ref}/").content.decode()


def test_the_childs_page_costs_the_same_number_of_queries_however_long_the_record(cast, browse):
    aisha = browse("aisha")
    for n in range(12):
        with acting_as(cast.aisha):
            say_situation(by=cast.aisha, about=cast.maya, kind="worry", text=f"Worry {n}.")
    with queries_of_the_page(at_most=12):
        aisha.get(f"/children/{cast.maya.ref}/")


def test_what_somebody_opened_on_one_day_for_one_reason_is_one_line(cast, browse):
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "Her cousin is my child."})
    for name in ("child", "child-story", "child-voice"):
        assert sol.get(page(name, cast.maya)).status_code == 200
    lines = [look for look, _ in browse("grace").get(page("who-looked", cast.maya)).context["looks"]]
    of_sol = [look for look in lines if look["name"] == "Sol Marsh" and "cousin" in look["because"]]
    assert len(of_sol) == 1
    assert len(of_sol[0]["pages"]) >= 3
