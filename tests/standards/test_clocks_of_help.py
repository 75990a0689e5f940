"""The clocks of early help and of plans for children in need, and a child with a plan whom the worker has not seen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import Right, acting_as
from kith.calendar import PartDate
from kith.involvement.acts import answer_service, begin_early_help_with, note_joined, note_ready, plan_meeting
from kith.involvement.models import ServiceAsked
from kith.standards.clocks import queries
from kith.visits.acts import Seen
from tests.cast import TODAY
from tests.standards.clockwork import add, by_limit, lines, put_at
from tests.visits.going import visit, went_before

ASKED = {"wants": "Getting to sleep, and to school in time.", "agreed": "Femi, her father."}
TOLD = {"because": "Nobody sleeps, and she comes to school too tired to learn."}


@pytest.fixture
def nia(cast):
    """Early help began on 2 November 2026."""
    may = replace(cast.aisha, rights=cast.aisha.rights | {Right.LEAD_EARLY_HELP})
    with acting_as(may):
        named = {"given": "Nia", "family": "Abara", "looked_at": ()}
        born = PartDate(date(2019, 4, 2))
        return begin_early_help_with(by=may, about=None, on=date(2026, 11, 2), born=born, **ASKED, **named)


def test_early_help_is_written_with_the_family_in_three_weeks_and_the_helpers_meet_in_six(cast, nia) -> None:
    found = by_limit(cast, nia)
    written, met = found["early-help-assessment"].clock, found["early-help-first-meeting"].clock
    assert (written.due, written.day_of, written.state) == (date(2026, 11, 23), "day 15 of 21", "running")
    assert (met.due, met.state) == (date(2026, 12, 14), "running")


def test_a_plan_made_with_the_family_ends_the_one_and_a_helper_who_joins_in_the_other(cast, nia) -> None:
    add("plans_plan", nia, kind="early_help", started_on=date(2026, 11, 9), **TOLD)
    with acting_as(cast.aisha):
        service = ServiceAsked.objects.filter(person=nia)[0]
        answer_service(by=cast.aisha, about=nia, on=date(2026, 11, 9), service=service, ask=True)
        note_joined(by=cast.aisha, about=nia, on=date(2026, 11, 16), service=service, who="Nell, school nurse")
    found = by_limit(cast, nia)
    assert (found["early-help-assessment"].state, found["early-help-assessment"].clock.ended) == (
        "met",
        date(2026, 11, 9),
    )
    assert found["early-help-first-meeting"].clock.ended == date(2026, 11, 16)
    assert found["early-help-review"].clock.due == date(2027, 2, 1)


def test_a_plan_somebody_only_opened_is_not_written_yet(cast, nia) -> None:
    add("plans_plan", nia, kind="early_help", started_on=date(2026, 11, 9))
    assert by_limit(cast, nia)["early-help-assessment"].state == "running"


def test_a_plan_of_a_child_in_need_is_looked_at_again_every_three_months(cast) -> None:
    plan = add("plans_plan", cast.maya, kind="in_need", started_on=date(2026, 7, 30))
    late = by_limit(cast, cast.maya)["review-child-in-need"]
    assert (late.state, late.clock.due) == ("late", date(2026, 10, 30))
    with acting_as(cast.grace):
        assert late.id in {line.id for line in queries.ahead([cast.maya.pk], cast.grace).late}
    _look(plan, held_on=date(2026, 10, 28), finished_on=date(2026, 10, 28))
    looks = [line for line in lines(cast, cast.maya) if line.clock.timescale.key == "review-child-in-need"]
    assert {(line.state, line.clock.due) for line in looks} == {
        ("met", date(2026, 10, 30)),
        ("running", date(2027, 1, 28)),
    }


def test_a_look_at_a_plan_that_is_not_finished_keeps_nothing(cast) -> None:
    plan = add("plans_plan", cast.maya, kind="in_need", started_on=date(2026, 7, 30))
    _look(plan, held_on=date(2026, 10, 28))
    assert by_limit(cast, cast.maya)["review-child-in-need"].state == "late"


def test_the_family_has_the_report_so_many_working_days_before_the_conference(cast) -> None:
    with acting_as(cast.aisha):
        line = plan_meeting(by=cast.aisha, about=[cast.maya], kind="review", planned_for=date(2026, 11, 30))
        running = by_limit(cast, cast.maya)["report-to-family-review"]
        assert (running.state, running.clock.due) == ("running", date(2026, 11, 23))
        note_ready(by=cast.aisha, about=cast.maya, line=line, ready=[], report_shared_on=date(2026, 11, 16))
    assert by_limit(cast, cast.maya)["report-to-family-review"].state == "met"


def test_seen_by_somebody_else_the_worker_still_has_to_see_the_child(cast) -> None:
    put_at(cast.maya, "child_protection")
    went_before(cast, 30, [Seen(cast.maya, True, alone="alone")])
    with acting_as(cast.grace):
        visit(cast.grace, [Seen(cast.maya, True, alone="alone")])
    found = by_limit(cast, cast.maya)
    assert found["protection-not-seen-by-worker"].state == "late"
    assert found["protection-not-seen-by-anyone"].clock.due == TODAY + timedelta(weeks=6)


def _look(plan: int, held_on: date, finished_on: date | None = None) -> None:
    empty = ("no_change_because", "after_no_change", "after_no_change_why", "understanding", "understanding_why")
    empty += ("finished_by", "unanswered_because", "helped", "difference_child", "difference_family")
    empty += ("difference_others",)
    blanks = ", ''" * len(empty)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into plans_planreview (person_id, act_id, latest_act_id, plan_id, held_on, finished_on,"
            f" {', '.join(empty)}) select person_id, act_id, act_id, id, %s, %s {blanks} from plans_plan where id = %s",
            [held_on, finished_on, plan],
        )
