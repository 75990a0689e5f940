"""Signs ticked on any record, and the one rule that asks somebody to look at several together (S2-05)."""

from collections import namedtuple
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.assessment import acts, queries
from kith.assessment.models import IndicatorSeen, PatternLook
from kith.assessment.rules import asks_for_a_look
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.story.acts import tell_history
from kith.voice.acts import write_down_words
from tests.assessment.making import PACK, begun
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

Ticked = namedtuple("Ticked", "pk event_id seen_on look_id", defaults=[None])
FIRST = date(2026, 6, 1)


def in_90_days(first):
    return first + timedelta(days=90)


def asks(*days_and_events, looked=()):
    signs = [
        Ticked(n, event, FIRST + timedelta(days=days), 1 if event in looked else None)
        for n, (days, event) in enumerate(days_and_events)
    ]
    return [one.event_id for one in asks_for_a_look(signs, 3, in_90_days)]


def test_s2_05_three_records_within_the_days_ask_and_two_do_not():
    assert asks((0, "a"), (40, "b")) == []
    assert asks((0, "a"), (40, "b"), (90, "c")) == ["a", "b", "c"]
    assert asks((0, "a"), (40, "b"), (91, "c")) == []


def test_s2_05_several_signs_on_one_record_count_once():
    assert asks((0, "a"), (0, "a"), (5, "b")) == []
    assert asks((0, "a"), (0, "a"), (5, "b"), (6, "c")) == ["a", "a", "b", "c"]


def test_s2_05_what_was_looked_at_asks_no_more_until_one_more_record_comes_within_the_days():
    seen = [(0, "a"), (5, "b"), (6, "c")]
    assert asks(*seen, looked="abc") == []
    assert asks(*seen, (60, "d"), looked="abc") == ["a", "b", "c", "d"]
    assert asks(*seen, (100, "d"), looked="abc") == []


def test_a_chain_longer_than_the_days_is_shown_whole():
    assert asks((0, "a"), (50, "b"), (80, "c"), (120, "d")) == ["a", "b", "c", "d"]


@pytest.fixture
def records(cast):
    """Four records about Maya, each on its own day, each of another kind."""
    with acting_as(cast.aisha):
        on = [TODAY - timedelta(days=days) for days in (100, 60, 30, 2)]
        by = {"by": cast.aisha, "about": cast.maya}
        write_down_words(**by, on=on[0], sort="worry", text="There was no tea again.")
        tell_history(**by, on=on[1], what="Weighed less.", happened=_day(on[1]), told_by="Nurse", lens="health")
        write_down_words(**by, on=on[2], sort="worry", text="I slept in my coat.")
        acts.contribute(**by, on=on[3], assessment=begun(cast), called="School", kind="fact", text="Not fetched.")
        names = ("write_down_words", "tell_history", "contribute")
        return list(Act.objects.filter(person=cast.maya, name__in=names).order_by("happened_on"))


def _day(on):
    from kith.calendar import PartDate

    return PartDate(on, "day")


def tick(cast, event, *signs, by="aisha", **more):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.tick_signs(by=actor, about=cast.maya, event=event, signs=signs or ("neglect-hungry",), **more)


def waiting(cast):
    with acting_as(cast.aisha):
        return queries.patterns_waiting([cast.maya.pk], PACK)


def test_s2_05_three_signs_of_neglect_on_different_records_ask_once_with_all_three_as_their_sources(cast, records):
    old, *three = records
    tick(cast, three[0])
    tick(cast, three[1], "neglect-dirty", "neglect-home")
    assert waiting(cast) == []
    tick(cast, three[2], "neglect-late", words="The school rang at five.")
    (one,) = waiting(cast)
    assert (one.person, one.pattern.harm, one.pattern.records) == (cast.maya, "neglect", 3)
    assert [sign.event for sign in one.pattern.signs] == [three[0], three[1], three[1], three[2]]
    assert one.pattern.signs[-1].seen_on == three[2].happened_on
    tick(cast, old)  # 98 days before the last, 40 before the first of the three
    assert [len(one.pattern.signs) for one in waiting(cast)] == [5], "four of them are within 90 days too"


def test_signs_of_another_harm_or_another_child_do_not_add_up(cast, records):
    for event, sign in zip(records[1:], ("neglect-hungry", "neglect-dirty", "hurt-story"), strict=True):
        tick(cast, event, sign)
    assert waiting(cast) == []
    with acting_as(cast.aisha):
        assert queries.patterns_waiting([cast.leo.pk], PACK) == []


def test_a_sign_ticked_twice_on_one_record_stands_once(cast, records):
    tick(cast, records[0])
    assert tick(cast, records[0]) == []
    assert [one.sign for one in tick(cast, records[0], "neglect-hungry", "neglect-tired")] == ["neglect-tired"]
    with acting_as(cast.aisha):
        assert IndicatorSeen.objects.count() == 2


def three_ticked(cast, records):
    for event in records[1:]:
        tick(cast, event)


def look(cast, by="aisha", **details):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.look_at_pattern(by=actor, about=cast.maya, harm="neglect", **details)


BOTH = {"made_of_it": "Food runs out before the end of each month.", "next_step": "The food bank, this Friday."}


def test_s2_05_a_pattern_stands_until_somebody_writes_what_it_means_and_what_is_done(cast, records):
    three_ticked(cast, records)
    for half in ({"made_of_it": BOTH["made_of_it"]}, {"next_step": BOTH["next_step"]}, {**BOTH, "next_step": "n/a"}):
        assert look(cast, **half).pk, "kept, however little it is (design 7.1)"
        assert len(waiting(cast)) == 1
    done = look(cast, **BOTH)
    assert waiting(cast) == []
    with acting_as(cast.aisha):
        assert {one.look for one in queries.signs_of(cast.maya)} == {done}
        assert queries.looks_together(cast.maya).count() == 4
    tick(cast, records[0], "neglect-late")
    (again,) = waiting(cast)
    assert again.pattern.looked_before


def test_nothing_closes_a_pattern_without_a_word(cast, records):
    three_ticked(cast, records)
    with pytest.raises(Refused) as refusal:
        look(cast, made_of_it=" ")
    assert refusal.value.field == "made_of_it"
    assert len(waiting(cast)) == 1


def test_there_is_nothing_to_look_at_without_signs_that_ask(cast, records):
    tick(cast, records[0])
    with pytest.raises(Refused, match="No signs ask"):
        look(cast, **BOTH)


@pytest.mark.parametrize(
    ("signs", "field"), [((), "signs"), (("neglect-cat",), "signs"), (("neglect-hungry", "neglect-cat"), "signs")]
)
def test_a_sign_that_is_not_of_the_list_is_refused_and_none_of_them_kept(cast, records, signs, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.tick_signs(by=cast.aisha, about=cast.maya, event=records[0], signs=signs)
    assert refusal.value.field == field
    with acting_as(cast.aisha):
        assert not IndicatorSeen.objects.exists()


def test_a_sign_stands_on_a_record_of_the_very_child(cast, records):
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        acts.tick_signs(by=cast.aisha, about=cast.leo, event=records[0], signs=["neglect-hungry"])


def test_the_lead_worker_and_duty_may_tick_and_look_and_a_stranger_may_not(cast, records):
    three_ticked(cast, records)
    assert tick(cast, records[0], by="theo")
    assert look(cast, by="theo", **BOTH)
    with pytest.raises(NotYours):
        tick(cast, records[1], "neglect-home", by="sol")
    with pytest.raises(NotYours):
        look(cast, by="sol", **BOTH)


def test_nothing_is_ticked_or_closed_when_the_log_cannot_be_written(cast, records):
    three_ticked(cast, records)
    with the_log_will_not_be_written():
        tick(cast, records[0])
        look(cast, **BOTH)
    with acting_as(cast.aisha):
        assert (IndicatorSeen.objects.count(), PatternLook.objects.count()) == (3, 0)
        assert not IndicatorSeen.objects.exclude(look=None).exists()


@pytest.mark.parametrize("who", ["kelly", "priya", "maya"])
def test_nobody_outside_holds_a_grant_on_signs_or_on_what_was_made_of_them(cast, who):
    from django.db import ProgrammingError, transaction

    from tests.handing import child_actor

    with acting_as(child_actor(cast) if who == "maya" else cast.actors[who]):
        for model in (IndicatorSeen, PatternLook):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                model.objects.first()


def test_the_lines_of_the_log_are_for_staff_alone(cast, records):
    three_ticked(cast, records)
    look(cast, **BOTH)
    with acting_as(cast.system):
        lines = Act.objects.filter(name__in=["tick_signs", "look_at_pattern"])
        assert all(line.staff_only for line in lines)
        assert not any("neglect" in line.said.lower() or "hungry" in line.said for line in lines)


def test_signs_are_offered_by_age(cast):
    baby, teen = PACK.signs_at(0)["neglect"], PACK.signs_at(15)["neglect"]
    assert "neglect-nappy" in {one.code for one in baby}
    assert {one.code for one in teen} & {"neglect-nappy", "neglect-out"} == {"neglect-out"}
    assert "exploited" not in PACK.signs_at(3)
    assert {one.code for one in PACK.signs_at(None)["neglect"]} >= {"neglect-nappy", "neglect-out"}
