"""Strategy discussions, enquiries, conferences, core groups and protection plans: told in any order, never refused."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.db.models import QuerySet

from kith.access import acting_as
from kith.decisions.acts import challenge_decision
from kith.decisions.models import Decision, Dissent
from kith.involvement import acts
from kith.involvement.models import (
    Enquiry,
    LeadWorker,
    LevelChange,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    ProtectionMeeting,
    ProtectionPlan,
    Spell,
)
from kith.involvement.rules import PartGiven, latest_parts
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.voice.queries import may_be_guided
from tests.cast import TODAY
from tests.involvement.protecting import (
    CAME,
    TALKED,
    agreed,
    concluded,
    conferred,
    discussed,
    ended,
    finished,
    found_out,
    met,
)
from tests.involvement.test_leaving_out import GROUND
from tests.standards.clockwork import by_limit, lines, put_at
from tests.visits.going import the_log_will_not_be_written


def days_ago(days):
    return TODAY - timedelta(days=days)


# -- talking together


def test_e4_a_strategy_discussion_begins_an_enquiry_for_each_child_it_is_decided_for(cast):
    children = [cast.maya, cast.leo]
    with acting_as(cast.aisha):
        line = acts.record_strategy(
            by=cast.aisha,
            about=children,
            parts=TALKED,
            how="video",
            lines={
                cast.maya.pk: {"outcome": "enquiry", "reasons": "A burn.", "enquiry_how": "joint"},
                cast.leo.pk: {"outcome": "assessment", "reasons": "Nothing was seen on him."},
            },
        )
        assert line.meeting.lines.count() == 2
        enquiry = Enquiry.objects.get()
        assert (enquiry.person_id, enquiry.started_on, enquiry.how) == (cast.maya.pk, TODAY, "joint")
        reasons = Decision.objects.order_by("person_id").values_list("kind", "chosen", "reasons", "state")
        assert set(reasons) == {
            ("strategy", "An enquiry begins", "A burn.", "proposed"),
            ("strategy", "No enquiry: an assessment", "Nothing was seen on him.", "proposed"),
        }
        assert not may_be_guided(cast.maya)
        assert may_be_guided(cast.leo)


def test_the_clock_to_the_conference_runs_from_the_discussion_and_the_conference_meets_it(cast):
    discussed(cast, on=days_ago(10), suspected_on=days_ago(12))
    found = by_limit(cast, cast.maya)
    assert (found["strategy-discussion"].state, found["strategy-discussion"].clock.due) == ("late", days_ago(12))
    assert found["strategy-to-conference"].state == found["enquiry-outcome"].state == "running"
    conferred(cast)
    assert by_limit(cast, cast.maya)["strategy-to-conference"].state == "met"


def test_after_a_talk_by_telephone_a_meeting_is_owed(cast):
    with acting_as(cast.aisha):
        acts.record_strategy(
            by=cast.aisha, about=[cast.maya], how="telephone", lines={cast.maya.pk: {"outcome": "enquiry"}}
        )
    assert by_limit(cast, cast.maya)["strategy-follow-up"].state == "running"
    discussed(cast, outcome="enquiry_goes_on")
    assert by_limit(cast, cast.maya)["strategy-follow-up"].state == "met"
    assert Enquiry.objects.count() == 1


def test_nothing_of_it_is_read_by_family_or_partner_whoever_was_told(cast):
    discussed(cast, on=days_ago(4))
    enquiry = found_out(cast, Enquiry.objects.get())
    with acting_as(cast.aisha):
        acts.tell_of_enquiry(by=cast.aisha, about=cast.maya, enquiry=enquiry, who="Kelly")
    concluded(cast, enquiry)
    conferred(cast)
    met(cast)
    for name in ("kelly", "tomek", "gary"):
        with acting_as(cast.actors[name]):
            assert not Act.objects.filter(name__in=DOING).exists()
            assert not Act.objects.filter(said__icontains="strategy").exists()
            for table in (MeetingLine, MeetingPart, MeetingStep, ProtectionMeeting, Enquiry, ProtectionPlan):
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


def test_a_talk_nobody_could_write_up_is_kept_with_nothing_but_its_day(cast):
    with acting_as(cast.aisha):
        line = acts.record_strategy(by=cast.aisha, about=[cast.maya])
        assert (line.held_on, line.decision) == (TODAY, None)


def test_an_enquiry_about_a_child_we_did_not_work_with_begins_the_work(cast):
    with acting_as(cast.system):
        assert not Spell.objects.filter(person=cast.people["gary"]).exists()
    with acting_as(cast.theo):
        lines = {cast.people["gary"].pk: {"outcome": "enquiry"}}
        acts.record_strategy(by=cast.theo, about=[cast.people["gary"]], lines=lines)
        assert Spell.objects.get(person=cast.people["gary"]).level == "child_in_need"


def test_e4_the_record_is_not_finished_without_police_and_health_or_why_it_went_on(cast):
    line = discussed(cast, parts=TALKED[:1])
    with pytest.raises(Refused, match=r"Not there: Police and Health\. Say why") as refusal:
        finished(cast, line)
    assert refusal.value.field == "too_few_because"
    with acting_as(cast.aisha):
        assert line.meeting.parts.get().who == "Aisha Khan"  # the twin: it is kept
    why = "Police were on the way to the house and rang back within the hour."
    assert finished(cast, line, too_few_because=why).finished_on == TODAY


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"reasons": ""}, "Give the reasons"),
        ({"outcome": ""}, "what was decided"),
        ({"known": "n/a"}, "what is known"),
        ({"safe_now": ""}, "keeps Maya Okafor-Nowak safe"),
    ],
)
def test_s3_17_the_record_of_a_discussion_is_finished_with_reasons_and_kept_without(cast, missing, words):
    line = discussed(cast, **missing)
    with pytest.raises(Refused, match=words):
        finished(cast, line)
    assert MeetingLine.objects.filter(pk=line.pk, held_on=TODAY).exists()


def test_reasons_told_before_the_outcome_are_kept_and_the_outcome_joins_them(cast):
    line = discussed(cast, outcome="")
    with acting_as(cast.aisha):
        line.refresh_from_db()
        assert (line.decision.reasons, line.decision.chosen) == ("The burn does not fit what was said of it.", "")
        acts.add_to_meeting(by=cast.aisha, about=cast.maya, line=line, given={"outcome": "enquiry"})
        assert Decision.objects.get().chosen == "An enquiry begins"
        assert Enquiry.objects.get().started_on == TODAY
        with pytest.raises(Refused, match="stands") as refusal:
            acts.add_to_meeting(by=cast.aisha, about=cast.maya, line=line, given={"outcome": "help"})
        assert refusal.value.field == "outcome"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"outcome": "heaven"}, "outcome"), ({"category": "XXX"}, "category"), ({"child_part": "PN9"}, "child_part")],
)
def test_an_answer_that_is_not_the_packs_is_refused_at_its_question(cast, given, field):
    with pytest.raises(Refused) as refusal:
        conferred(cast, **given)
    assert refusal.value.field == field


# -- the enquiry


def test_e5_an_enquiry_is_concluded_with_what_was_found_and_somebody_else_reads_why(cast):
    enquiry = found_out(cast, discussed(cast).enquiry)
    done = concluded(cast, enquiry)
    assert (done.concluded_on, done.decision.kind, done.decision.state) == (TODAY, "enquiry", "proposed")
    with acting_as(cast.aisha):
        assert may_be_guided(cast.maya)
    assert by_limit(cast, cast.maya)["enquiry-outcome"].state == "met"
    with pytest.raises(Refused, match="concluded"):
        found_out(cast, done)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"seen_on": None}, "when the child was seen"),
        ({"alone": ""}, "seen alone"),
        ({"alone": "prevented"}, "why the child was not seen alone"),
        ({"child_said": ""}, "what the child said"),
        ({"how": ""}, "who makes"),
        ({"checks": "."}, "who was asked"),
        ({"findings": ""}, "what was found"),
    ],
)
def test_s1_02_an_enquiry_is_not_concluded_while_something_is_missing_and_is_kept_as_it_is(cast, missing, words):
    enquiry = found_out(cast, discussed(cast).enquiry, **missing)
    with pytest.raises(Refused, match=words):
        concluded(cast, enquiry)
    assert Enquiry.objects.get().concluded_on is None
    assert Enquiry.objects.get().checks or Enquiry.objects.get().findings


def test_an_enquiry_is_concluded_with_an_outcome_and_reasons(cast):
    enquiry = found_out(cast, discussed(cast).enquiry)
    for given, field in (({"outcome": ""}, "outcome"), ({"reasons": "n/a"}, "reasons")):
        with pytest.raises(Refused) as refusal:
            concluded(cast, enquiry, **given)
        assert refusal.value.field == field


def test_a_child_who_could_not_be_seen_has_why_and_how_they_will_be(cast):
    why = "She is in hospital until Friday: Aisha sees her there on Friday at 10."
    enquiry = found_out(cast, discussed(cast).enquiry, seen_on=None, alone="", not_seen_because=why)
    assert concluded(cast, enquiry).concluded_on == TODAY


def test_without_a_conference_its_clock_runs_until_somebody_else_has_agreed(cast):
    enquiry = concluded(cast, found_out(cast, discussed(cast, on=days_ago(3)).enquiry), outcome="services")
    assert by_limit(cast, cast.maya)["strategy-to-conference"].state == "running"
    agreed(cast, enquiry.decision)
    assert "strategy-to-conference" not in by_limit(cast, cast.maya)


def test_telling_the_family_later_has_its_reason(cast):
    enquiry = discussed(cast).enquiry
    doing = {"by": cast.aisha, "about": cast.maya, "enquiry": enquiry}
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            acts.hold_back_enquiry(**doing, because="tbc")
        assert refusal.value.field == "because"
        with pytest.raises(Refused) as refusal:
            acts.tell_of_enquiry(**doing, who=" ")
        assert refusal.value.field == "who"
        assert acts.hold_back_enquiry(**doing, because="Police speak to him first, tomorrow at 8.")
        acts.tell_of_enquiry(**doing, who="Kelly")
        with pytest.raises(Refused, match="has been told"):
            acts.hold_back_enquiry(**doing, because="Police speak to him first, tomorrow at 8.")


def test_nobody_writes_into_another_childs_enquiry_or_meeting(cast):
    line = discussed(cast)
    other = {"by": cast.aisha, "about": cast.leo}
    step = MeetingStep.objects.get()
    with acting_as(cast.aisha):
        for refused in (
            lambda: acts.note_enquiry(**other, enquiry=line.enquiry),
            lambda: acts.conclude_enquiry(**other, enquiry=line.enquiry, outcome="legal", reasons="Another child."),
            lambda: acts.tell_of_enquiry(**other, enquiry=line.enquiry, who="Kelly"),
            lambda: acts.hold_back_enquiry(**other, enquiry=line.enquiry, because="Another child’s altogether."),
            lambda: acts.note_ready(**other, line=line, ready=[]),
            lambda: acts.add_to_meeting(**other, line=line, given={}),
            lambda: acts.do_meeting_step(**other, step=step),
        ):
            with pytest.raises(Refused):
                refused()


# -- the conference


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


# -- told late, told out of order


def test_7_1_a_discussion_told_after_its_conference_begins_the_enquiry_it_ended(cast):
    conferred(cast, on=days_ago(5))
    assert not Enquiry.objects.exists()
    discussed(cast, on=days_ago(40))
    enquiry = Enquiry.objects.get()
    assert (enquiry.started_on, enquiry.conference_on) == (days_ago(40), days_ago(5))
    assert MeetingLine.objects.get(kind="conference").enquiry_id == enquiry.pk
    assert by_limit(cast, cast.maya)["strategy-to-conference"].state == "late"


def test_7_1_an_enquiry_about_a_child_of_early_help_goes_on_as_work_the_census_counts_however_late(cast):
    put_at(cast.maya, "early_help")
    enquiry = discussed(cast, on=days_ago(90)).enquiry  # before this work, and whoever leads it, began
    with acting_as(cast.aisha):
        old, new = Spell.objects.filter(person=cast.maya).order_by("pk")
        took_on = LeadWorker.objects.get(spell=old).from_on
        assert (old.closed_on, new.started_on, new.level) == (took_on, took_on, "child_in_need")
        assert (enquiry.spell_id, enquiry.started_on) == (new.pk, days_ago(90))
        assert LeadWorker.objects.get(spell=new, until_on=None).name == "Aisha Khan"


def test_7_1_an_earlier_discussion_told_late_is_the_one_that_counts(cast):
    discussed(cast, on=days_ago(2))
    discussed(cast, on=days_ago(9), outcome="enquiry_goes_on")
    assert Enquiry.objects.get().started_on == days_ago(9)


def test_7_1_a_core_group_and_a_review_told_before_their_plan_are_taken_into_it(cast):
    group, review = met(cast, on=days_ago(20)), conferred(cast, on=days_ago(5), kind="review", outcome="goes_on")
    assert group.protection is None
    conferred(cast, on=days_ago(60))
    plan = ProtectionPlan.objects.get()
    assert set(MeetingLine.objects.filter(protection=plan).values_list("kind", flat=True)) == {
        "conference",
        "core_group",
        "review",
    }
    assert plan.reviewed_on == [review.held_on]
    assert {line.clock.timescale.key for line in lines(cast, cast.maya)} >= {
        "core-group-next",
        "review-conference-next",
    }


def test_7_1_a_conference_held_after_an_enquiry_that_asked_for_none_counts(cast):
    enquiry = concluded(cast, found_out(cast, discussed(cast).enquiry), outcome="services")
    conferred(cast)
    enquiry.refresh_from_db()
    assert (enquiry.conference_on, enquiry.conference_not_needed) == (TODAY, False)


def test_e16_a_child_who_moved_here_with_a_plan_has_a_conference_in_time(cast):
    with acting_as(cast.aisha):
        planned = acts.plan_meeting(
            by=cast.aisha,
            about=[cast.maya],
            kind="transfer_in",
            planned_for=TODAY + timedelta(5),
            told_on=days_ago(4),
        )
        assert by_limit(cast, cast.maya)["transfer-in-conference"].state == "running"
        acts.record_conference(
            by=cast.aisha,
            about=[cast.maya],
            kind="transfer_in",
            meeting=planned.meeting,
            lines={cast.maya.pk: {"outcome": "plan", "category": "NEG"}},
        )
    assert by_limit(cast, cast.maya)["transfer-in-conference"].state == "met"
    assert ProtectionPlan.objects.get().started_on == TODAY


# -- core groups, reviews and the end of a plan


def test_e9_a_core_group_meets_its_clock_and_begins_the_next(cast):
    conferred(cast, on=days_ago(20))
    met(cast, on=days_ago(8))
    found = by_limit(cast, cast.maya)
    assert (found["core-group-first"].state, found["core-group-next"].state) == ("met", "running")
    assert finished(cast, met(cast)).finished_on == TODAY


def test_a_core_group_is_finished_with_what_it_came_to(cast):
    conferred(cast, on=days_ago(20))
    with pytest.raises(Refused, match="what is known"):
        finished(cast, met(cast, known=""))


def test_e13_a_review_is_a_day_of_the_plan_and_may_change_its_category(cast):
    conferred(cast, on=days_ago(60))
    conferred(cast, on=days_ago(2), kind="review", outcome="goes_on", category="EMO")
    plan = ProtectionPlan.objects.get()
    assert (plan.reviewed_on, plan.first_category, plan.latest_category) == ([days_ago(2)], "PHY", "EMO")


def test_s3_17_a_plan_ends_when_what_a_review_decided_is_agreed(cast):
    conferred(cast, on=days_ago(60))
    plan = ProtectionPlan.objects.get()
    with pytest.raises(Refused, match="None has"):
        ended(cast, plan)
    line = conferred(cast, kind="review", outcome="ends")
    with pytest.raises(Refused, match="is agreed"):
        ended(cast, plan, level="child_in_need")
    assert MeetingLine.objects.get(pk=line.pk).outcome == "ends"  # the twin: what was decided is kept, and waits
    agreed(cast, line.decision)
    ended(cast, plan, level="child_in_need")
    with acting_as(cast.grace):
        assert Spell.objects.get(person=cast.maya).level == "child_in_need"
        assert ProtectionPlan.objects.get().ended_on == TODAY
    with pytest.raises(Refused, match="no protection plan"):
        ended(cast, plan)


def test_s3_20_not_while_it_is_challenged(cast):
    conferred(cast, on=days_ago(60))
    decision = agreed(cast, conferred(cast, kind="review", outcome="ends").decision)
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=decision.pk, concern="Too soon.", wanted="Wait.")
    with pytest.raises(Refused, match="challenged"):
        ended(cast, ProtectionPlan.objects.get(), level="child_in_need")


def test_what_a_court_or_life_ended_is_recorded_first_and_our_decision_is_owed(cast):
    conferred(cast, on=days_ago(60))
    plan = ended(cast, ProtectionPlan.objects.get(), "looked_after")
    assert (plan.ended_on, plan.ended_by_decision.state) == (TODAY, "proposed")


@pytest.mark.parametrize(
    ("given", "field"), [({"reason": ""}, "reason"), ({"reason": "moved", "on": days_ago(60)}, "on")]
)
def test_ending_a_plan_is_refused_at_its_question(cast, given, field):
    conferred(cast, on=days_ago(60))
    with pytest.raises(Refused) as refusal:
        ended(cast, ProtectionPlan.objects.get(), **given)
    assert refusal.value.field == field


def test_the_help_after_a_plan_is_less_and_a_manager_ends_it(cast):
    conferred(cast, on=days_ago(60))
    agreed(cast, conferred(cast, kind="review", outcome="ends").decision)
    plan = ProtectionPlan.objects.get()
    with pytest.raises(Refused) as refusal:
        ended(cast, plan, level="looked_after")
    assert refusal.value.field == "level"
    with acting_as(cast.aisha), pytest.raises(NotYours):
        acts.end_protection_plan(by=cast.aisha, about=cast.maya, plan=plan, reason="review")


def test_e14_a_child_protected_before_birth_is_looked_at_again_once_born(cast):
    conferred(cast, on=days_ago(60))
    QuerySet(type(cast.maya)).filter(pk=cast.maya.pk).update(born_on=days_ago(3))
    assert by_limit(cast, cast.maya)["review-after-birth"].state == "running"
    met(cast)
    assert by_limit(cast, cast.maya)["review-after-birth"].state == "met"


# -- saved whole or not at all


DOING = {
    "plan_meeting": lambda cast, line: acts.plan_meeting(
        by=cast.grace, about=[cast.maya], kind="conference", planned_for=TODAY
    ),
    "note_ready": lambda cast, line: acts.note_ready(by=cast.grace, about=cast.maya, line=line, ready=["invited"]),
    "record_strategy": lambda cast, line: discussed(cast),
    "record_conference": lambda cast, line: conferred(cast),
    "record_core_group": lambda cast, line: met(cast),
    "add_to_meeting": lambda cast, line: acts.add_to_meeting(
        by=cast.grace, about=cast.maya, line=line, given={"known": "More was said."}, parts=CAME
    ),
    "finish_meeting": lambda cast, line: finished(cast, line),
    "do_meeting_step": lambda cast, line: acts.do_meeting_step(
        by=cast.grace, about=cast.maya, step=MeetingStep.objects.get()
    ),
    "note_enquiry": lambda cast, line: found_out(cast, line.enquiry),
    "conclude_enquiry": lambda cast, line: concluded(cast, line.enquiry),
    "tell_of_enquiry": lambda cast, line: acts.tell_of_enquiry(
        by=cast.grace, about=cast.maya, enquiry=line.enquiry, who="Kelly"
    ),
    "hold_back_enquiry": lambda cast, line: acts.hold_back_enquiry(
        by=cast.grace, about=cast.maya, enquiry=line.enquiry, because="Police speak to him first, tomorrow at 8."
    ),
    "end_protection_plan": lambda cast, line: ended(cast, ProtectionPlan.objects.get(), "looked_after"),
}
TABLES = (
    ProtectionMeeting,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    Enquiry,
    ProtectionPlan,
    Spell,
    LevelChange,
    Decision,
)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    line = discussed(cast, on=days_ago(8))
    if name == "conclude_enquiry":
        found_out(cast, line.enquiry)
    if name == "end_protection_plan":
        conferred(cast, on=days_ago(3))
    before = [list(model.objects.order_by("pk").values()) for model in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.grace):
        DOING[name](cast, line)
    assert before == [list(model.objects.order_by("pk").values()) for model in TABLES]
