"""The promise keeper on pages: for a child, and for the worker alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.visits.acts import call_off_visit, end_promise, plan_visit, promise, rearrange_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import page, seal, text

FRIDAY = NOW + timedelta(days=3)
TOLD = {"told_before": "yes", "told_who": "Kelly", "told_at": NOW - timedelta(hours=1), "told_how": "phone"}


def arrange(cast, when=FRIDAY, child=None):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=child or cast.maya, planned_for=when)
        return PlannedVisit.objects.get(person=child or cast.maya, planned_for=when)


def move(cast, planned, to, **details):
    with acting_as(cast.aisha):
        given = {"told_before": "no", "moved_by": "us", "because": "Court.", **details}
        return rearrange_visit(by=cast.aisha, about=planned.person, planned=planned, planned_for=to, **given)


def test_a_visit_is_called_off_from_contacts_and_how_long_before_they_were_told_stands_there(browse, cast):
    planned, client = arrange(cast), browse("aisha")
    assert page("call-off-visit", cast.maya, planned.pk) in text(client.get(page("child-contacts", cast.maya)))
    given = {
        "told_before": "yes",
        "told_who": "Kelly",
        "told_on-day": TODAY.day,
        "told_on-month": TODAY.month,
        "told_on-year": TODAY.year,
        "told_clock": "8am",
        "told_how": "phone",
        "moved_by": "us",
        "because": "I am in court.",
    }
    answer = client.post(page("call-off-visit", cast.maya, planned.pk), given)
    assert (answer.status_code, answer["Location"]) == (303, page("child-contacts", cast.maya))
    body = text(client.get(page("child-contacts", cast.maya)))
    assert "Kelly was told 3 days before, by phone." in body
    assert "I am in court." in body


@pytest.mark.parametrize(
    ("left_out", "said"), [("because", "why the visit had to change"), ("told_before", "told before")]
)
def test_what_is_left_out_is_asked_for_and_the_rest_stays(browse, cast, left_out, said):
    planned = arrange(cast)
    given = {"told_before": "no", "moved_by": "us", "because": "I am in court.", left_out: ""}
    answer = browse("aisha").post(page("call-off-visit", cast.maya, planned.pk), given)
    assert answer.status_code == 422
    assert said in text(answer)
    with acting_as(cast.aisha):
        assert PlannedVisit.objects.get().called_off_on is None


def test_a_visit_nobody_told_of_asks_for_a_call_and_one_moved_three_times_is_looked_at(browse, cast):
    planned = arrange(cast)
    for n in range(1, 4):
        planned = move(cast, planned, FRIDAY + timedelta(days=n))
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "moved 3 times before" in body
    assert body.count("Ring, and say sorry") == 3
    assert "Changed, and the family was not told before" in body


def test_after_four_weeks_nobody_is_asked_to_ring_any_more(browse, cast):
    then = replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=NOW - timedelta(days=40))
    with acting_as(then):
        (planned,) = plan_visit(by=then, about=[cast.maya], planned_for=NOW - timedelta(days=38))
        moved_to = NOW - timedelta(days=35)
        rearrange_visit(
            by=then, about=cast.maya, planned=planned, planned_for=moved_to, told_before="no", because="Court."
        )
    client = browse("aisha")
    body = text(client.get(page("child-contacts", cast.maya)))
    assert "Nobody was told before." in body
    assert "Ring, and say sorry" not in body
    assert "Changed without a word before" not in text(client.get("/my-promises/"))


def test_two_moves_are_not_looked_at(browse, cast):
    planned = move(cast, move(cast, arrange(cast), FRIDAY + timedelta(days=1)), FRIDAY + timedelta(days=2))
    assert planned.planned_for
    assert "times before" not in text(browse("aisha").get(page("child-contacts", cast.maya)))


def test_my_promises_shows_what_waits_for_a_word_from_me_and_my_own_year(browse, cast):
    then = replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=NOW - timedelta(days=5))
    with acting_as(then):
        plan_visit(by=then, about=cast.leo, planned_for=NOW - timedelta(days=2))
        one = promise(by=then, about=cast.maya, text="Ring the school", due_on=TODAY - timedelta(days=1))
        end_promise(by=then, about=cast.maya, promise=one, outcome="kept")
        promise(by=then, about=cast.maya, text="Bring the paint", due_on=TODAY - timedelta(days=1))
    planned = arrange(cast)
    move(cast, planned, FRIDAY + timedelta(days=1), **TOLD)
    body = text(browse("aisha").get("/my-promises/"))
    for said in ("Bring the paint", "It was not made", "Leo Okafor-Nowak", "Only you see these figures"):
        assert said in body, said
    assert "Ring the school" not in body
    others = text(browse("grace").get("/my-promises/"))
    assert "Bring the paint" not in others
    assert "Nothing was promised or arranged in your name yet." in others


def test_a_sealed_child_is_not_on_the_page_of_who_promised(browse, cast):
    with acting_as(cast.aisha):
        promise(by=cast.aisha, about=cast.leo, text="Bring the paint")
    seal(cast, cast.leo)
    assert "Bring the paint" not in text(browse("aisha").get("/my-promises/"))


def test_for_anyone_but_staff_there_is_no_such_page(browse, cast):
    for who in ("priya", "kelly"):
        assert browse(who).get("/my-promises/").status_code == 404


def test_the_family_reads_that_we_are_sorry_for_what_we_moved_and_not_why(browse, cast):
    planned = arrange(cast)
    move(cast, planned, FRIDAY + timedelta(days=1), because="My car has broken down.")
    body = text(browse("kelly").get("/p/"))
    assert "We are sorry for the change." in body
    assert "broken down" not in body


def test_the_family_is_not_told_sorry_for_what_they_could_not_safely_be_told(browse, cast):
    planned = arrange(cast)
    move(cast, planned, FRIDAY + timedelta(days=1), told_before="not_safe", not_safe_because="enquiry")
    assert "sorry" not in text(browse("kelly").get("/p/"))


def test_a_visit_called_off_by_us_afterwards_is_missed(browse, cast):
    planned = arrange(cast, NOW + timedelta(hours=1))
    later = cast.at("aisha", NOW + timedelta(days=1))
    with acting_as(later):
        call_off_visit(
            by=later, about=cast.maya, planned=planned, told_before="no", because="I was ill.", moved_by="us"
        )
    body = " ".join(text(browse("aisha").get(page("child-contacts", cast.maya))).split())
    assert '>Missed</th><td class="govuk-table__cell">1<' in body
