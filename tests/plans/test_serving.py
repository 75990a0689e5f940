"""Which service answers a need, why none does, and what of the gaps may be told (S1-17)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies

from kith.access import acting_as
from kith.plans import acts, queries, rules
from kith.plans.models import NeedAnswer
from kith.record import Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.plans.making import agreed, begun, lacking, outcome, step

ABOUT_IT = {"service": "The talking place", "lacks": ""}


@pytest.fixture
def need(cast):
    with acting_as(cast.aisha):
        return outcome(cast.aisha, begun(cast.aisha, cast.maya))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"lacks": ""}, "service"),
        ({"service": "A clinic"}, "service"),
        ({"lacks": "weather"}, "lacks"),
        ({"kind": "weather"}, "kind"),
        ({"since_on": TODAY + timedelta(days=1)}, "since_on"),
    ],
)
def test_an_answer_is_a_service_or_a_reason_of_the_packs(cast, acting, need, said, field):
    with acting("aisha") as aisha:
        with pytest.raises(Refused) as refused:
            lacking(aisha, need, **said)
        assert refused.value.field == field
        assert not NeedAnswer.objects.exists()


def test_s1_17_twin_it_is_kept_before_anybody_has_said_what_kind_of_help_it_takes(cast, acting, need):
    with acting("aisha") as aisha:
        kept = lacking(aisha, need, kind="")
        assert (kept.kind, kept.since_on) == ("", TODAY)
        (kind,) = rules.of_kinds(queries.needs_unmet(), {})
        assert (kind.kind, len(kind.lines)) == ("", 1)


@pytest.mark.parametrize("ended", ["outcome", "plan"])
def test_nothing_is_written_for_another_child_nor_for_what_is_over(cast, acting, need, ended):
    with acting("aisha") as aisha:
        with pytest.raises(Refused, match="plan of their own"):
            acts.answer_need(by=aisha, about=cast.leo, outcome=need, lacks="none")
        if ended == "outcome":
            acts.end_outcome(by=aisha, about=cast.maya, outcome=need, because="She sleeps.")
        else:
            acts.end_plan(by=aisha, about=cast.maya, plan=need.plan, because="She sleeps.")
        need.refresh_from_db()
        with pytest.raises(Refused, match=r"no longer worked on|has ended"):
            lacking(aisha, need)


def test_a_service_takes_the_place_of_the_reason_and_both_are_kept(cast, acting, need):
    with acting("aisha") as aisha:
        waits = lacking(aisha, need, lacks="waiting", since_on=TODAY - timedelta(days=60))
        acts.answer_need(by=aisha, about=cast.maya, outcome=need, instead_of=waits, **ABOUT_IT)
        now = NeedAnswer.objects.get(ended_on=None)
        assert (now.service, now.kind) == ("The talking place", "child_mind")
        assert not queries.needs_unmet().exists()
        waits.refresh_from_db()
        assert waits.ended_on == TODAY


def test_what_has_ended_says_why_and_ends_once(cast, acting, need):
    with acting("aisha") as aisha:
        row = lacking(aisha, need, since_on=TODAY - timedelta(days=3))
        ending = {"by": aisha, "answer": row}
        with pytest.raises(Refused, match="why"):
            acts.end_need_answer(about=cast.maya, because=" ", **ending)
        with pytest.raises(Refused, match="another child"):
            acts.end_need_answer(about=cast.leo, because="Found.", **ending)
        with pytest.raises(Refused, match="not begun"):
            acts.end_need_answer(about=cast.maya, because="Found.", on=TODAY - timedelta(days=9), **ending)
        acts.end_need_answer(about=cast.maya, because="Found.", **ending)
        with pytest.raises(Refused, match="already"):
            acts.end_need_answer(about=cast.maya, because="Found.", **ending)


def test_a_need_is_answered_by_services_and_by_steps_of_services_and_says_so_where_it_is_not(cast, acting, need):
    with acting("aisha") as aisha:

        def shown():
            (one,) = queries.needs_of(queries.held(need.plan))
            return one.answered, one.unmet, one.unsaid

        assert shown() == (False, False, True)
        step(aisha, need.plan, outcome=need)  # the mother's own
        assert shown() == (False, False, True)
        lacking(aisha, need)
        assert shown() == (False, True, False)
        step(aisha, need.plan, outcome=need, owner_kind="agency", owner_name="School")
        assert shown() == (True, True, False)


def test_the_log_tells_staff_alone_and_no_reason(cast, acting, need):
    with acting("aisha") as aisha:
        lacking(aisha, need, words="The clinic has closed.")
        line = Act.objects.filter(name="answer_need").get()
        assert line.staff_only
        assert line.said == f"Aisha Khan wrote down what answers a need in the plan for {cast.maya.called}."


def test_an_agreed_plan_stays_agreed(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        lacking(aisha, plan.outcomes.get())
        plan.refresh_from_db()
        assert plan.agreed


# -- what may be told


@dataclass(frozen=True)
class Row:
    person_id: int
    kind: str
    lacks: str = "none"
    since_on: date = TODAY

    @property
    def person(self):
        return self

    pk = property(lambda self: self.person_id)


def test_each_child_counts_once_for_a_kind_of_help_by_the_newest_reason():
    rows = [Row(1, "speech", "waiting"), Row(1, "speech", "none"), Row(2, "speech"), Row(1, "home")]
    first, second = rules.of_kinds(rows, {1: "NC4 7"})
    assert (first.kind, first.reasons) == ("speech", {"none": 2})
    assert first.sectors == {"NC4 7": 1, "": 1}
    assert second.kind == "home"


@pytest.mark.parametrize(
    ("counts", "shown", "rest"),
    [
        ({}, {}, 0),
        ({"a": 4}, {}, None),
        ({"a": 1, "b": 2}, {}, None),
        ({"a": 5}, {"a": 5}, 0),
        ({"a": 9, "b": 1}, {}, 10),  # the one could be worked out of a total
        ({"a": 9, "b": 6, "c": 1}, {"a": 9}, 7),
        ({"a": 9, "b": 3, "c": 3}, {"a": 9}, 6),
        ({"a": 9, "": 7}, {"a": 9}, 7),  # what has no name is never told apart
    ],
)
def test_small_parts_stand_together(counts, shown, rest):
    assert rules.told(counts) == rules.Told(shown, rest)


@given(strategies.dictionaries(strategies.sampled_from(["", *"abcdefgh"]), strategies.integers(1, 30)))
def test_s1_17_no_part_of_fewer_than_five_can_be_worked_out(counts):
    told, total = rules.told(counts), sum(counts.values())
    assert all(n >= rules.FEW and counts[key] == n for key, n in told.shown.items())
    assert told.rest is None or told.rest == 0 or told.rest >= rules.FEW
    assert told.rest == total - sum(told.shown.values()) if told.rest is not None else total < rules.FEW
    assert "" not in told.shown
    assert all(one >= other for one, other in pairwise(told.shown.values()))
