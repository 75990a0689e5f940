"""The front door, steps to protect, a child we look after: the promises of each, from a real record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import ImmediateConcern, ProtectionPlan
from kith.people.acts import delegate
from kith.standards import queries
from kith.standards.gathering import gather
from kith.standards.register import STANDARDS
from kith.standards.shapes import Within
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.decisions.making import written_past_the_guard
from tests.involvement.caring import lives, reviewed, under
from tests.involvement.protecting import concluded, conferred, discussed, found_out, met
from tests.involvement.reaching import child_of as told_of
from tests.involvement.reaching import decide, found, told, whole
from tests.standards.clockwork import by_limit
from tests.standards.records import one


def ago(days):
    return TODAY - timedelta(days=days)


def later(cast, id_, **after):
    """How it stands for Maya so much later."""
    actor = replace(cast.aisha, now=NOW + timedelta(**after))
    with acting_as(actor):
        return next(row for row in queries.panel(cast.maya, actor) if row.id == id_)


def stands(cast, id_):
    with acting_as(cast.aisha):
        row = one(cast, id_)
        return row.state.value, row.due


def test_e1_a_contact_is_decided_the_next_working_day_and_whoever_told_us_hears(cast):
    contact = told(cast)
    assert stands(cast, "contact-decided") == ("not_applicable", None), "nobody has said yet whose record it is"
    found(cast, contact, 1, cast.maya)
    assert stands(cast, "contact-decided") == ("due", date(2026, 11, 18))
    assert later(cast, "contact-decided", days=2).state == "missed"
    decide(cast, contact, whole(told_of(contact)), about=[cast.maya])
    assert stands(cast, "contact-decided")[0] == "met"
    assert stands(cast, "teller-told")[0] == "due", "she rang: somebody has to ring back"
    with acting_as(cast.theo):
        reply = contact.replies.get()
        acts.tell_back(by=cast.theo, about=None, reply=reply, how="Rung at noon.")
    assert stands(cast, "teller-told")[0] == "met"


def test_rule_7_2_worried_now_is_taken_up_to_the_minute(cast):
    with acting_as(cast.aisha):
        acts.raise_concern(by=cast.aisha, key="k" * 8, what="He is at the door.", person=cast.maya)
        assert one(cast, "worry-taken-up").state == "due"
    assert later(cast, "worry-taken-up", minutes=15).state == "due"
    late = later(cast, "worry-taken-up", minutes=16)
    assert (late.state, "16 minutes" in late.sentence) == ("missed", True)
    duty = replace(cast.theo, now=NOW + timedelta(minutes=15))
    with acting_as(duty):
        acts.take_concern(by=duty, concern=ImmediateConcern.objects.get())
    assert later(cast, "worry-taken-up", minutes=40).state == "met"


def test_s2_23_the_level_is_weighed_again_and_a_look_at_which_it_stays_counts(cast):
    assert stands(cast, "level-weighed") == ("due", date(2026, 12, 1)), "three months from the day work began"
    with acting_as(cast.aisha):
        acts.keep_level(by=cast.aisha, about=cast.maya, what_changed="Nothing yet.", finish=True)
    assert stands(cast, "level-weighed") == ("met", date(2027, 2, 17))


def test_s2_08_harm_is_talked_over_the_same_day_and_a_day_late_stays_late(cast):
    discussed(cast, on=ago(8), suspected_on=ago(8))
    assert stands(cast, "talked-at-once")[0] == "met"
    discussed(cast, on=ago(5), suspected_on=ago(6))
    assert stands(cast, "talked-at-once") == ("missed", ago(6))


def test_s3_30_an_enquiry_leads_to_a_conference_then_core_groups_and_reviews(cast):
    enquiry = discussed(cast, on=ago(15), suspected_on=ago(15)).enquiry
    for id_ in ("enquiry-finished", "conference-in-time"):
        assert stands(cast, id_) == ("due", date(2026, 11, 23)), id_
    assert stands(cast, "core-group-met")[0] == "not_applicable"
    found_out(cast, enquiry)
    concluded(cast, enquiry)
    assert stands(cast, "enquiry-finished")[0] == "met"
    conferred(cast, on=ago(10))
    assert stands(cast, "conference-in-time")[0] == "met"
    assert stands(cast, "core-group-met") == ("due", date(2026, 11, 20))
    met(cast, on=ago(6))
    assert stands(cast, "core-group-met") == ("due", date(2026, 12, 23)), "six weeks from the last"
    assert later(cast, "core-group-met", days=37).state == "missed"
    assert stands(cast, "protection-reviewed") == ("due", date(2027, 2, 7))
    conferred(cast, on=TODAY, kind="review", outcome="goes_on")
    assert stands(cast, "protection-reviewed") == ("due", date(2027, 5, 17)), "then every six months"


def test_once_the_plan_has_ended_nothing_more_is_owed_of_it(cast):
    discussed(cast, on=ago(15), suspected_on=ago(15))
    conferred(cast, on=ago(10))
    with acting_as(cast.system):
        written_past_the_guard(ProtectionPlan.objects.filter(person=cast.maya), ended_on=TODAY)
    assert stands(cast, "core-group-met")[0] == "not_applicable"
    assert stands(cast, "protection-reviewed")[0] == "not_applicable"


@pytest.mark.parametrize(("shared", "state"), [(13, "met"), (16, "missed")])
def test_s3_14_the_family_has_the_report_two_working_days_before(cast, shared, state):
    with acting_as(cast.aisha):
        line = acts.plan_meeting(
            by=cast.aisha, about=[cast.maya], kind="conference", planned_for=date(2026, 11, 17), chair_name="Rowan Vale"
        )
        assert stands(cast, "report-shared") == ("missed", date(2026, 11, 13))
        acts.note_ready(
            by=cast.aisha, about=cast.maya, line=line, ready=["report"], report_shared_on=date(2026, 11, shared)
        )
    assert stands(cast, "report-shared")[0] == state


def test_s0_03_a_review_without_the_childs_view_is_made_good_in_five_working_days(cast):
    discussed(cast, on=ago(15), suspected_on=ago(15))
    conferred(cast, on=ago(6), child_part="PN7", child_why_not="She was ill, and nobody asked her before.")
    assert stands(cast, "view-after-review") == ("due", date(2026, 11, 18))
    with acting_as(cast.aisha):
        write_down_words(by=cast.aisha, about=cast.maya, on=ago(1), sort="worry", text="I want it quiet at home.")
    assert stands(cast, "view-after-review")[0] == "met"


def test_e19_to_e25_a_child_we_come_to_look_after(cast):
    """Came on 1 October, fourteen months before her tenth birthday; first home the same day."""
    status = under(cast, on=date(2026, 10, 1))
    assert stands(cast, "care-plan-written")[0] == "not_applicable", "no home yet that anybody wrote down"
    lives(cast, on=date(2026, 10, 1))
    due = {id_: stands(cast, id_) for id_ in ("care-plan-written", "yes-known", "health-looked-at", "learning-planned")}
    assert due == {
        "care-plan-written": ("missed", date(2026, 10, 15)),
        "yes-known": ("missed", date(2026, 10, 15)),
        "health-looked-at": ("missed", date(2026, 10, 29)),
        "learning-planned": ("missed", date(2026, 10, 15)),
    }
    assert stands(cast, "care-reviewed") == ("missed", date(2026, 10, 29))
    assert stands(cast, "pathway-kept")[0] == "not_applicable"
    with acting_as(cast.aisha):
        by = {"by": cast.aisha, "about": cast.maya}
        acts.note_care(**by, care=status.care, care_plan_on=date(2026, 10, 14))
        delegate(**by, on=date(2026, 10, 12), topic="medical", to_name="Dot Mallory", given_by=cast.people["kelly"])
        acts.record_care_check(**by, on=date(2026, 10, 28), kind="health")
        acts.record_care_check(**by, on=date(2026, 10, 30), kind="education")
    reviewed(cast, on=date(2026, 10, 29))
    assert stands(cast, "care-plan-written")[0] == "met"
    assert stands(cast, "yes-known")[0] == "met"
    assert stands(cast, "learning-planned")[0] == "missed", "made, and late"
    assert stands(cast, "health-looked-at") == ("due", date(2027, 10, 28))
    assert stands(cast, "care-reviewed") == ("due", date(2027, 1, 29))


def everything(cast):
    discussed(cast, on=ago(15), suspected_on=ago(15))
    conferred(cast, on=ago(10), child_part="PN7", child_why_not="She was ill, and nobody asked her before.")
    met(cast, on=ago(6))
    conferred(cast, on=ago(3), kind="review", outcome="goes_on")
    under(cast, on=date(2026, 10, 1))
    lives(cast, on=date(2026, 10, 1))
    reviewed(cast, on=date(2026, 10, 20))
    with acting_as(cast.aisha):
        acts.record_care_check(by=cast.aisha, about=cast.maya, on=date(2026, 10, 9), kind="health")


def test_a_promise_falls_on_the_same_day_as_the_clock_of_its_limit(cast):
    everything(cast)
    clocks = by_limit(cast, cast.maya)
    with acting_as(cast.aisha):
        rows = [row for row in queries.panel(cast.maya, cast.aisha) if isinstance(row.standard, Within) and row.due]
    compared = {row.key: (row.due, clocks[row.key].clock.due) for row in rows if row.key in clocks}
    assert len(compared) > 5
    assert all(ours == theirs for ours, theirs in compared.values()), compared


def test_the_whole_partnership_is_told_of_her_what_she_is_told_of_alone(cast):
    everything(cast)
    contact = told(cast)
    found(cast, contact, 1, cast.maya)
    with acting_as(cast.aisha):
        acts.raise_concern(by=cast.aisha, key="k" * 8, what="He is at the door.", person=cast.maya)
        whole_of = {facts.person_id: facts for facts in gather(TODAY)}
        (alone,) = gather(TODAY, [cast.maya.pk])
        assert {"core-group-met", "care-reviewed", "contact-decided", "worry-taken-up"} <= set(alone.owed)
        assert whole_of[cast.maya.pk] == alone
        board = queries.board(TODAY)
        for each in STANDARDS:
            for state, number in board[each.id].items():
                assert len(queries.listed(each.id, state, TODAY)) == number
