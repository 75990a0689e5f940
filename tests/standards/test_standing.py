"""How a promise stands once everything is considered: who it is for, what people said, and what can never change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kith.standards import rules
from kith.standards.leading import next_contact
from kith.standards.register import STANDARDS
from kith.standards.shapes import (
    COUNTED,
    Asked,
    Children,
    EachAnswered,
    Events,
    Explained,
    Found,
    Heard,
    Owed,
    SeenLine,
    State,
    Waiting,
    Within,
)
from tests.standards import makings
from tests.standards.makings import TODAY, at, every, facts

LATE = {"reviewed_to": date(2026, 8, 18)}  # due 16 November, missed from today


def state_of(standard, today=TODAY, **known):
    return rules.stand(standard, facts(**known), at(today)).state


def accepted(on=TODAY, expires=date(2026, 12, 1), standard="every", yes=True):
    return (Explained(1, standard, on, yes, expires),)


def test_an_accepted_explanation_is_told_apart_from_met_and_from_missed():
    assert state_of(every, **LATE, explanations=accepted()) == "explained"


@pytest.mark.parametrize(
    ("explanations", "why"),
    [
        (accepted(yes=False, expires=None), "nobody has accepted it"),
        (accepted(expires=date(2026, 11, 16)), "the acceptance has run out"),
        (accepted(on=date(2026, 11, 16)), "it was given before this lateness began"),
        (accepted(standard="heard"), "it is about another promise"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_it_stays_missed_when(explanations, why):
    assert state_of(every, **LATE, explanations=explanations) == "missed"


def test_acceptance_holds_to_its_last_day_and_then_the_promise_is_missed_again():
    until = {"explanations": accepted(expires=date(2026, 11, 30))}
    assert state_of(every, date(2026, 11, 30), **LATE, **until) == "explained"
    assert state_of(every, date(2026, 12, 1), **LATE, **until) == "missed"


@pytest.mark.parametrize("verdict", ["met", "not_met", "on_paper_only"])
def test_a_judgement_never_makes_a_late_promise_met(verdict):
    assert state_of(every, **LATE, found=(Found(1, "every", verdict, TODAY),)) == "missed"


def test_met_on_paper_only_does_not_count_until_there_is_newer_evidence():
    looked = {"found": (Found(1, "every", "on_paper_only", date(2026, 11, 2)),)}
    assert state_of(every, reviewed_to=date(2026, 11, 1), **looked) == "missed"
    assert state_of(every, reviewed_to=date(2026, 11, 3), **looked) == "met"


def test_a_visit_still_to_come_is_no_newer_evidence_than_what_somebody_saw():
    planned = {"next_on": date(2026, 11, 20), "found": (Found(1, "next-contact", "on_paper_only", TODAY),)}
    assert state_of(next_contact, **planned) == "missed"


def test_a_row_says_when_an_explanation_waits_to_be_accepted():
    waiting = rules.row(every, facts(**LATE, explanations=accepted(yes=False, expires=None)), at())
    assert waiting.waits_for_acceptance
    assert not rules.row(every, facts(**LATE), at()).waits_for_acceptance


def test_a_promise_is_for_certain_children_and_says_why_not():
    only_protection = replace(every, applies_to=Children(levels=("child_protection",), born=True))
    said = {
        "died": facts(died_on=TODAY),
        "not born": facts(unborn=True, born_on=None, level="child_protection"),
        "not asked": facts(),
    }
    for words, known in said.items():
        row = rules.row(only_protection, known, at())
        assert row.state == "not_applicable"
        assert words in row.sentence


# Brought over on 1 November and first led on the 2nd: 28 days end on the 30th.
IMPORTED = {"came_from": "the census of 2026", "started_on": date(2019, 4, 1), "first_led_on": date(2026, 11, 2)}


@pytest.mark.parametrize(
    ("today", "first_led_on", "state"),
    [
        (date(2027, 11, 1), None, "not_yet"),
        (date(2026, 11, 30), date(2026, 11, 2), "not_yet"),
        (date(2026, 12, 1), date(2026, 11, 2), "missed"),  # 20 working days ended that 30th as well
    ],
)
def test_a_child_from_another_system_counts_once_led_here_for_a_while(today, first_led_on, state):
    family = replace(makings.has, id="family")
    assert state_of(family, today, **{**IMPORTED, "first_led_on": first_led_on}) == state


def test_what_such_a_child_says_here_is_owed_an_answer_from_the_first_day():
    asked = Asked((Owed(5, date(2026, 11, 16)),))
    assert state_of(makings.each_answered, **IMPORTED, owed={"each-answered": asked}) == "missed"
    assert state_of(makings.each_answered, **IMPORTED) == "not_yet"


def test_all_six_states_are_reached_and_counted():
    known = {
        State.MET: facts(reviewed_to=date(2026, 11, 1)),
        State.DUE: facts(reviewed_to=date(2026, 8, 19)),
        State.MISSED: facts(**LATE),
        State.EXPLAINED: facts(**LATE, explanations=accepted()),
        State.NOT_YET: facts(started_on=date(2026, 11, 1)),
        State.NOT_APPLICABLE: facts(died_on=TODAY),
    }
    stood = {state: rules.stand(every, each, at()).state for state, each in known.items()}
    assert stood == {state: state for state in State}
    assert rules.count(list(stood.values())) == {state.value: 1 for state in State}


def test_a_row_tells_how_its_due_day_comes_about():
    late = rules.row(every, facts(**LATE), at())
    assert late.because == "90 days from 18 August 2026"
    assert late.day_of == "day 91 of 90"


days = some.dates(date(2025, 1, 1), date(2027, 6, 1))
maybe_day = some.none() | days
texts = some.sampled_from(["", "n/a", ".", "I want my own bed.", "She drew a cat.", "as above"])
few = {"max_size": 2}
asked = some.builds(
    lambda open_, in_time, late: Asked(tuple(open_), in_time, late and late[0], late and late[1]),
    some.lists(some.builds(Owed, some.integers(1, 9), days), **few),
    maybe_day,
    some.none() | some.tuples(days, days).map(lambda pair: (max(pair), min(pair))),
)
events = some.builds(
    lambda open_, done: Events(tuple(open_), *(done or (None, None))),
    some.lists(some.builds(Waiting, some.integers(1, 9), days, texts), **few),
    some.none() | some.tuples(days, days).map(lambda pair: (max(pair), min(pair))),
)
owed = {each.id: asked for each in (*STANDARDS, *makings.ONE_OF_EACH) if isinstance(each, EachAnswered)}
owed |= {each.id: events for each in (*STANDARDS, *makings.ONE_OF_EACH) if isinstance(each, Within)}
children = some.builds(
    facts,
    level=some.sampled_from(["early_help", "child_in_need", "child_protection", "looked_after", "care_leaver"]),
    started_on=days,
    came_from=some.sampled_from(["", "the census of 2026"]),
    born_on=maybe_day,
    unborn=some.booleans(),
    leads=some.integers(0, 2),
    first_led_on=maybe_day,
    last_led_until=maybe_day,
    seen=some.lists(some.builds(SeenLine, days, some.sampled_from(["", "alone", "prevented"]), texts), max_size=3).map(
        lambda lines: tuple(sorted(lines, key=lambda line: line.on, reverse=True))
    ),
    heard=some.lists(some.builds(Heard, days, texts), max_size=3).map(lambda said: tuple(sorted(said, reverse=True))),
    owed=some.fixed_dictionaries({}, optional=owed),
    next_on=maybe_day,
    reviewed_to=maybe_day,
    parents=some.integers(0, 3),
    deciders=some.integers(0, 2),
)
standards = some.sampled_from([*STANDARDS, *makings.ONE_OF_EACH])


@given(standards, children, days)
@settings(deadline=None)
def test_nothing_late_is_ever_met(standard, known, today):
    standing = rules.stand(standard, known, at(today))
    if standing.late_from is not None:
        assert standing.state in (State.MISSED, State.EXPLAINED)
    if standing.state in (State.MET, State.DUE) and standing.due and not known.came_from:
        assert standing.due >= today or (standing.last and standing.last <= standing.due)


@given(standards, children, days, some.integers(0, 400))
@settings(deadline=None)
def test_waiting_never_mends_a_missed_promise(standard, known, today, later):
    before = rules.stand(standard, known, at(today)).state
    after = rules.stand(standard, known, at(today + timedelta(days=later))).state
    if before is State.MISSED:
        assert after is State.MISSED


@given(standards, children, days, some.lists(days, min_size=1, max_size=3))
@settings(deadline=None)
def test_words_about_a_promise_never_turn_it_into_met(standard, known, today, given_on):
    explained = tuple(Explained(n, standard.id, day, True, date(2028, 1, 1)) for n, day in enumerate(given_on))
    bare, told = (
        rules.stand(standard, known, at(today)),
        rules.stand(standard, replace(known, explanations=explained), at(today)),
    )
    assert told.state == bare.state or (bare.state, told.state) == (State.MISSED, State.EXPLAINED)


@given(some.sampled_from(STANDARDS), children, days)
@settings(deadline=None)
def test_every_state_of_every_standard_is_told_in_a_whole_sentence(standard, known, today):
    told = rules.tell(rules.row(standard, known, at(today)))
    assert told.endswith(".")
    assert "{" not in told
    assert "None" not in told


@given(children, days)
@settings(deadline=None)
def test_a_child_from_elsewhere_is_in_no_share_while_settling_in_unless_they_spoke_here(known, today):
    known = replace(known, came_from="the census of 2026", first_led_on=None)
    for standard in STANDARDS:
        if not standard.began_here(known):
            assert rules.stand(standard, known, at(today)).state not in COUNTED
