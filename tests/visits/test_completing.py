"""What was missing from a visit is written later: the visit keeps its day, and both days stand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.visits import queries
from kith.visits.acts import Seen, complete_gap
from kith.visits.models import ChildLine, ToComplete, Visit
from tests.cast import NOW, TODAY
from tests.visits.going import the_log_will_not_be_written, visit


@pytest.fixture
def visited(cast):
    """Maya seen, alone not answered; Leo seen, not alone, no reason; Sam not observed; no daily life written."""
    with acting_as(cast.aisha):
        return visit(
            cast.aisha,
            [
                Seen(cast.maya, True, saw="Drew."),
                Seen(cast.leo, True, alone="not_tried", saw="Ran."),
                Seen(cast.sam, True, alone="not_appropriate", saw="Drew."),
            ],
            for_everyone="",
        )


@pytest.fixture
def doorstep(cast):
    with acting_as(cast.aisha):
        return visit(cast.aisha, [Seen(cast.leo, False, not_seen_words="Door shut.")], mode="doorstep")


def gap(child, what):
    return ToComplete.objects.get(person=child, what=what)


def complete(cast, child, what, **answer):
    return complete_gap(by=cast.aisha, about=child, gap=gap(child, what), **answer)


def test_a_reason_written_the_next_day_leaves_the_visit_on_its_day(cast, visited):
    tomorrow = replace(cast.aisha, now=NOW + timedelta(days=1))
    with acting_as(tomorrow):
        complete_gap(
            by=tomorrow, about=cast.leo, gap=gap(cast.leo, "alone_reason"), text="Kelly stayed in the room throughout."
        )
        line = ChildLine.objects.get(person=cast.leo)
        assert (line.alone_words, line.visited_on) == ("Kelly stayed in the room throughout.", TODAY)
        assert gap(cast.leo, "alone_reason").completed_on == TODAY + timedelta(days=1)
        assert list(queries.gaps_about(cast.leo)) == []
        assert Act.objects.get(name="complete_gap").said == (
            "Aisha Khan completed the record of a visit to Leo Okafor-Nowak."
        )


def test_seen_alone_needs_no_reason_and_not_alone_does(cast, visited):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Choose what happened") as refusal:
            complete(cast, cast.maya, "alone")
        assert refusal.value.field == "choice"
        with pytest.raises(Refused) as refusal:
            complete(cast, cast.maya, "alone", choice="not_tried")
        assert refusal.value.field == "text"
        assert gap(cast.maya, "alone").completed_on is None  # still owed, and the visit still stands
        complete(cast, cast.maya, "alone", choice="alone")
        assert ChildLine.objects.get(person=cast.maya).alone == "alone"


def test_an_observation_may_not_be_a_sisters_words_over_again(cast, visited):
    with acting_as(cast.aisha):
        for nothing in ("n/a", ".", "Drew.", ""):
            with pytest.raises(Refused) as refusal:
                complete(cast, cast.sam, "observation", text=nothing)
            assert refusal.value.field == "text"
        complete(cast, cast.sam, "observation", text="Slept, woke, smiled at his mother.")
        # Words written first are never written over.
        assert ChildLine.objects.get(person=cast.sam).saw == "Drew.\nSlept, woke, smiled at his mother."


def test_daily_life_is_written_once_for_the_whole_visit(cast, visited):
    with acting_as(cast.aisha):
        complete(cast, cast.maya, "daily_life", text="Cold flat, warm welcome.")
        assert Visit.objects.get().for_everyone == "Cold flat, warm welcome."


def test_why_nobody_was_seen_is_chosen_and_something_else_is_said_in_words(cast, doorstep):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Choose what happened"):
            complete(cast, cast.leo, "not_seen_reason", text="Door shut.")
        with pytest.raises(Refused) as refusal:
            complete(cast, cast.leo, "not_seen_reason", choice="other")
        assert refusal.value.field == "text"
        complete(cast, cast.leo, "not_seen_reason", choice="refused")
        line = ChildLine.objects.get()
        assert (line.not_seen_because, line.not_seen_words) == ("refused", "Door shut.")


def test_not_seen_needs_a_plan_to_see_the_child(cast, doorstep):
    with acting_as(cast.aisha):
        with pytest.raises(Refused):
            complete(cast, cast.leo, "plan_to_see", text="tbc")
        complete(cast, cast.leo, "plan_to_see", text="At school on Thursday at 9.")
        assert ChildLine.objects.get().plan_to_see == "At school on Thursday at 9."


def test_what_is_completed_is_not_completed_again(cast, doorstep):
    with acting_as(cast.aisha):
        complete(cast, cast.leo, "not_seen_reason", choice="refused")
        with pytest.raises(Refused, match="already"):
            complete(cast, cast.leo, "not_seen_reason", choice="no_answer")
        assert ChildLine.objects.get().not_seen_because == "refused"


def test_the_same_form_sent_twice_completes_once(cast, doorstep):
    with acting_as(cast.aisha):
        for _ in range(2):
            complete(cast, cast.leo, "plan_to_see", text="At school on Thursday.", key="once")
        assert Occasion.objects.filter(name="complete_gap").count() == 1
        assert ChildLine.objects.get().plan_to_see == "At school on Thursday."


def test_someone_from_another_team_cannot_complete_it(cast, doorstep):
    with acting_as(cast.sol), pytest.raises(NotYours):
        complete_gap(by=cast.sol, about=cast.leo, gap=gap(cast.leo, "plan_to_see"), text="At school on Thursday.")


def test_duty_can_complete_the_visit_duty_recorded(cast):
    with acting_as(cast.theo):
        visit(cast.theo, [Seen(cast.leo, True, alone="prevented", saw="Ran.")])
        complete_gap(by=cast.theo, about=cast.leo, gap=gap(cast.leo, "alone_reason"), text="His uncle would not leave.")
        assert not queries.to_complete_by(cast.theo).exists()


def test_nothing_is_completed_when_the_log_cannot_be_written(cast, doorstep):
    with acting_as(cast.aisha):
        owed = gap(cast.leo, "plan_to_see")
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        complete_gap(by=cast.aisha, about=cast.leo, gap=owed, text="At school on Thursday.")
    assert gap(cast.leo, "plan_to_see").completed_on is None
    assert ChildLine.objects.get().plan_to_see == ""
