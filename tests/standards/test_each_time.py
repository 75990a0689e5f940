"""Told before a visit moves, a danger taken up within the hour, another worker: from a real record (S3-11, S2-06)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement.acts import answer_worker_asked, ask_for_another_worker, take_up_exposure
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Exposure
from kith.people.acts import add_new_relative, note_risk
from kith.standards import rules
from kith.standards.acts import accept_explanation, explain_missed
from kith.standards.register import standard
from kith.standards.rules import span
from kith.standards.shapes import Time
from kith.visits.acts import call_off_visit, plan_visit, rearrange_visit
from tests.cast import NOW, TODAY
from tests.standards.makings import TODAY as TUESDAY
from tests.standards.makings import at, facts
from tests.standards.records import one

IN_TIME = timedelta(days=3)


def arranged(cast, **details):
    return plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + IN_TIME, **details)[0]


def moves(cast, planned, told, **details):
    given = {"told_at": NOW, "told_who": "Kelly", "told_how": "text"} if told == "yes" else {}
    given |= {"not_safe_because": "risk_to_child"} if told == "not_safe" else {}
    return rearrange_visit(
        by=cast.aisha,
        about=cast.maya,
        planned=planned,
        planned_for=NOW + 2 * IN_TIME,
        told_before=told,
        because="A court hearing.",
        **{"moved_by": "us", **given, **details},
    )


@pytest.mark.parametrize(("told", "state"), [("yes", "met"), ("no", "missed"), ("not_safe", "explained")])
def test_a_visit_we_move_is_told_before_or_it_was_not_safe(cast, told, state):
    with acting_as(cast.aisha):
        assert one(cast, "told-before").state == "not_applicable"
        moves(cast, arranged(cast), told)
        row = one(cast, "told-before")
        assert row.state == state
        if told == "yes":
            assert "the family was told 3 days before" in row.sentence
        if told == "not_safe":
            assert "It was not safe to tell" in row.sentence


def test_a_later_visit_that_is_told_in_time_puts_it_right_and_an_earlier_one_does_not(cast):
    with acting_as(cast.aisha):
        second = moves(cast, arranged(cast), "no")
        assert one(cast, "told-before").state == "missed"
        moves(cast, second, "yes", told_at=NOW)
        assert one(cast, "told-before").state == "met"


@pytest.mark.parametrize("details", [{"moved_by": "family"}, {"moved_by": "child"}])
def test_one_they_needed_to_move_is_not_asked_about(cast, details):
    with acting_as(cast.aisha):
        moves(cast, arranged(cast), "no", **details)
        assert one(cast, "told-before").state == "not_applicable"


def test_an_unannounced_visit_is_not_counted_and_one_called_off_is(cast):
    with acting_as(cast.aisha):
        moves(cast, arranged(cast, unannounced=True), "no")
        assert one(cast, "told-before").state == "not_applicable"
        call_off_visit(
            by=cast.aisha, about=cast.maya, planned=arranged(cast), told_before="no", because="Ill.", moved_by="us"
        )
        assert one(cast, "told-before").state == "missed"


def test_lateness_is_explained_only_once_somebody_else_accepts_it(cast):
    with acting_as(cast.aisha):
        moves(cast, arranged(cast), "no")
        given = explain_missed(
            by=cast.aisha, about=cast.maya, standard_id="told-before", reason="My telephone was stolen that morning."
        )
    with acting_as(cast.grace):
        accept_explanation(by=cast.grace, about=cast.maya, explanation=given, expires_on=TODAY + timedelta(days=14))
        assert one(cast, "told-before").state == "explained"


@pytest.fixture
def close(cast):
    """Dean, a neighbour noted as a danger, found close to Maya."""
    with acting_as(cast.aisha):
        dean = add_new_relative(by=cast.aisha, about=cast.maya, kind="neighbour", given="Dean").other
        note_risk(
            by=cast.aisha, about=cast.maya, adult=dean, kind="other", needs_to_know="Drives fast.", source="School"
        )
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
        return Exposure.objects.get(person=cast.maya)


def standing(cast, minutes):
    later = replace(cast.aisha, now=NOW + timedelta(minutes=minutes))
    with acting_as(later):
        return one(cast, "danger-taken-up")


def take(cast, close, minutes):
    later = replace(cast.aisha, now=NOW + timedelta(minutes=minutes))
    with acting_as(later):
        take_up_exposure(
            by=later, about=cast.maya, exposure=close, action="seen", what_was_done="I went there at once."
        )


def test_a_danger_close_to_a_child_is_due_for_an_hour_and_then_missed(cast, close):
    assert standing(cast, 59).state == "due"
    assert "found 59 minutes ago" in standing(cast, 59).sentence
    row = standing(cast, 61)
    assert (row.state, row.item) == ("missed", close.pk)


@pytest.mark.parametrize(("minutes", "state"), [(60, "met"), (61, "missed")])
def test_taken_up_to_the_minute(cast, close, minutes, state):
    take(cast, close, minutes)
    assert standing(cast, 200).state == state


def test_a_child_nobody_dangerous_is_near_is_not_asked_about(cast, close):
    with acting_as(cast.aisha):
        row = one(cast, "danger-taken-up", cast.sam)
        assert row.state == ("due" if Exposure.objects.filter(person=cast.sam).exists() else "not_applicable")


def test_a_place_that_sets_no_limit_promises_nothing():
    promise = standard("danger-taken-up")
    known = facts(owed={"danger-taken-up": (Time(4, TUESDAY, "late", 75),)})
    without = at()
    without.pack = type("NoLimits", (), {"timescale": lambda self, key, on: _none()})()
    assert promise.stands(known, without).why == "pack"
    assert rules.stand(promise, known, at()).state == "missed"


def _none():
    from kith.packs import NotInPack

    raise NotInPack("none")


def test_another_worker_is_answered_in_five_working_days(cast):
    with acting_as(cast.aisha):
        asked = ask_for_another_worker(by=cast.aisha, about=cast.maya)
        assert one(cast, "another-worker").state == "due"
    week_on = replace(cast.grace, now=NOW + timedelta(days=8))
    with acting_as(week_on):
        from kith.standards import queries

        late = next(row for row in queries.panel(cast.maya, week_on) if row.id == "another-worker")
        assert late.state == "missed"
    with acting_as(cast.grace):
        answer_worker_asked(
            by=cast.grace, about=cast.maya, asked=asked, outcome="agreed", answer="Yes, Sol begins on Monday."
        )
        assert one(cast, "another-worker").state == "met"


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (119, "1 hour"), (3000, "2 days")]
)
def test_a_span_is_never_more_than_it_was(minutes, said):
    assert span(minutes) == said
