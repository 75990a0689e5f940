"""Keeping a child safe, on its pages: a discussion, an enquiry, a conference, a core group, the end of a plan."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import Enquiry, MeetingLine, MeetingPart, MeetingStep, ProtectionPlan, Spell
from kith.plans.models import Plan
from kith.visits.acts import Seen
from tests.cast import NOW, TODAY
from tests.involvement.protecting import CAME, FOUND, agreed, concluded, conferred, discussed, found_out, met
from tests.pages.staff.test_whole import day
from tests.visits.going import page, text, visit
from tests.voice.hearing import heard


def days_ago(days):
    return TODAY - timedelta(days=days)


def test_a_record_nobody_was_worried_in_says_so_calmly(cast, browse):
    shown = text(browse("aisha").get(page("child-protection", cast.maya)))
    assert "No talk about harm, no conference and no core group is written down here." in shown


def test_a_discussion_is_recorded_for_two_children_and_each_has_a_line_of_their_own(cast, browse):
    aisha = browse("aisha")
    given = {
        **day("on", days_ago(1)),
        **day("suspected_on", days_ago(1)),
        "how": "video",
        "also": [cast.leo.ref],
        "known": "School saw a burn.",
        "safe_now": "She sleeps at Nan’s.",
        "outcome": "enquiry",
        "enquiry_how": "joint",
        "reasons": "The burn does not fit what was said.",
        "dissent_who": "Miss Lind",
        "p0_attended": "all",
        "p1_who": "PC Ward",
        "p1_attended": "all",
        "p2_attended": "no",
        "p2_why_not": "On call; rang back.",
        "s0_what": "A doctor looks at the burn.",
        "s0_who": "Priya Nair",
        **day("s0_by_when", TODAY),
    }
    answer = aisha.post(page("record-meeting", cast.maya, "strategy"), given)
    assert answer.status_code == 303
    with acting_as(cast.aisha):
        line, leos = MeetingLine.objects.get(person=cast.maya), MeetingLine.objects.get(person=cast.leo)
        assert line.meeting_id == leos.meeting_id
        assert (line.enquiry.how, line.held_on, leos.outcome) == ("joint", days_ago(1), "")
        parts = {(part.who, part.role, part.attended) for part in MeetingPart.objects.all()}
        assert parts == {("Aisha Khan", "social_work", "all"), ("PC Ward", "police", "all"), ("Health", "health", "no")}
        assert line.decision.dissents.get().who == "Miss Lind"
    shown = text(aisha.get(answer.url))
    for words in ("School saw a burn.", "She sleeps at Nan’s.", "Not there: Health.", "A doctor looks at the burn."):
        assert words in shown
    assert "Leo Okafor-Nowak’s own line" in shown
    assert "Say what was decided for Leo Okafor-Nowak." in shown
    assert "Section 47 enquiry" in text(aisha.get(page("child-protection", cast.maya)))


def test_a_record_with_gaps_is_added_to_and_finished(cast, browse):
    aisha, line = browse("aisha"), discussed(cast, parts=CAME[:2], known="", outcome="", reasons="")
    refused = aisha.post(page("protection-meeting", cast.maya, line.pk), {})
    assert refused.status_code == 422
    assert "Give the reasons for what was decided" in text(refused)
    more = {"known": "Both agencies saw bruises.", "outcome": "help", "reasons": "They come from a fall at school."}
    asked = text(aisha.get(page("add-to-meeting", cast.maya, line.pk)))
    assert "Maya sleeps at Nan" in asked  # what is written already is there to be changed
    parts = {"p2_who": "PC Ward", "p2_role": "police", "p2_attended": "all"}
    assert aisha.post(page("add-to-meeting", cast.maya, line.pk), {**more, **parts}).status_code == 303
    assert aisha.post(page("protection-meeting", cast.maya, line.pk), {}).status_code == 303
    assert "Finished" not in text(aisha.get(page("add-to-meeting", cast.maya, line.pk)))
    assert aisha.get(page("add-to-meeting", cast.maya, line.pk)).status_code == 404


def test_what_was_typed_is_kept_when_an_answer_is_refused(cast, browse):
    answer = browse("aisha").post(page("record-meeting", cast.maya, "strategy"), {"known": "Kept words."})
    assert answer.status_code == 422
    assert "Kept words." in text(answer)
    tomorrow = {**day("on", TODAY + timedelta(1)), "known": "Kept words."}
    answer = browse("aisha").post(page("record-meeting", cast.maya, "conference"), tomorrow)
    assert answer.status_code == 422
    assert "Kept words." in text(answer)


def test_an_enquiry_is_written_concluded_and_the_family_told(cast, browse):
    aisha, pk = browse("aisha"), discussed(cast).enquiry_id
    assert "has not been seen yet" in text(aisha.get(page("child-protection", cast.maya)))
    refused = aisha.post(page("conclude-enquiry", cast.maya, pk), {"outcome": "legal", "reasons": "An adult hurt her."})
    assert refused.status_code == 422
    assert "An adult hurt her." in text(refused)
    told = {name: value for name, value in FOUND.items() if name != "seen_on"}
    assert aisha.post(page("write-enquiry", cast.maya, pk), {**told, **day("seen_on", TODAY)}).status_code == 303
    assert "It was the iron." in text(aisha.get(page("enquiry", cast.maya, pk)))
    waits = {"because": "Police speak to him first, tomorrow at 8."}
    assert aisha.post(page("tell-of-enquiry", cast.maya, pk), waits).status_code == 303
    assert "Police speak to him first" in text(aisha.get(page("enquiry", cast.maya, pk)))
    assert aisha.post(page("tell-of-enquiry", cast.maya, pk), {}).status_code == 422
    assert aisha.post(page("tell-of-enquiry", cast.maya, pk), {"who": "Kelly", **day("on", TODAY)}).status_code == 303
    ends = {"outcome": "conference", "reasons": "An adult hurt her and it may happen again."}
    assert aisha.post(page("conclude-enquiry", cast.maya, pk), ends).status_code == 303
    shown = text(aisha.get(page("enquiry", cast.maya, pk)))
    assert "It goes to a conference" in shown
    assert ": Kelly." in shown
    assert aisha.get(page("write-enquiry", cast.maya, pk)).status_code == 404


def test_s4_27_what_a_visit_and_the_child_already_told_is_not_asked_again(cast, browse):
    aisha, pk = browse("aisha"), discussed(cast).enquiry_id
    shown = text(aisha.get(page("enquiry", cast.maya, pk)))
    assert "Visits since it began" not in shown
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, seen=True, alone="alone")])
        heard(cast, cast.aisha, "He said not to tell.", sort="harm", question_asked="What happened to your arm?")
    form = text(aisha.get(page("write-enquiry", cast.maya, pk)))
    assert "“He said not to tell.”" in form
    assert "What happened to your arm?" in form
    assert aisha.get(page("write-enquiry", cast.maya, pk)).context["form"].initial["seen_on"] == TODAY
    shown = text(aisha.get(page("enquiry", cast.maya, pk)))
    assert "Visits since it began" in shown
    assert "He said not to tell." in shown


def test_what_comes_after_an_enquiry_was_concluded_is_no_part_of_it(cast, browse):
    aisha, pk = browse("aisha"), discussed(cast).enquiry_id
    told = {name: value for name, value in FOUND.items() if name != "seen_on"}
    aisha.post(page("write-enquiry", cast.maya, pk), {**told, **day("seen_on", TODAY)})
    ends = {"outcome": "conference", "reasons": "An adult hurt her and it may happen again."}
    assert aisha.post(page("conclude-enquiry", cast.maya, pk), ends).status_code == 303
    later = replace(cast.aisha, now=NOW + timedelta(days=9))
    with acting_as(later):
        visit(
            later,
            [Seen(cast.maya, seen=True, alone="alone")],
            on=later.today,
            happened_at=later.now - timedelta(hours=1),
        )
    assert "Visits since it began" not in text(aisha.get(page("enquiry", cast.maya, pk)))


def test_a_child_seen_in_an_enquiry_without_a_visit_is_said_so(cast, browse):
    aisha, pk = browse("aisha"), discussed(cast).enquiry_id
    told = {name: value for name, value in FOUND.items() if name != "seen_on"}
    aisha.post(page("write-enquiry", cast.maya, pk), {**told, **day("seen_on", TODAY)})
    assert "No visit is written down for that day" in text(aisha.get(page("enquiry", cast.maya, pk)))
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, seen=True, alone="alone")])
    assert "No visit is written down" not in text(aisha.get(page("enquiry", cast.maya, pk)))


def test_a_conference_is_planned_made_ready_and_held(cast, browse):
    aisha = browse("aisha")
    discussed(cast, on=days_ago(4))
    planned = {**day("planned_for", TODAY + timedelta(5)), "chair_name": "Rowan Vale", "p4_how": "in_person"}
    answer = aisha.post(page("plan-meeting", cast.maya, "conference"), planned)
    assert answer.status_code == 303
    line = MeetingLine.objects.get(kind="conference")
    asked = text(aisha.get(page("ready-meeting", cast.maya, line.pk)))
    assert "The family has the report by <b>Thu 19 Nov</b>" in asked
    ready = {"ready": ["invited", "child_prepared"], **day("report_shared_on", TODAY)}
    assert aisha.post(page("ready-meeting", cast.maya, line.pk), ready).status_code == 303
    shown = text(aisha.get(page("protection-meeting", cast.maya, line.pk)))
    assert "planned for" in shown
    assert "The family had the report on" in shown
    held = {**day("on", TODAY), "outcome": "plan", "category": "NEG", "reasons": "She is hungry.", "child_part": "PN6"}
    assert aisha.post(page("hold-meeting", cast.maya, line.pk), held).status_code == 303
    with acting_as(cast.aisha):
        assert Spell.objects.get(person=cast.maya).level == "child_protection"
        assert MeetingLine.objects.get(kind="conference").meeting.chair_name == "Rowan Vale"
        plan = Plan.objects.get(person=cast.maya, ended_on=None)
        assert (plan.kind, plan.because, plan.started_on) == ("protection", "She is hungry.", TODAY)
    assert aisha.get(page("hold-meeting", cast.maya, line.pk)).status_code == 404
    shown = text(aisha.get(page("child-protection", cast.maya)))
    assert "Child protection plan, since" in shown
    assert "First meeting of the core group" in shown


def test_the_core_group_is_named_once_and_asked_for_again(cast, browse):
    aisha = browse("aisha")
    conferred(cast, on=days_ago(9))
    asked = text(aisha.get(page("record-meeting", cast.maya, "core_group")))
    assert "Priya Nair" in asked
    assert "Miss Lind" not in asked  # she came to the conference and is no member
    told = {**day("on", TODAY), "known": "Breakfast every day.", "p0_attended": "all"}
    assert aisha.post(page("record-meeting", cast.maya, "core_group"), told).status_code == 303
    assert MeetingLine.objects.get(kind="core_group").protection_id


def test_a_manager_ends_a_plan_when_a_review_has_decided_it(cast, browse):
    conferred(cast, on=days_ago(60))
    plan = ProtectionPlan.objects.get()
    assert browse("aisha").get(page("end-protection-plan", cast.maya, plan.pk)).status_code == 404
    grace, ends = browse("grace"), {"reason": "review", "level": "child_in_need", **day("on", TODAY)}
    refused = grace.post(page("end-protection-plan", cast.maya, plan.pk), ends)
    assert refused.status_code == 422
    assert "decides that a plan ends" in text(refused)
    agreed(cast, conferred(cast, kind="review", outcome="ends").decision)
    assert grace.post(page("end-protection-plan", cast.maya, plan.pk), ends).status_code == 303
    assert "why it ended" in text(grace.get(page("child-protection", cast.maya)))
    assert grace.get(page("end-protection-plan", cast.maya, plan.pk)).status_code == 404


def test_a_step_is_done_from_the_page_it_stands_on(cast, browse):
    aisha, line = browse("aisha"), discussed(cast)
    step = MeetingStep.objects.get()
    assert aisha.get(page("do-meeting-step", cast.maya, step.pk)).status_code == 404
    assert aisha.post(page("do-meeting-step", cast.maya, step.pk)).status_code == 303
    assert MeetingStep.objects.get().done_on == TODAY
    assert aisha.get(page("protection-meeting", cast.maya, line.pk)).status_code == 200


def test_nobodys_page_opens_in_another_childs_record(cast, browse):
    line = discussed(cast)
    conferred(cast)
    pks = {
        "enquiry": line.enquiry_id,
        "write-enquiry": line.enquiry_id,
        "conclude-enquiry": line.enquiry_id,
        "tell-of-enquiry": line.enquiry_id,
        **dict.fromkeys(("end-protection-plan", "wait-for-mother"), ProtectionPlan.objects.get().pk),
        **dict.fromkeys(("protection-meeting", "ready-meeting", "hold-meeting", "add-to-meeting"), line.pk),
        "do-meeting-step": MeetingStep.objects.first().pk,
    }
    grace = browse("grace")
    for name, pk in pks.items():
        assert grace.get(page(name, cast.leo, pk)).status_code == 404, name
    for name in ("plan-meeting", "record-meeting"):
        assert grace.get(page(name, cast.leo, "party")).status_code == 404


@pytest.mark.parametrize("name", ["kelly", "tomek", "priya"])
def test_families_and_partners_read_none_of_it(cast, browse, name):
    line = discussed(cast)
    with acting_as(cast.aisha):
        acts.tell_of_enquiry(by=cast.aisha, about=cast.maya, enquiry=Enquiry.objects.get(), who="Kelly")
    met(cast)
    client = browse(name)
    assert client.get(page("child-protection", cast.maya)).status_code == 404
    assert client.get(page("protection-meeting", cast.maya, line.pk)).status_code == 404
    own = {"priya": "/partner/"}.get(name, "/p/")
    shown = text(client.get(own, follow=True)).lower()
    for words in ("strategy", "section 47", "core group", "enquiry"):
        assert words not in shown


def test_an_enquiry_of_a_file_is_shown_with_what_the_file_told(cast, browse):
    conferred(cast, on=days_ago(2))
    concluded(cast, found_out(cast, discussed(cast, on=days_ago(1), outcome="enquiry").enquiry))
    assert browse("aisha").get(page("child-protection", cast.maya)).status_code == 200
