"""Discussions, conferences and reviews told late, or told out of order: never refused."""

from datetime import timedelta

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import Enquiry, LeadWorker, MeetingLine, ProtectionPlan, Spell
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import concluded, conferred, discussed, found_out, met
from tests.standards.clockwork import by_limit, lines, put_at


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
