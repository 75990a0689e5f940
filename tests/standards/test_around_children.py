"""Dangers, signs, needs, services, the family's own meeting, other work: the promises of each, from a real record."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.assessment.acts import begin_assessment, look_at_pattern, rate_safety, say_danger, set_safety_goal, tick_signs
from kith.involvement import acts
from kith.involvement.jobs import find_exposures
from kith.people.acts import add_new_relative, look_at_risk_again, note_risk, say_service
from kith.record import Refused
from kith.record.models import Act
from kith.standards.acts import answer_more_time, ask_more_time, explain_missed, judge_promise
from kith.standards.counting import counted
from kith.standards.gathering import gather
from kith.standards.models import MoreTime
from kith.standards.queries import panel
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.decisions.making import written_past_the_guard
from tests.involvement.around import needed, offered, screened, touched
from tests.standards.clockwork import by_limit
from tests.standards.records import one
from tests.standards.test_protecting_children import ago, later, stands


def test_s3_04_a_danger_has_its_goal_and_a_number_in_five_working_days(cast):
    by = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        danger = say_danger(**by, on=ago(6), what="Hit with a belt when he drinks.")
    assert stands(cast, "danger-paired") == ("due", date(2026, 11, 18))
    with acting_as(cast.aisha):
        set_safety_goal(**by, on=ago(3), danger=danger, family_does="Nan is there when he drinks.")
    assert stands(cast, "danger-paired")[0] == "due", "nobody has said how safe it is"
    with acting_as(cast.aisha):
        rate_safety(**by, on=ago(2), danger=danger, view="worker", called="Aisha Khan", score=3)
    assert stands(cast, "danger-paired")[0] == "met"


def test_s2_05_signs_that_make_a_pattern_are_looked_at_together(cast):
    by = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        for days, text in ((60, "There was no tea again."), (30, "I slept in my coat."), (2, "Nobody came.")):
            write_down_words(**by, on=ago(days), sort="worry", text=text)
        events = list(Act.objects.filter(person=cast.maya, name="write_down_words").order_by("happened_on"))
        for event in events[:2]:
            tick_signs(**by, event=event, signs=["neglect-hungry"])
    assert stands(cast, "signs-looked-at")[0] == "not_applicable", "two records make no pattern"
    with acting_as(cast.aisha):
        tick_signs(**by, event=events[2], signs=["neglect-hungry"])
    assert stands(cast, "signs-looked-at") == ("due", date(2026, 11, 24)), "from the day the third was ticked"
    assert later(cast, "signs-looked-at", days=8).state == "missed"
    with acting_as(cast.aisha):
        look_at_pattern(**by, harm="neglect", made_of_it="She goes without.", next_step="We shop with Kelly today.")
    assert stands(cast, "signs-looked-at")[0] == "met"


def test_s2_06_a_note_of_a_danger_close_to_a_child_is_looked_at_by_its_day(cast):
    by = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        dean = add_new_relative(**by, kind="neighbour", given="Dean").other
        flag = note_risk(
            **by,
            adult=dean,
            kind="other",
            needs_to_know="Drives fast.",
            source="School",
            review_on=TODAY + timedelta(days=5),
        )
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
    assert stands(cast, "risk-looked-at-again")[0] == "met"
    assert later(cast, "risk-looked-at-again", days=6).state == "missed"
    with acting_as(cast.aisha):
        look_at_risk_again(**by, flag=flag, still=True, review_on=TODAY + timedelta(days=90))
    assert later(cast, "risk-looked-at-again", days=6).state == "met"


def test_s2_29_2_whoever_is_left_out_of_meetings_is_thought_of_again_by_the_day_set(cast):
    left = {"by": cast.aisha, "about": cast.maya, "who": "Tomek", "decided_by_name": "Grace"}
    with acting_as(cast.aisha):
        acts.leave_out(**left, on=ago(60), review_on=ago(1))
        assert one(cast, "left-out-looked-at").state == "missed"
        again = acts.leave_out(**left, review_on=TODAY + timedelta(days=30))
        assert one(cast, "left-out-looked-at").state == "met", "written again, the newest counts"
        acts.ask_in_again(by=cast.aisha, about=cast.maya, left_out=again, because="He has stopped.")
        assert one(cast, "left-out-looked-at").state == "not_applicable"


def test_dangers_outside_the_home_are_looked_at_again(cast):
    screened(cast, on=ago(80))
    assert stands(cast, "outside-looked-again") == ("due", date(2026, 11, 21))
    assert later(cast, "outside-looked-again", days=5).state == "missed"
    screened(cast)
    assert stands(cast, "outside-looked-again") == ("due", date(2027, 2, 9))


def test_s1_32_food_today_is_there_in_three_days_or_late_for_good(cast):
    need = needed(cast)
    assert stands(cast, "urgent-needs-met")[0] == "due"
    assert later(cast, "urgent-needs-met", hours=73).state == "missed"
    with acting_as(cast.aisha):
        acts.meet_need(by=cast.aisha, about=cast.maya, need=need)
    assert later(cast, "urgent-needs-met", hours=73).state == "met"
    dropped = needed(cast)
    with acting_as(cast.aisha):
        acts.drop_need(by=cast.aisha, about=cast.maya, need=dropped, because="Her aunt brought it.")
    assert stands(cast, "urgent-needs-met")[0] == "met", "one not needed any more is not counted"


def test_s1_20_the_gaps_are_named_and_only_settled_ones_are_none(cast):
    by = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        for service in ("gp", "dentist"):
            say_service(**by, service=service, standing="registered", name="Mill Street")
        row = one(cast, "services-known")
        assert row.sentence.startswith("Maya Okafor-Nowak has no school that we know of.")
        say_service(**by, service="school", standing="waiting", name="St Anne’s", asking="Aisha")
        assert one(cast, "services-known").state == "missed", "waiting is a gap"
        say_service(**by, service="school", standing="registered", name="St Anne’s")
        assert one(cast, "services-known").state == "met"
        say_service(**by, service="gp", standing="not_registered", asking="Aisha")
        assert one(cast, "services-known").state == "missed", "the newest of a service is how it stands"


def test_e17_the_family_is_offered_a_meeting_before_any_application_and_helped_to_hold_it(cast):
    work = touched(cast, "before_court", on=ago(20))
    assert stands(cast, "family-meeting-offered") == ("due", date(2027, 2, 17))
    meeting = offered(cast, on=ago(10))
    assert stands(cast, "family-meeting-offered")[0] == "met"
    by = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        acts.note_touchpoint(**by, on=ago(12), touchpoint=work, step="bc_applied")
    assert stands(cast, "family-meeting-offered") == ("missed", ago(12)), "the application came before the offer"
    with acting_as(cast.aisha):
        acts.note_family_meeting(**by, meeting=meeting, accepted_on=ago(9))
    assert stands(cast, "family-meeting-held") == ("due", date(2026, 12, 20))
    with acting_as(cast.aisha):
        acts.note_family_meeting(**by, meeting=meeting, held_on=ago(1))
    assert stands(cast, "family-meeting-held")[0] == "met"


def test_e27_e28_a_privately_fostered_child_is_visited_soon_then_again_and_again(cast):
    work = touched(cast, "private_fostering", on=ago(400))
    note = {"by": cast.aisha, "about": cast.maya, "touchpoint": work, "step": "pf_visit"}
    assert stands(cast, "fostered-seen") == ("missed", date(2025, 10, 22))
    for day in (390, 60, 30):
        with acting_as(cast.aisha):
            acts.note_touchpoint(**note, on=ago(day))
    state, due = stands(cast, "fostered-seen")
    assert (state, due) == ("due", by_limit(cast, cast.maya)["visit-private-fostering-later"].clock.due)


def test_e31_an_allegation_is_told_to_nobody_it_is_not_open_to_and_explained_in_no_row(cast):
    work = touched(cast, "allegation", by="grace", about_account=cast.staff["theo"], on=ago(5))
    with acting_as(cast.aisha):
        assert one(cast, "allegation-reported").state == "not_applicable"
    reason = "The officer was away until Monday, and nobody covered."
    with acting_as(cast.grace):
        row = next(r for r in panel(cast.maya, cast.grace) if r.id == "allegation-reported")
        assert row.state == "missed"
        with pytest.raises(Refused, match="Few may know"):
            explain_missed(by=cast.grace, about=cast.maya, standard_id="allegation-reported", reason=reason)
        with pytest.raises(Refused, match="Few may know"):
            judge_promise(
                by=cast.grace, about=cast.maya, standard_id="allegation-reported", verdict="met", because=reason
            )
    with acting_as(cast.system):
        night = counted(TODAY)[None]["allegation-reported"]
        assert night["missed"] == 0 < night["not_applicable"], "no night's figure tells of it"
    with acting_as(cast.grace):
        acts.note_touchpoint(by=cast.grace, about=cast.maya, on=ago(4), touchpoint=work, step="la_reported")
        assert next(r for r in panel(cast.maya, cast.grace) if r.id == "allegation-reported").state == "met"


def test_e33_a_serious_incident_is_told_in_five_working_days(cast):
    work = touched(cast, "serious_incident", on=ago(6))
    assert stands(cast, "incident-told") == ("due", date(2026, 11, 18))
    with acting_as(cast.aisha):
        acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step="si_told")
    assert stands(cast, "incident-told")[0] == "met"


def test_e3_a_request_for_more_time_is_answered_in_two_working_days(cast):
    with acting_as(cast.aisha):
        begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")
    line = next(each for each in by_limit(cast, cast.maya).values() if each.may_ask_more)
    with acting_as(cast.aisha):
        asked = ask_more_time(
            by=cast.aisha,
            about=cast.maya,
            clock=line.id,
            until_on=line.needed_by + timedelta(days=10),
            reason="The doctor’s letter comes next week, and it may change what we find.",
        )
    assert stands(cast, "more-time-answered") == ("due", date(2026, 11, 19))
    assert later(cast, "more-time-answered", days=3).state == "missed"
    with acting_as(cast.grace):
        answer_more_time(
            by=cast.grace, about=cast.maya, more_time=asked, allowed=True, because="The letter matters for her."
        )
    assert stands(cast, "more-time-answered")[0] == "met"
    with acting_as(cast.system):
        written_past_the_guard(MoreTime.objects.filter(pk=asked.pk), asked_on=ago(9))
    assert stands(cast, "more-time-answered")[0] == "missed", "answered late stays late"


def test_the_whole_partnership_is_told_of_her_what_she_is_told_of_alone(cast):
    needed(cast)
    screened(cast, on=ago(80))
    touched(cast, "private_fostering", on=ago(400))
    touched(cast, "before_court", on=ago(20))
    with acting_as(cast.aisha):
        say_service(by=cast.aisha, about=cast.maya, service="gp", standing="registered", name="Mill Street")
        say_service(by=cast.aisha, about=cast.leo, service="gp", standing="registered", name="Mill Street")
        say_danger(by=cast.aisha, about=cast.maya, on=ago(6), what="Hit with a belt when he drinks.")
        acts.leave_out(by=cast.aisha, about=cast.maya, who="Tomek", on=ago(60), review_on=ago(1))
        for facts in list(gather(TODAY)):
            assert list(gather(TODAY, [facts.person_id])) == [facts]
