"""Conferences: a decision and a line for each child, who took part, and what readies one."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.decisions.models import Decision, Dissent
from kith.involvement import acts
from kith.involvement.models import (
    LevelChange,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    ProtectionMeeting,
    ProtectionPlan,
    Spell,
)
from kith.involvement.rules import PartGiven, latest_parts
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import CAME, conferred, discussed, finished
from tests.involvement.test_leaving_out import GROUND
from tests.standards.clockwork import by_limit


def test_e8_a_protection_plan_begins_the_day_of_the_conference_and_the_help_is_at_that_level(cast):
    discussed(cast, on=days_ago(20))
    line = conferred(cast, on=days_ago(6), dissents=[("Miss Lind", "School would have waited.")])
    plan = ProtectionPlan.objects.get()
    assert (plan.started_on, plan.first_category, plan.latest_category) == (days_ago(6), "PHY", "PHY")
    assert line.enquiry.conference_on == days_ago(6)
    with acting_as(cast.aisha):
        assert Spell.objects.get(person=cast.maya).level == "child_protection"
        change = LevelChange.objects.get()
        assert (change.way, change.in_force_on, change.decision_id) == ("up", days_ago(6), line.decision_id)
        assert Dissent.objects.get().who == "Miss Lind"
    found = by_limit(cast, cast.maya)
    assert found["protection-plan-starts"].state == "met"
    assert found["core-group-first"].state == found["review-conference-first"].state == "running"


def test_design_5_each_child_of_one_conference_has_their_own_decision(cast):
    children = [cast.maya, cast.leo]
    with acting_as(cast.aisha):
        acts.record_conference(
            by=cast.aisha,
            about=children,
            kind="conference",
            lines={
                cast.maya.pk: {"outcome": "plan", "category": "NEG", "reasons": "She is hungry."},
                cast.leo.pk: {"outcome": "in_need", "reasons": "He lives with his father now."},
            },
        )
        assert ProtectionPlan.objects.get().person_id == cast.maya.pk
        assert Spell.objects.get(person=cast.leo).level == "child_in_need"
        assert Decision.objects.get(person=cast.leo).reasons == "He lives with his father now."


def test_e6_too_few_agencies_and_the_record_is_not_finished_without_why(cast):
    line = conferred(cast, parts=[CAME[0], CAME[1], CAME[3]])
    with pytest.raises(Refused, match="2 other agencies are asked for; 1 came"):
        finished(cast, line)
    assert ProtectionPlan.objects.exists()  # the twin: what was decided stands
    assert finished(cast, line, too_few_because="The head teacher sent her report and rang in.").finished_on


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"category": ""}, "which kind of harm"),
        ({"child_part": ""}, "how Maya Okafor-Nowak took part"),
        ({"child_part": "PN7"}, "why no view"),
    ],
)
def test_s0_03_a_conference_is_not_finished_without_how_the_child_took_part(cast, missing, words):
    line = conferred(cast, **missing)
    with pytest.raises(Refused, match=words):
        finished(cast, line)
    assert MeetingLine.objects.get(pk=line.pk).outcome == "plan"
    assert finished(cast, conferred(cast, on=days_ago(1))).finished_by == "Aisha Khan"


def test_s2_29_2_leaving_a_father_out_has_its_reason(cast):
    tomek = PartGiven("Tomek Nowak", "parent", how="not_asked", attended="no")
    line = conferred(cast, parts=[*CAME, tomek])
    with pytest.raises(Refused, match="Say of Tomek Nowak why not"):
        finished(cast, line)
    with acting_as(cast.aisha):
        why = PartGiven("Tomek Nowak", "parent", how="not_asked", attended="no", why_not="Bail: not near Kelly.")
        acts.add_to_meeting(by=cast.aisha, about=cast.maya, line=line, given={}, parts=[why])
    with pytest.raises(Refused, match="Tomek Nowak was not asked: say on what ground"):
        finished(cast, line)
    with acting_as(cast.aisha):
        acts.leave_out(by=cast.aisha, about=cast.maya, **GROUND)
    finished(cast, line)
    with pytest.raises(Refused, match="finished"):
        finished(cast, line)


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], "who took part"), ([*CAME, PartGiven("Nan Rose", "relative")], "Say whether Nan Rose was there")],
)
def test_everybody_has_a_line_of_their_own(cast, parts, words):
    line = conferred(cast, parts=parts)
    with pytest.raises(Refused, match=words):
        finished(cast, line)


def test_a_conference_put_off_ends_no_clock_and_begins_no_plan(cast):
    discussed(cast, on=days_ago(5))
    line = conferred(cast, outcome="put_off", parts=CAME[:1])
    assert by_limit(cast, cast.maya)["strategy-to-conference"].state == "running"
    assert not ProtectionPlan.objects.exists()
    assert line.enquiry.conference_on is None
    assert finished(cast, line).finished_on == TODAY


def test_what_is_planned_is_recorded_once_and_its_readiness_stops_nothing(cast):
    with acting_as(cast.aisha):
        planned = acts.plan_meeting(
            by=cast.aisha, about=[cast.maya], kind="conference", planned_for=TODAY + timedelta(3), parts=CAME
        )
        ready = acts.note_ready(
            by=cast.aisha, about=cast.maya, line=planned, ready=["invited", "heaven"], report_shared_on=TODAY
        )
        assert (ready.ready, ready.report_shared_on) == (["invited"], TODAY)
        tomorrow = TODAY + timedelta(1)
        with pytest.raises(Refused) as refusal:
            acts.note_ready(by=cast.aisha, about=cast.maya, line=planned, ready=[], report_shared_on=tomorrow)
        assert refusal.value.field == "report_shared_on"
        with pytest.raises(Refused, match="not been held"):
            acts.add_to_meeting(by=cast.aisha, about=cast.maya, line=planned, given={"known": "More."})
        held = {"by": cast.aisha, "about": [cast.maya], "kind": "conference", "meeting": planned.meeting}
        line = acts.record_conference(**held, lines={cast.maya.pk: {"outcome": "in_need"}})
        assert line.pk == planned.pk
        with pytest.raises(Refused, match="recorded already"):
            acts.record_conference(**held)
        with pytest.raises(Refused) as refusal:
            acts.plan_meeting(by=cast.aisha, about=[cast.maya], kind="party", planned_for=TODAY)
        assert refusal.value.field == "kind"
        with pytest.raises(Refused) as refusal:
            acts.record_conference(by=cast.aisha, about=[cast.maya], kind="core_group")
        assert refusal.value.field == "kind"


def test_a_meeting_that_is_only_planned_is_not_finished(cast):
    with acting_as(cast.aisha):
        planned = acts.plan_meeting(by=cast.aisha, about=[cast.maya], kind="review", planned_for=TODAY)
    with pytest.raises(Refused, match="not been held yet"):
        finished(cast, planned)


def test_the_same_form_sent_twice_is_one_meeting(cast):
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": [cast.maya], "key": "same", "lines": {cast.maya.pk: {"known": "A burn."}}}
        assert acts.record_strategy(**told).pk == acts.record_strategy(**told).pk
        assert ProtectionMeeting.objects.count() == 1


def test_a_part_said_again_as_it_was_is_no_new_line(cast):
    line = conferred(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "line": line, "given": {}}
        acts.add_to_meeting(**told, parts=CAME)
        assert MeetingPart.objects.count() == len(CAME)
        acts.add_to_meeting(**told, parts=[PartGiven("aisha khan", "social_work", attended="part")])
        assert latest_parts(MeetingPart.objects.all())[0].attended == "part"


def test_a_step_is_done_once(cast):
    discussed(cast)
    step = MeetingStep.objects.get()
    with acting_as(cast.aisha):
        assert acts.do_meeting_step(by=cast.aisha, about=cast.maya, step=step).done_on == TODAY
        with pytest.raises(Refused, match="done already"):
            acts.do_meeting_step(by=cast.aisha, about=cast.maya, step=step)
