"""The Contacts page: visits made, visits to come, promises, and what is owed to each."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.visits.acts import Seen, plan_visit
from tests.cast import NOW, TODAY
from tests.visits.going import not_seen, page, text, visit, went_before


def test_contacts_tell_visits_by_month_with_both_days_and_the_minutes(browse, cast):
    went_before(cast, 40, [Seen(cast.maya, True, alone="alone", saw="Sang.")])
    with acting_as(cast.aisha):
        visit(
            cast.aisha,
            [Seen(cast.maya, True, alone="not_tried", saw="Drew <i>a star</i>."), not_seen(cast.leo)],
            on=TODAY - timedelta(days=7),
            happened_at=NOW - timedelta(days=7),
            opened_at=NOW - timedelta(minutes=8),
        )
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert body.index("<h3>November 2026") < body.index("<h3>October 2026")
    assert "Happened on Tue 10 Nov, written on Tue 17 Nov: late." in body
    assert "8 minutes to record." in body
    assert "With Leo Okafor-Nowak." in body
    assert "Drew &lt;i&gt;a star&lt;/i&gt;." in body
    assert "why Maya was not seen alone" in body


def test_a_doorstep_visit_says_that_it_does_not_count(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone")], mode="doorstep")
    assert "It does not count as seeing Maya" in text(browse("aisha").get(page("child-contacts", cast.maya)))


def test_the_visit_clock_says_which_day_it_is_and_why_with_its_source(browse, cast):
    went_before(cast, 4, [Seen(cast.maya, True, alone="alone", saw="Sang.")])
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "was seen on 13 November 2026. The next visit is needed by 11 December 2026." in body
    assert "Day 2 of 20." in body
    assert "20 working days from 13 November 2026. Counted from the last visit that saw Maya." in body
    assert "a local default, not law" in body
    assert "The dashed line" not in body  # December is not on the strip


def test_a_visit_needed_this_month_is_marked_on_the_strip(browse, cast):
    went_before(cast, 25, [Seen(cast.maya, True, alone="alone")])
    assert "The dashed line: the next visit is needed by then." in text(
        browse("aisha").get(page("child-contacts", cast.maya))
    )


def test_an_empty_page_says_so_kindly(browse, cast):
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "No visit is written down yet." in body
    assert "No visit is arranged." in body


def test_a_visit_whose_time_has_passed_asks_whether_it_was_made(browse, cast):
    with acting_as(cast.system):
        from dataclasses import replace

        system = replace(cast.system, now=NOW - timedelta(days=2))
        plan_visit(by=system, about=cast.maya, planned_for=NOW - timedelta(days=1))
    body = text(browse("aisha").get(page("child-contacts", cast.maya)))
    assert "That time has passed. Was it made?" in body


@pytest.mark.parametrize("saved", ["x", "-1", "99999999999999999999", "0"])
def test_a_saved_visit_that_is_none_says_nothing(browse, cast, saved):
    answer = browse("aisha").get(page("child-contacts", cast.maya, saved=saved))
    assert (answer.status_code, "Saved. " in text(answer)) == (200, False)


def test_contacts_cost_the_same_however_many_visits_there_are(browse, cast, django_assert_max_num_queries):
    browser = browse("aisha")
    for days in (30, 20, 10, 5):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(30) as few:
        browser.get(page("child-contacts", cast.maya))
    for days in (29, 19, 9, 4):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get(page("child-contacts", cast.maya))


def test_the_page_to_record_on_costs_the_same_however_often_it_was_used(browse, cast, django_assert_max_num_queries):
    browser = browse("aisha")
    with django_assert_max_num_queries(40) as few:
        browser.get(page("record-visit", cast.maya))
    for days in (30, 20, 10):
        went_before(cast, days, [Seen(cast.maya, True), not_seen(cast.leo)])
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get(page("record-visit", cast.maya))
