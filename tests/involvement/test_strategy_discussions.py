"""Strategy discussions: what begins with one, and what its record lacks before it is finished."""

import pytest

from kith.access import acting_as
from kith.decisions.models import Decision
from kith.involvement import acts
from kith.involvement.models import Enquiry, MeetingLine, Spell
from kith.record import Refused
from kith.voice.queries import may_be_guided
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import TALKED, conferred, discussed, finished
from tests.standards.clockwork import by_limit


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
