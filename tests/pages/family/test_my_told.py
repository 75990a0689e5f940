"""What a parent and a child were told, on their own pages; "I don’t agree", shown back; and nothing undisclosed."""

import re

import pytest

from kith.access import acting_as
from kith.decisions.acts import tell_decision
from kith.decisions.models import Challenge
from kith.involvement.acts import change_level, note_handover
from kith.involvement.models import LeadWorker
from tests.cast import TODAY
from tests.decisions.making import standing
from tests.handing import handed_over
from tests.involvement.levels import asked
from tests.visits.going import text

TOLD = "We stop coming to see Maya in May."
OURS = "Kelly may be drinking again."


@pytest.fixture
def closing(cast):
    made = standing(cast, "closure", reasons=OURS)
    with acting_as(cast.aisha):
        tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience="family", words=TOLD)
        tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience="child", words="Aisha stops coming.")
        tell_decision(by=cast.aisha, about=cast.maya, decision=made, audience="partner", words="For the school.")
    return made


def path(cast, child="maya"):
    return f"/p/told/{cast.people[child].ref}/"


def help_told(cast):
    lead = LeadWorker.objects.get(person=cast.maya)
    with acting_as(cast.grace):
        note_handover(by=cast.grace, about=cast.maya, lead=lead, family_told_on=TODAY)


def test_a_parent_reads_what_they_were_told_and_none_of_our_reasons(cast, browse, closing):
    page = text(browse("kelly").get(path(cast)))
    assert TOLD in page
    assert OURS not in page
    assert "Aisha stops coming." not in page
    assert "For the school." not in page
    assert "Aisha Khan" in page


def test_s4_28_the_level_of_help_is_told_only_as_far_as_somebody_told_them(cast, browse, closing):
    kelly = browse("kelly")
    assert "Nobody has told you yet which help this is" in text(kelly.get(path(cast)))
    help_told(cast)
    assert "Child in need" in text(kelly.get(path(cast)))
    change = asked(cast)
    with acting_as(cast.grace):
        change_level(by=cast.grace, about=cast.maya, change=change, family_not_told_because="He is in the house.")
    page = text(kelly.get(path(cast)))
    assert "Child protection plan" not in page
    assert "Child in need" in page


def test_a_parent_says_no_and_sees_that_it_waits(cast, browse, closing):
    kelly = browse("kelly")
    told = text(kelly.get(path(cast)))
    form = re.search(r'href="([^"]+)">I don’t agree', told)[1]
    empty = kelly.post(form, {"concern": " ", "wanted": "Stay.", "key": "k1"})
    assert empty.status_code == 422
    assert "Stay." in text(empty)
    sent = kelly.post(form, {"concern": "She still wakes at night.", "key": "k2"})
    assert (sent.status_code, sent.url) == (303, path(cast))
    assert Challenge.objects.get().raised_by_name == "Kelly Okafor"
    page = text(kelly.get(path(cast)))
    assert "She still wakes at night." in page
    assert "Somebody who did not decide this is looking at it." in page
    assert "She still wakes at night." not in text(browse("tomek").get(path(cast)))


def test_the_father_who_must_not_know_meets_nothing(cast, browse, closing):
    gary = browse("gary")
    assert gary.get(path(cast)).status_code == 404
    assert gary.get(path(cast, "sam")).status_code == 404
    assert TOLD not in text(gary.get("/p/"))


def test_a_brothers_page_holds_nothing_of_hers(cast, browse, closing):
    for child in ("leo", "sam"):
        assert TOLD not in text(browse("kelly").get(path(cast, child)))
    assert browse("tomek").get(path(cast, "sam")).status_code == 404


def test_the_child_reads_their_own_and_says_no_to_it(cast, browse, closing):
    tablet = handed_over(cast, browse, guided="on")
    page = text(tablet.get("/p/me/decided/"))
    assert "Aisha stops coming." in page
    assert TOLD not in page
    form = page.split('href="/p/me/decided/')[1].split('"')[0]
    sent = tablet.post(f"/p/me/decided/{form}", {"concern": "I want her to stay.", "key": "k1"})
    assert (sent.status_code, sent.url) == (303, "/p/me/decided/")
    assert "I want her to stay." in text(tablet.get("/p/me/decided/"))
    assert "I want her to stay." not in text(browse("kelly").get(path(cast)))
    closing.refresh_from_db()
    assert closing.state == "challenged"


def test_nothing_said_stays_on_the_childs_page(cast, browse, closing):
    tablet = handed_over(cast, browse, guided="on")
    page = text(tablet.get("/p/me/decided/"))
    form = page.split('href="/p/me/decided/')[1].split('"')[0]
    assert tablet.post(f"/p/me/decided/{form}", {"concern": "", "key": "k1"}).status_code == 422
