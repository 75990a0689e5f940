"""A time that goes against what suits the child is arranged only with a reason (S3-29)."""

from datetime import datetime, timedelta

import pytest

from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.people.acts import say_about_me, say_situation
from kith.record import Refused
from kith.visits.acts import plan_visit, rearrange_visit
from kith.visits.models import PlannedVisit
from kith.visits.rules import clashes
from tests.cast import NOW, TODAY
from tests.visits.going import page, text

TUESDAY_AT_10 = datetime(2026, 11, 24, 10, 0, tzinfo=HOME_TIME)
TUESDAY_AT_16 = datetime(2026, 11, 24, 16, 0, tzinfo=HOME_TIME)
SATURDAY_AT_10 = datetime(2026, 11, 28, 10, 0, tzinfo=HOME_TIME)


@pytest.mark.parametrize(
    ("line", "when", "clash"),
    [
        ("Not before 4pm.", TUESDAY_AT_10, True),
        ("Not before 4pm.", TUESDAY_AT_16, False),
        ("After 3.30 please", TUESDAY_AT_10, True),
        ("Before 11am is good", TUESDAY_AT_16, True),
        ("Never after 11 am", TUESDAY_AT_16, True),
        ("After school", TUESDAY_AT_10, True),
        ("After school", SATURDAY_AT_10, False),
        ("Mornings are best", TUESDAY_AT_16, True),
        ("Mornings are best", TUESDAY_AT_10, False),
        ("Not in the morning", TUESDAY_AT_10, True),
        ("Not on Tuesdays, swimming", TUESDAY_AT_16, True),
        ("Wednesdays or Thursdays", TUESDAY_AT_16, True),
        ("Short, with a break to draw", TUESDAY_AT_10, False),
        ("Half an hour is enough, then a walk", TUESDAY_AT_10, False),
        ("Before 99", TUESDAY_AT_10, False),
    ],
)
def test_a_line_is_read_for_days_and_hours_and_for_nothing_else(line, when, clash):
    assert bool(clashes([line], when)) is clash


def test_what_not_to_do_is_read_as_what_not_to_do():
    assert clashes(["Come on Tuesdays"], TUESDAY_AT_10, against=True)
    assert not clashes(["Come on Fridays"], TUESDAY_AT_10, against=True)


@pytest.fixture
def slow(cast):
    """Maya does not want to be seen before four; nobody comes on Fridays."""
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="pace", text="Not before 4pm.", said_by="child")
        say_situation(by=cast.aisha, about=cast.maya, kind="do_not", text="Do not come on a Friday.")


FRIDAY_AT_17 = NOW + timedelta(days=3, hours=7)


@pytest.mark.parametrize("when", [NOW + timedelta(days=1), FRIDAY_AT_17])
def test_a_reason_is_asked_and_kept(cast, slow, when):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refused:
            plan_visit(by=cast.aisha, about=cast.maya, planned_for=when)
        assert refused.value.field == "despite"
        assert not PlannedVisit.objects.exists()
        [planned] = plan_visit(
            by=cast.aisha, about=cast.maya, planned_for=when, despite="The doctor is only there then."
        )
        assert planned.despite == "The doctor is only there then."


def test_a_time_that_suits_needs_no_reason_and_keeps_none(cast, slow):
    with acting_as(cast.aisha):
        when = NOW + timedelta(days=1, hours=7)
        assert plan_visit(by=cast.aisha, about=cast.maya, planned_for=when, despite="Just so.")[0].despite == ""


def test_a_sibling_is_not_held_to_it(cast, slow):
    with acting_as(cast.aisha):
        assert plan_visit(by=cast.aisha, about=cast.leo, planned_for=NOW + timedelta(days=1))


def test_moving_a_visit_asks_the_same(cast, slow):
    with acting_as(cast.aisha):
        [planned] = plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1, hours=7))
        told = {"told_before": "yes", "told_who": "Kelly", "told_at": NOW, "because": "Court.", "moved_by": "us"}
        early = NOW + timedelta(days=2)
        with pytest.raises(Refused, match="Not before 4pm"):
            rearrange_visit(by=cast.aisha, about=cast.maya, planned=planned, planned_for=early, **told)
        moved = rearrange_visit(
            by=cast.aisha, about=cast.maya, planned=planned, planned_for=early, despite="Only room.", **told
        )
        assert moved.despite == "Only room."


def test_what_suits_the_child_stands_on_the_page_and_what_was_typed_is_kept(cast, slow, browse):
    aisha, on = browse("aisha"), TODAY + timedelta(days=1)
    shown = text(aisha.get(page("plan-visit", cast.maya)))
    assert "Not before 4pm." in shown
    assert "Do not come on a Friday." in shown
    given = {"on-day": on.day, "on-month": on.month, "on-year": on.year, "at": "9:15am"}
    given |= {"mode": "home", "who": [cast.maya.ref]}
    answer = aisha.post(page("plan-visit", cast.maya), given)
    assert answer.status_code == 422
    assert "Say why it has to be then" in text(answer)
    assert "9:15am" in text(answer)
    assert aisha.post(page("plan-visit", cast.maya), {**given, "despite": "Before the hearing."}).status_code == 303
    assert "Before the hearing." in text(aisha.get(page("child-contacts", cast.maya)))
