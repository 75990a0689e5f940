"""A broken bottom line, and something new: does it change the decision?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.decisions import jobs, queries
from kith.decisions.acts import ask_again, look_again, note_breach
from kith.decisions.models import BottomLine, Breach, Decision, Revisit
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import NOW, TODAY
from tests.decisions.making import standing
from tests.visits.going import the_log_will_not_be_written


@pytest.fixture
def made(cast):
    return standing(cast, "arrangement")


def broken(cast, by, what="Nan went home at two; Maya stayed until six."):
    return note_breach(by=by, about=cast.maya, line=BottomLine.objects.get(), what=what)


def new_event(cast):
    return Act.objects.filter(person=cast.maya).order_by("pk").first()


def asked(cast, made):
    with acting_as(cast.system):
        return ask_again(by=cast.system, about=cast.maya, decision=made, event=new_event(cast))


def test_n31_a_broken_bottom_line_is_told_at_once_and_the_decision_looked_at_by_the_next_working_day(cast, made):
    with acting_as(cast.theo):
        breach = broken(cast, cast.theo)
        assert (breach.broken_on, breach.revisit.due_on) == (TODAY, date(2026, 11, 18))
        assert Act.objects.get(name="note_breach").staff_only
    with acting_as(cast.system):
        told = Notice.objects.filter(kind="bottom_line").values_list("account_id", flat=True)
        assert set(told) == {cast.aisha.account_id}
    with acting_as(cast.aisha):
        assert [row.breach.what for row in queries.revisits_asked_of(cast.aisha)] == [breach.what]


def test_a_breach_says_what_happened_and_is_of_a_line_that_runs(cast, made):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            broken(cast, cast.aisha, " ")
        assert refusal.value.field == "what"
        with pytest.raises(Refused, match="no longer runs"):
            note_breach(by=cast.aisha, about=cast.leo, line=BottomLine.objects.get(), what="She left.")


def test_bottom_lines_are_those_of_finished_decisions_that_run(cast, made):
    with acting_as(cast.aisha):
        assert [line.statement for line in queries.bottom_lines_now(cast.maya)] == ["Nan is there the whole time"]
        assert not queries.bottom_lines_now(cast.leo).exists()


def test_s1_35_whoever_decided_is_asked_within_two_working_days_and_after_that_a_manager(cast, made):
    found = asked(cast, made)
    assert (found.asked_id, found.due_on) == (cast.aisha.account_id, date(2026, 11, 19))
    for days, who in ((2, "aisha"), (3, "grace"), (9, "grace")):
        night = replace(cast.system, now=NOW + timedelta(days=days))
        with acting_as(night):
            jobs.pass_on_revisits(by=night, key="job-1")
            found.refresh_from_db()
        assert found.asked_id == cast.actors[who].account_id, days
    with acting_as(cast.aisha):
        assert queries.revisits_asked_of(cast.aisha).count() == 1


def test_s1_35_it_stands_with_a_reason_or_is_made_again_and_the_new_one_is_owed(cast, made):
    found = asked(cast, made)
    with acting_as(cast.aisha):
        for answer, why, field in (("maybe", "So so.", "answer"), ("stands", " ", "why")):
            with pytest.raises(Refused) as refusal:
                look_again(by=cast.aisha, about=cast.maya, revisit=found, answer=answer, why=why)
            assert refusal.value.field == field
        look_again(by=cast.aisha, about=cast.maya, revisit=found, answer="changes", why="He drank on Saturday.")
        with pytest.raises(Refused, match="answered already"):
            look_again(by=cast.aisha, about=cast.maya, revisit=found, answer="stands", why="No.")
    made.refresh_from_db()
    instead = Decision.objects.get(instead_of=made)
    assert (made.state, instead.state, instead.owed_by_on) == ("changed", "proposed", date(2026, 11, 18))
    assert instead.rests_on == "He drank on Saturday."
    assert BottomLine.objects.get().until_on is None  # it holds until the new decision stands


def test_s1_35_twin_the_answer_that_it_stands_leaves_it_as_it_is(cast, made):
    found = asked(cast, made)
    with acting_as(cast.aisha):
        look_again(
            by=cast.aisha, about=cast.maya, revisit=found, answer="stands", why="It was his birthday; Nan was there."
        )
    made.refresh_from_db()
    assert made.state == "agreed"


DOING = {
    "note_breach": lambda cast, found: broken(cast, cast.aisha),
    "look_again": lambda cast, found: look_again(
        by=cast.aisha, about=cast.maya, revisit=found, answer="changes", why="He drank."
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, made, name):
    found = asked(cast, made)
    before = [list(model.objects.order_by("pk").values()) for model in (Breach, Revisit, Decision)]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, found)
    assert before == [list(model.objects.order_by("pk").values()) for model in (Breach, Revisit, Decision)]


def test_someone_without_tie_or_right_may_not(cast, made):
    found = asked(cast, made)
    with acting_as(cast.sol):
        for doing in (
            lambda: broken(cast, cast.sol),
            lambda: look_again(by=cast.sol, about=cast.maya, revisit=found, answer="stands", why="No."),
            lambda: ask_again(by=cast.sol, about=cast.maya, decision=made, event=new_event(cast)),
        ):
            with pytest.raises(NotYours):
                doing()
