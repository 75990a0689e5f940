"""Other work with days of its own: allegations, private fostering, and what else stands around a child (E27 to E33)."""

from datetime import date, timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.involvement import acts, queries
from kith.involvement.models import TouchpointStep
from kith.record import Refused
from kith.record.models import Act
from kith.standards.acts import explain_missed
from tests.cast import TODAY
from tests.involvement.around import TOMORROW, touched
from tests.involvement.caring import days_ago
from tests.standards.clockwork import by_limit
from tests.standards.test_clocks_in_care import held
from tests.standards.test_clocks_in_care import told as told_of


def test_e31_an_allegation_is_seen_by_who_wrote_it_who_owns_it_and_who_guards_and_nobody_else(cast):
    work = touched(cast, "allegation", about_account=cast.staff["theo"], owner=cast.staff["grace"])
    for name, seen in (("aisha", 1), ("grace", 1), ("rowan", 1), ("theo", 0), ("sol", 0)):
        with acting_as(cast.actors[name]):
            assert queries.touchpoints_of(cast.maya).count() == seen, name
            assert TouchpointStep.objects.filter(person=cast.maya).count() == seen, name
            assert (queries.touchpoint(work.pk) is not None) == bool(seen)
    assert "allegation-report" in by_limit(cast, cast.maya)
    assert "allegation-report" not in by_limit(cast, cast.maya, "theo")


def test_e31_its_line_in_the_record_says_nothing_of_it(cast):
    touched(cast, "allegation", what="He shouted and held her wrist.", about_name="A coach")
    with acting_as(cast.theo):
        line = Act.objects.filter(person=cast.maya, name__endswith="begin_touchpoint").get()
        assert line.said == "Aisha Khan added to the record of Maya Okafor-Nowak."
        assert line.staff_only


def test_e31_nobody_owns_or_writes_what_is_about_themselves(cast):
    for by, owner in (("aisha", "theo"), ("theo", "grace")):
        with pytest.raises(Refused, match="about them"):
            touched(cast, "allegation", by=by, about_account=cast.staff["theo"], owner=cast.staff[owner])
    work = touched(cast, "allegation", about_account=cast.staff["theo"])
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        with pytest.raises(Refused, match="about them"):
            acts.hand_touchpoint(**told, owner=cast.staff["theo"])
        handed = acts.hand_touchpoint(**told, owner=cast.staff["sol"])
        assert (handed.owner_name, cast.sol.account_id in handed.seen_by) == ("Sol Marsh", True)
    with acting_as(cast.sol):
        assert queries.touchpoints_of(cast.maya).exists()


def test_e31_why_it_is_late_is_written_where_few_read_it(cast):
    work = touched(cast, "allegation")
    late = by_limit(cast, cast.maya)["allegation-report"]
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        with pytest.raises(Refused, match="Few may know") as refusal:
            explain_missed(**told, standard_id=late.id, reason="The officer was away until Monday.")
        assert refusal.value.field == "reason"
        words = "Late: the officer was away until Monday."
        assert acts.note_touchpoint(**told, touchpoint=work, step="la_reported", words=words).words == words  # the twin


def test_a_step_in_any_order_is_kept_and_what_cannot_be_is_refused(cast):
    work = touched(cast, "ehc")
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        acts.note_touchpoint(**told, step="ehc_plan", words="Issued early.")
        acts.note_touchpoint(**told, step="ehc_decided", on=days_ago(5))
        with pytest.raises(Refused) as refusal:
            acts.note_touchpoint(**told, step="la_met")
        assert refusal.value.field == "step"
        with pytest.raises(Refused, match="has not come"):
            acts.note_touchpoint(**told, step="ehc_decided", on=TOMORROW)
        with pytest.raises(Refused, match="another child"):
            acts.note_touchpoint(by=cast.aisha, about=cast.leo, touchpoint=work, step="ehc_plan")
        for given, field in (
            ({"outcome": "malicious", "because": "A plan."}, "outcome"),
            ({"outcome": "plan", "because": "."}, "because"),
            ({"outcome": "plan", "because": "There is a plan now.", "on": TOMORROW}, "on"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.end_touchpoint(**told, **given)
            assert refusal.value.field == field
        assert acts.end_touchpoint(**told, outcome="plan", because="There is a plan now.").ended_on == TODAY
        with pytest.raises(Refused, match="over"):
            acts.note_touchpoint(**told, step="ehc_plan")
        with pytest.raises(Refused) as refusal:
            acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="party")
        assert refusal.value.field == "kind"
        with pytest.raises(Refused):
            acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="ehc", step="la_met")


def test_e28_the_first_year_asks_for_six_weeks_and_what_follows_for_twelve(cast):
    work = touched(cast, "private_fostering", on=days_ago(400))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work, "step": "pf_visit"}
        acts.note_touchpoint(**told, on=days_ago(394))
        acts.note_touchpoint(**told, on=days_ago(20))
    found = by_limit(cast, cast.maya)
    assert found["visit-private-fostering-first"].state == "met"
    assert found["visit-private-fostering"].state == "late"
    later = found["visit-private-fostering-later"]
    assert (later.state, later.clock.due) == ("running", days_ago(20) + timedelta(weeks=12))


@pytest.mark.parametrize(
    ("planned_on", "due", "now"),
    [
        (TODAY + timedelta(days=33), date(2026, 11, 8), "late"),
        (TODAY + timedelta(days=60), date(2026, 12, 5), "met"),
        (TODAY - timedelta(days=3), date(2026, 10, 3), "late"),
    ],
)
def test_e29_notice_is_owed_six_weeks_before_the_child_moves(cast, planned_on, due, now):
    with acting_as(cast.aisha):
        acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="private_fostering", planned_on=planned_on)
    found = by_limit(cast, cast.maya)["private-fostering-notice"]
    assert (found.clock.due, found.state, found.clock.day_of) == (due, now, "")


@pytest.mark.parametrize(
    ("planned_on", "told_on", "due", "state"),
    [
        ("2027-01-16", "", "2026-12-05", "running"),
        ("2026-12-29", "", "2026-11-17", "running"),
        ("2026-12-28", "", "2026-11-16", "late"),
        ("2028-03-31", "2028-02-18", "2028-02-18", "met"),  # over a leap day
        ("2027-04-10", "2027-02-28", "2027-02-27", "late"),
    ],
)
def test_e29_the_clock_runs_before_the_day_it_counts_from(planned_on, told_on, due, state):
    events = [told_of("pf-planned", planned_on), *([told_of("pf-told", told_on)] if told_on else [])]
    clock = held(events, "2028-02-20" if planned_on > "2028" else "2026-11-17")["private-fostering-notice"].clock
    assert (clock.due, clock.state) == (date.fromisoformat(due), state)


def test_e29_no_day_is_planned_or_the_place_has_no_such_limit_and_no_clock_runs(cast):
    with acting_as(cast.aisha):
        acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="private_fostering")
    assert "private-fostering-notice" not in by_limit(cast, cast.maya)
    assert "private-fostering-notice" not in {one.key for one in packs.pack_for("scotland", TODAY).timescales}
