"""Who may open the pages of a child's visits, and what a closed brother or sister leaves on them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.visits.acts import Seen, plan_visit, promise
from kith.visits.models import ChildLine, PlannedVisit, Promise, ToComplete, Visit
from tests.cast import NOW
from tests.visits.going import page, seal, sheet, text, visit


def give_because(browser, child):
    browser.post(reverse("give-because", args=[child.ref]), {"because": "Covering this week."})


def test_another_team_meets_the_minimum_view_and_having_given_a_reason_still_cannot_write(browse, cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [Seen(cast.maya, True)])
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1))
        promise(by=cast.aisha, about=cast.maya, text="Ring")
    writing = [
        ("record-visit",),
        ("plan-visit",),
        ("move-visit", PlannedVisit.objects.get().pk),
        ("complete-gap", ToComplete.objects.first().pk),
        ("end-promise", Promise.objects.get().pk),
    ]
    browser = browse("sol")
    for name, *pk in [*writing, ("child-contacts",)]:
        assert browser.get(page(name, cast.maya, *pk)).status_code == 302, name
    give_because(browser, cast.maya)
    for name, *pk in writing:
        assert browser.get(page(name, cast.maya, *pk)).status_code == 404, name
        assert browser.post(page(name, cast.maya, *pk), sheet(cast)).status_code == 404, name
    body = text(browser.get(page("child-contacts", cast.maya, saved=made.pk)))
    assert "Saved. " not in body
    for address in ("record-visit", "plan-visit"):
        assert page(address, cast.maya) not in body
    with acting_as(cast.system):
        assert Visit.objects.count() == 1


@pytest.mark.parametrize("who", ["priya", "kelly", "tomek", "gary"])
def test_for_anyone_but_staff_the_pages_are_not_there(browse, cast, who):
    for name in ("record-visit", "plan-visit", "child-contacts"):
        assert browse(who).get(page(name, cast.maya)).status_code == 404


def test_duty_with_a_reason_may_record_a_visit_to_any_child(browse, cast):
    browser = browse("theo")
    give_because(browser, cast.maya)
    answer = browser.post(page("record-visit", cast.maya), sheet(cast))
    assert answer.status_code == 303
    assert "Saved. Nothing is missing." in text(browser.get(answer["Location"]))


def test_a_sealed_brother_is_on_no_page_and_cannot_be_written_about(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone"), Seen(cast.leo, True)])
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(days=1))
        planned = PlannedVisit.objects.get(person=cast.maya)
    seal(cast, cast.leo)
    browser = browse("aisha")
    for address in (
        page("record-visit", cast.maya),
        page("plan-visit", cast.maya),
        page("move-visit", cast.maya, planned.pk),
        page("child-contacts", cast.maya),
        page("child-contacts", cast.maya, saved=Visit.objects.get().pk),
    ):
        answer = browser.get(address)
        assert answer.status_code == 200
        # A whole word: the letters of a form's token may happen to spell his name.
        assert not re.search(rf"\bLeo\b|{cast.leo.ref}", text(answer)), address
    with acting_as(cast.system):
        before = ChildLine.objects.count()
    assert browser.post(page("record-visit", cast.maya), sheet(cast)).status_code == 303
    with acting_as(cast.system):
        assert ChildLine.objects.filter(person=cast.leo).count() == 1
        assert ChildLine.objects.count() == before + 1
    assert browser.get(page("record-visit", cast.leo)).status_code == 404


def test_what_is_one_childs_is_not_found_under_anothers_address(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, True)])
        plan_visit(by=cast.aisha, about=cast.leo, planned_for=NOW + timedelta(days=1))
        promise(by=cast.aisha, about=cast.leo, text="Ring")
    browser = browse("aisha")
    for name, row in (
        ("complete-gap", ToComplete.objects.first()),
        ("move-visit", PlannedVisit.objects.get()),
        ("end-promise", Promise.objects.get()),
    ):
        assert browser.get(page(name, cast.leo, row.pk)).status_code == 200
        assert browser.get(page(name, cast.maya, row.pk)).status_code == 404
        assert browser.post(page(name, cast.maya, row.pk), {}).status_code == 404
        assert browser.get(page(name, cast.leo, row.pk + 10_000)).status_code == 404
