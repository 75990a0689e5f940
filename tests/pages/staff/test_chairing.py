"""What a chair reads: conferences that come and whether they are ready, reviews that are due, what has drifted."""

from dataclasses import replace
from datetime import timedelta

from kith.access import acting_as
from kith.directory.acts import begin_tie
from kith.involvement.acts import note_ready, plan_meeting
from kith.plans.acts import add_step
from tests.architecture.objects import account_of
from tests.architecture.test_strangers import close
from tests.cast import NOW, TODAY
from tests.plans.making import agreed
from tests.visits.going import text

REVIEWS = "/reviews/"


def planned(cast, chair, day=TODAY + timedelta(days=9), **given):
    with acting_as(cast.aisha):
        told = {"kind": "review", "planned_for": day, "chair_name": chair, **given}
        return plan_meeting(by=cast.aisha, about=[cast.maya], **told)


def tied(cast, name):
    with acting_as(cast.system):
        begin_tie(by=cast.system, about=cast.maya, account=account_of(cast, name), because="chair")


def page(browse, who):
    return text(browse(who).get(REVIEWS))


def test_a_conference_is_the_chairs_whose_name_stands_in_it_and_nobody_elses(cast, browse):
    planned(cast, "rowan vale")
    shown = page(browse, "rowan")
    assert "Maya Okafor-Nowak" in shown
    assert "0 of 10 ready" in shown
    assert "Still open: Everybody who belongs there is invited" in shown
    assert "Maya" not in page(browse, "sol")
    assert browse("kelly").get(REVIEWS).status_code == 404


def test_what_is_ready_is_said_and_when_the_family_had_the_report(cast, browse):
    line = planned(cast, "Rowan Vale")
    assert "The family has the report by" in page(browse, "rowan")
    with acting_as(cast.aisha):
        note_ready(by=cast.aisha, about=cast.maya, line=line, ready=["invited", "advocate"], report_shared_on=TODAY)
    shown = page(browse, "rowan")
    assert "2 of 10 ready" in shown
    assert "The family has had the report since" in shown


def test_a_report_that_is_late_and_a_day_that_passed_are_named(cast, browse):
    planned(cast, "Rowan Vale", day=TODAY + timedelta(days=1))
    assert "The family has the report by" in page(browse, "rowan")
    before = replace(cast.system, now=NOW - timedelta(days=20))
    with acting_as(before):
        told = {"kind": "review", "planned_for": TODAY - timedelta(days=3), "chair_name": "Rowan Vale"}
        plan_meeting(by=before, about=[cast.leo], **told)
    assert "The day is past and nothing is written" in page(browse, "rowan")


def test_what_has_drifted_is_read_by_a_chair_who_works_with_the_child_and_by_no_other(cast, browse):
    planned(cast, "Rowan Vale")
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        about = {"by": cast.aisha, "about": cast.maya, "plan": plan, "by_when": TODAY - timedelta(days=4)}
        add_step(**about, what="A lamp on the stairs.", owner_kind="family", owner_name="Kelly")
    assert "A lamp on the stairs." not in page(browse, "rowan")
    tied(cast, "rowan")
    assert "A lamp on the stairs." in page(browse, "rowan")


def test_somebody_who_chairs_nothing_reads_that(cast, browse):
    shown = page(browse, "aisha")
    assert "None is planned with your name." in shown
    assert "Nothing has drifted" in shown


def test_a_sealed_child_is_not_there(cast, browse):
    planned(cast, "Sol Marsh")
    assert "Maya" in page(browse, "sol")
    close(cast, "sealed")
    assert "Maya" not in page(browse, "sol")
