"""What a line still lacks: asked for and owed, never required to save."""

from datetime import date, datetime

import pytest

from kith import packs
from kith.people.models import Person
from kith.visits import rules
from kith.visits.forms import OUTCOMES
from kith.visits.rules import Promised, Said, Seen
from tests.cast import TODAY

NINE = Person(called="Maya", born_on=date(2017, 3, 4))
BABY = Person(called="Sam", born_on=date(2026, 3, 2))
UNBORN = Person(called="Baby", expected_on=date(2027, 1, 1))
PACK = packs.pack_for("england-2026", TODAY)


def missing(person, seen=True, others=(), **line):
    saw = "Drew a boat." if person is NINE else ""
    return rules.gaps(Seen(person, seen, **{"saw": saw, **line}), TODAY, others)


def test_a_whole_line_lacks_nothing():
    assert missing(NINE, alone="alone") == []
    assert missing(BABY, alone="not_appropriate", saw="Smiled at his mother.") == []
    assert missing(NINE, seen=False, not_seen_because="out", plan_to_see="Tomorrow at school.") == []


def test_whether_a_child_was_alone_is_asked_every_time():
    assert missing(NINE) == ["alone"]


@pytest.mark.parametrize("alone", ["prevented", "not_tried", "child_chose_not", "not_appropriate"])
def test_not_alone_wants_a_reason_in_words(alone):
    assert missing(NINE, alone=alone, alone_words="n/a") == ["alone_reason"]
    assert missing(NINE, alone=alone, alone_words="She asked her sister to stay.") == []


def test_that_a_baby_is_not_left_alone_explains_itself():
    assert missing(BABY, alone="not_appropriate", saw="Slept.") == []
    assert missing(BABY, alone="prevented", saw="Slept.") == ["alone_reason"]


@pytest.mark.parametrize("said", [(), [Said("wish", "n/a")]])
def test_s0_02_a_child_who_was_seen_was_heard_or_something_was_seen_of_them(said):
    assert missing(NINE, alone="alone", saw="", said=said) == ["observation"]
    assert missing(NINE, alone="alone", saw="", said=[Said("wish", "I want my own bed")]) == []


def test_s1_04_words_of_others_are_no_observation_of_a_baby():
    assert missing(BABY, alone="not_appropriate", said=[Said("wish", "Nan says he babbles.")]) == ["observation"]


@pytest.mark.parametrize("young", [BABY, UNBORN])
def test_the_very_young_are_observed_every_time(young):
    assert missing(young, alone="not_appropriate", saw="-") == ["observation"]


def test_a_fifth_birthday_ends_it():
    born = Person(called="Leo", born_on=date(2021, 11, 17))
    assert not rules.is_young(born, TODAY)
    assert rules.is_young(born, date(2026, 11, 16))


def test_a_sisters_words_over_again_are_no_observation():
    assert missing(BABY, alone="not_appropriate", saw="Drew.", others=["drew"]) == ["observation"]


def test_not_seen_wants_a_reason_and_a_plan_to_see_the_child():
    assert missing(NINE, seen=False) == ["not_seen_reason", "plan_to_see"]
    assert missing(NINE, seen=False, not_seen_because="other", plan_to_see="Thursday.") == ["not_seen_reason"]
    assert missing(NINE, seen=False, not_seen_because="other", not_seen_words="A fire drill.", plan_to_see="Now.") == []


def test_daily_life_is_owed_by_a_visit_home_at_which_somebody_was_seen():
    seen, unseen = Seen(NINE, True), Seen(BABY, False)
    assert rules.owes_daily_life("home", [unseen, seen], "") is seen
    assert rules.owes_daily_life("home", [unseen], "") is None
    assert rules.owes_daily_life("school", [seen], "") is None
    assert rules.owes_daily_life("home", [seen], "Soup on the stove.") is None


@pytest.mark.parametrize(("running", "asked"), [(0, False), (1, False), (2, True), (5, True)])
def test_the_second_visit_running_without_seeing_the_child_asks(running, asked):
    assert rules.asks_strategy_question(running) is asked


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - already home time


@pytest.mark.parametrize(
    ("began", "said"),
    [
        ([at(17, 10), at(12, 10, 40), at(4, 10, 15)], "10am"),
        ([at(17, 10), at(12, 16), at(4, 10)], ""),
        ([at(15, 10), at(12, 10), at(4, 10)], ""),  # a Sunday
        ([at(17, 10), at(12, 10)], ""),
        ([], ""),
    ],
)
def test_three_visits_at_the_same_time_of_a_weekday_suggest_another(began, said):
    assert rules.usual_time(began) == said


def test_the_rules_and_the_pack_mean_the_same_answers():
    assert set(rules.NOT_COUNTED) == PACK.flagged("visit_mode", "never_stops_clock")
    assert set(rules.ALONE_ALERTS) == PACK.flagged("alone", "alerts")
    assert set(rules.REASON_NEEDS_WORDS) == PACK.flagged("not_seen_reasons", "asks_why")
    assert {"alone", *rules.ALONE_NEEDS_WORDS} == {code for code, _ in PACK.choices("alone")}
    assert rules.UNSORTED in {code for code, _ in PACK.choices("words_kind")}


def test_how_a_promise_ends_is_asked_in_the_words_of_its_four_ends():
    assert tuple(code for code, _ in OUTCOMES) == rules.OUTCOMES


def test_a_line_is_a_child_of_its_own():
    line = Seen(NINE, True, said=[Said("wish", "A dog")], promised=[Promised("Ask")])
    assert (line.person, line.said[0].text, line.promised[0].due_on) == (NINE, "A dog", None)
