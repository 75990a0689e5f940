"""What is decided and planned, read from a real record: looked at again, taken on, finished in time (S1-35, S2-08)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.assessment.acts import begin_assessment, give_as_agency, say_what_became
from kith.decisions.acts import look_again, note_breach
from kith.decisions.models import Revisit
from kith.directory.models import PartnerWorker
from kith.involvement.models import Spell
from kith.plans import queries as plan_queries
from kith.plans.acts import accept_step, change_step, report_step, take_out_step
from kith.plans.models import Step
from kith.standards import queries
from tests.assessment.making import filled, sign
from tests.cast import NOW, TODAY
from tests.decisions.making import standing, written_past_the_guard
from tests.plans import making
from tests.standards.records import one


def days_on(cast, days):
    """Aisha, so many days later."""
    return replace(cast.aisha, now=NOW + timedelta(days=days))


def row_on(cast, id_, days):
    return next(row for row in queries.panel(cast.maya, days_on(cast, days)) if row.id == id_)


def test_s1_35_a_broken_bottom_line_asks_of_the_decision_until_somebody_has_looked_again(cast):
    decision = standing(cast, "arrangement")
    with acting_as(cast.aisha):
        note_breach(by=cast.aisha, about=cast.maya, line=decision.bottom_lines.get(), what="Nan left early.")
        asked = one(cast, "decisions-looked-at-again")
        assert (asked.state, asked.due) == ("due", date(2026, 11, 18))  # a broken line: one working day
        assert row_on(cast, "decisions-looked-at-again", 2).state == "missed"
        look_again(by=cast.aisha, about=cast.maya, revisit=Revisit.objects.get(), answer="stands", why="Nan was ill.")
        assert one(cast, "decisions-looked-at-again").state == "met"


def test_s2_08_a_step_given_to_a_partner_waits_two_working_days_for_their_yes(cast):
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        making.step(cast.aisha, plan)  # the mother's own: nobody who signs in
        assert one(cast, "steps-accepted").state == "not_applicable"
        step = making.step(cast.aisha, plan, owner_kind="agency", owner_name="", owner=priya)
        assert (one(cast, "steps-accepted").state, one(cast, "steps-accepted").due) == ("due", date(2026, 11, 19))
        assert row_on(cast, "steps-accepted", 3).state == "missed"
        accept_step(by=cast.aisha, about=cast.maya, step=step, accepted_by="Priya Shah")
        assert one(cast, "steps-accepted").state == "met"


@pytest.mark.parametrize(("days", "state"), [(2, "not_applicable"), (3, "missed")])
@pytest.mark.parametrize("ends", ["taken out", "done"])
def test_s2_08_a_step_nobody_took_on_in_time_stays_late_when_it_leaves_the_plan(cast, days, state, ends):
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        step = making.step(cast.aisha, plan, owner_kind="agency", owner_name="", owner=priya)
    with acting_as(days_on(cast, days)) as later:
        if ends == "done":
            report_step(by=later, about=cast.maya, step=step, state="done")
        else:
            take_out_step(by=later, about=cast.maya, step=step, because="Nan does it now.")
        assert row_on(cast, "steps-accepted", days).state == state
        again = making.step(later, plan, owner_kind="agency", owner_name="", owner=priya)
    with acting_as(days_on(cast, days + 1)) as later:
        accept_step(by=later, about=cast.maya, step=again, accepted_by="Priya Shah")
        assert row_on(cast, "steps-accepted", days + 1).state == "met"


@pytest.mark.parametrize(("days", "state", "rows"), [(2, "due", 1), (3, "missed", 2)])
def test_s2_08_giving_a_step_to_somebody_else_does_not_make_its_yes_be_in_time(cast, days, state, rows):
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.maya)
        step = making.step(cast.aisha, plan, owner_kind="agency", owner_name="", owner=priya)
    with acting_as(days_on(cast, days)) as later:
        told = {"what": step.what, "owner_kind": "service", "owner": cast.staff["aisha"]}
        change_step(by=later, about=cast.maya, step=step, **told)
        assert row_on(cast, "steps-accepted", days).state == state
        assert Step.objects.filter(person=cast.maya).count() == rows
        assert [one.owner_name for one in plan_queries.held(plan).to_do] == ["Aisha Khan"]


def test_s1_13_an_agreed_plan_promises_the_first_look_and_each_look_the_next(cast):
    with acting_as(cast.aisha):
        plan = making.whole(cast.aisha, cast.maya)
        assert one(cast, "plan-looked-at-again").state == "not_applicable"
        making.acts.agree_plan(by=cast.aisha, about=cast.maya, plan=plan)
        assert one(cast, "plan-looked-at-again").due == date(2027, 5, 17)  # six months
        later = days_on(cast, 30)
        making.finished(later, making.looked_at(later, plan, on=later.today), next_on=later.today + timedelta(days=7))
        assert row_on(cast, "plan-looked-at-again", 31).due == date(2026, 12, 24)
        late = row_on(cast, "plan-looked-at-again", 38)
        assert late.state == "missed"
        last = days_on(cast, 50)
        making.looked_at(last, plan, on=last.today)
        assert row_on(cast, "plan-looked-at-again", 50).state == "missed", "a late look stays late"


@pytest.mark.parametrize("signed", [True, False])
def test_s3_04_an_assessment_counts_from_the_referral_and_one_finished_late_stays_late(cast, signed):
    with acting_as(cast.aisha):
        assert one(cast, "assessment-finished").state == "not_applicable"
    if signed:
        sign(cast, filled(cast))
    else:
        with acting_as(cast.aisha):
            begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")
    with acting_as(cast.aisha):
        row = one(cast, "assessment-finished")
        assert (row.state, row.due) == ("missed", date(2026, 11, 3)), "45 working days from 1 September"
        assert row.due < TODAY


def test_7_10_of_work_brought_over_an_assessment_counts_from_the_day_it_began_here(cast):
    with acting_as(cast.system):
        written_past_the_guard(Spell.objects.filter(person=cast.maya), came_from="Mosaic")
    with acting_as(cast.aisha):
        begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")
        row = one(cast, "assessment-finished")
        assert (row.state, row.since) == ("due", TODAY)


def test_s0_16_what_an_agency_gave_is_answered_within_ten_working_days_and_not_yet_is_no_answer(cast):
    def stands(days):
        return next(row for row in queries.panel(cast.sam, days_on(cast, days)) if row.id == "contributions-answered")

    with acting_as(cast.aisha):
        assert stands(0).state == "not_applicable"
    with acting_as(cast.priya):
        given = give_as_agency(by=cast.priya, about=cast.sam, kind="fact", text="He was weighed today.")
    became = {"by": cast.aisha, "about": cast.sam, "contribution": given}
    with acting_as(cast.aisha):
        assert (stands(0).state, stands(0).due) == ("due", date(2026, 12, 1))
        say_what_became(**became, use="not_yet", use_words="The doctor is asked first.")
        assert stands(14).state == "due"
        assert stands(15).state == "missed"
        say_what_became(**became, use="used")
        assert stands(0).state == "met"
