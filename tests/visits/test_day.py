"""A day in a child's life: what was learnt on a visit, and whether it was seen, told or assumed (S3-10, N18)."""

import pytest
from django.db import DatabaseError

from kith.access import acting_as
from kith.record import Refused
from kith.visits import queries, rules
from kith.visits.acts import Learnt, Seen
from kith.visits.models import ChildLine, DayItem
from tests.cast import TODAY
from tests.visits.going import not_seen, seal, the_log_will_not_be_written, visit, went_before

SUPPER = Learnt("food", "seen", "Pasta with peas, at the table.")
BEDTIME = Learnt("sleep", "told", "Asleep by ten most nights.", "Kelly")
STREET = Learnt("outside", "assumed", "Nobody helps.")


def line(cast, *day, **more):
    return Seen(cast.maya, True, alone="alone", saw="Drew.", day=day, **more)


def test_each_thing_is_kept_with_how_it_is_known_beside_the_childs_own_line(cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [line(cast, SUPPER, BEDTIME), Seen(cast.leo, True, alone="alone")])
        items = list(DayItem.objects.order_by("pk"))
        assert [(i.topic, i.known, i.told_by, i.text) for i in items] == [
            ("food", "seen", "", "Pasta with peas, at the table."),
            ("sleep", "told", "Kelly", "Asleep by ten most nights."),
        ]
        assert {i.person_id for i in items} == {cast.maya.pk}
        assert {i.line.visit_id for i in items} == {made.pk}
        assert queries.day_of(cast.leo) == {}


def test_a_neighbour_may_tell_what_the_door_did_not(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.maya, day=(Learnt("hard_day", "told", "Shouting at night.", "A neighbour"),))])
        assert DayItem.objects.get().told_by == "A neighbour"


def test_who_told_is_kept_only_of_what_was_told(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [line(cast, Learnt("food", "seen", "Soup.", "Kelly"))])
        assert DayItem.objects.get().told_by == ""


def test_the_newest_of_each_part_stands_first_with_the_two_before(cast):
    for days in (40, 30, 20, 10):
        went_before(cast, days, [line(cast, Learnt("food", "told", f"Supper {days} days ago."))])
    with acting_as(cast.aisha):
        day = queries.day_of(cast.maya)
    assert [item.text[:9] for item in day["food"]] == ["Supper 10", "Supper 20", "Supper 30"]


@pytest.mark.parametrize("learnt", [Learnt("moon", "seen", "Soup."), Learnt("food", "guessed", "Soup.")])
def test_an_answer_that_is_none_of_the_packs_is_refused_and_left_out_the_visit_saves(cast, learnt):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Choose one of the answers") as refusal:
            visit(cast.aisha, [line(cast, learnt)])
        assert refusal.value.field == "day"
        assert not ChildLine.objects.exists()
        visit(cast.aisha, [line(cast)])
        assert ChildLine.objects.exists()


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        ([{"told"}, {"told", "assumed"}, {"assumed"}], True),
        ([{"told"}, {"told", "seen"}, {"assumed"}], False),
        ([{"told"}, {"told"}, {"told"}, {"seen"}], True),
        ([{"told"}, {"told"}], False),
        ([], False),
    ],
)
def test_three_visits_running_at_which_nobody_saw_any_of_it_ask_somebody_to_look(days, asked):
    assert rules.only_told(days) is asked


def test_how_things_were_known_is_told_visit_by_visit(cast):
    went_before(cast, 30, [line(cast, SUPPER)])
    went_before(cast, 20, [line(cast, BEDTIME, STREET)])
    with acting_as(cast.aisha):
        assert queries.how_known(queries.day_of(cast.maya)) == [{"told", "assumed"}, {"seen"}]


@pytest.mark.parametrize("who", ["kelly", "priya"])
def test_families_and_partners_hold_no_grant_on_it(cast, who):
    with acting_as(cast.aisha):
        visit(cast.aisha, [line(cast, SUPPER)])
    with pytest.raises(DatabaseError, match="permission denied"), acting_as(cast.actors[who]):
        DayItem.objects.count()


def test_of_a_sealed_child_it_is_not_there(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [line(cast, SUPPER)])
    seal(cast, cast.maya)
    with acting_as(cast.aisha):
        assert not DayItem.objects.exists()


def test_nothing_of_the_day_is_saved_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        visit(cast.aisha, [line(cast, SUPPER)])
    assert not DayItem.objects.exists()


def test_what_is_learnt_keeps_the_day_of_the_visit(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [line(cast, SUPPER)])
        assert DayItem.objects.get().learnt_on == TODAY
