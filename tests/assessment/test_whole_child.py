"""The whole child: life today, growing by age, wellbeing in each one's view (S1-03, S1-07, S4-02)."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.assessment import acts, queries, rules
from kith.assessment.models import LifeToday, StageMark, Wellbeing
from kith.people.acts import begin_record
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

DOING = {
    "say_life_today": lambda cast, by: acts.say_life_today(by=by, about=cast.maya, text="She gets herself up."),
    "mark_growing": lambda cast, by: acts.mark_growing(
        by=by, about=cast.maya, marks={"talking": ("expected", "Tells long stories.")}
    ),
    "rate_wellbeing": lambda cast, by: acts.rate_wellbeing(
        by=by, about=cast.maya, view="child", view_of="Maya", scores={"safe": 4, "included": 9}
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_the_lead_worker_and_duty_may_and_a_stranger_may_not(cast, name):
    for who in ("aisha", "theo"):
        with acting_as(cast.actors[who]):
            if (who, name) == ("theo", "say_life_today"):
                acts.say_life_today(by=cast.theo, about=cast.maya, text="Nan takes her to school now.")
            else:
                DOING[name](cast, cast.actors[who])
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, cast.sol)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, cast.aisha)
    with acting_as(cast.aisha):
        assert [model.objects.count() for model in (LifeToday, StageMark, Wellbeing)] == [0, 0, 0]


def test_life_today_is_said_in_new_words_each_time(cast):
    with acting_as(cast.aisha):
        DOING["say_life_today"](cast, cast.aisha)
        with pytest.raises(Refused, match="words of last time"):
            DOING["say_life_today"](cast, cast.aisha)
        with pytest.raises(Refused, match="Write what life"):
            acts.say_life_today(by=cast.aisha, about=cast.maya, text="  ")
        assert queries.life_today(cast.maya).text == "She gets herself up."


def test_life_today_rests_only_on_this_childs_words(cast):
    from kith.voice.acts import write_down_words

    with acting_as(cast.aisha):
        said = write_down_words(by=cast.aisha, about=cast.leo, sort="wish", text="I want my bike.")
        with pytest.raises(Refused, match="this child"):
            acts.say_life_today(by=cast.aisha, about=cast.maya, text="Calm.", words=said)
        made = acts.say_life_today(by=cast.aisha, about=cast.leo, text="Calm.", words=said)
        assert queries.life_today(cast.leo).words == said == made.words


@pytest.mark.parametrize(
    ("born", "stage"),
    [
        (date(2026, 6, 1), "to_6_months"),
        (date(2023, 11, 17), "to_5"),
        (date(2023, 11, 18), "to_3"),
        (date(2000, 1, 1), "grown"),
    ],
)
def test_s1_07_the_band_is_the_one_of_the_day(born, stage):
    assert rules.stage_at(born, TODAY)[0] == stage


def test_s1_07_a_worry_without_what_was_seen_is_kept_and_owes_it(cast):
    with acting_as(cast.aisha):
        made = acts.mark_growing(by=cast.aisha, about=cast.maya, marks={"moving": ("concern", "")})
        assert (made[0].mark, made[0].saw) == ("concern", "")


@pytest.mark.parametrize("marks", [{}, {"flying": ("expected", "")}, {"moving": ("superb", "")}])
def test_marks_are_of_the_list(cast, marks):
    with acting_as(cast.aisha), pytest.raises(Refused):
        acts.mark_growing(by=cast.aisha, about=cast.maya, marks=marks)


def test_growing_needs_a_date_of_birth(cast):
    with acting_as(cast.system):
        child = begin_record(by=cast.system, given="Noor", family="Haddad")
        with pytest.raises(Refused, match="born first"):
            acts.mark_growing(by=cast.system, about=child, marks={"moving": ("expected", "")})


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"scores": {}}, "view"),
        ({"scores": {"safe": 11}}, "safe"),
        ({"scores": {"richness": 3}}, "view"),
        ({"view": "cat"}, "view"),
        ({"view_of": " "}, "view_of"),
    ],
)
def test_a_view_is_somebodys_and_from_0_to_10(cast, given, field):
    details = {"view": "child", "view_of": "Maya", "scores": {"safe": 3}, **given}
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        acts.rate_wellbeing(by=cast.aisha, about=cast.maya, **details)
    assert refused.value.field == field


def test_s4_02_three_siblings_have_three_records(cast):
    with acting_as(cast.aisha):
        for child, score in ((cast.maya, 3), (cast.leo, 7), (cast.sam, 9)):
            acts.rate_wellbeing(by=cast.aisha, about=child, view="worker", view_of="Aisha", scores={"safe": score})
        assert [queries.wellbeing(c)["safe"]["worker"][-1].score for c in (cast.maya, cast.leo, cast.sam)] == [3, 7, 9]
