"""Who can agree to what for a child, and what is known of school, doctor and dentist (S1-18, S1-20)."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from kith import packs
from kith.access import acting_as
from kith.people.acts import (
    delegate,
    end_delegation,
    judge_understanding,
    move_home,
    note_agreed,
    record_parental_responsibility,
    say_service,
)
from kith.people.models import Agreed, Delegation, ServiceKnown, Understanding
from kith.people.queries import consents_of, services_of
from kith.people.rules import URGENT
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

PACK = packs.pack_for(settings.PACK, TODAY)
TOMORROW = TODAY + timedelta(days=1)
KELLY, TOMEK = "Kelly Okafor", "Tomek Nowak"


def line(cast, topic, child=None):
    with acting_as(cast.aisha):
        found = consents_of(child or cast.maya, PACK, TODAY)
        return next(one for one in found.table if one.topic.key == topic)


def let(cast, **told):
    given = {"topic": "school-trip", "to_name": "Rose Adams", "given_by": cast.people["kelly"], **told}
    with acting_as(cast.aisha):
        return delegate(by=cast.aisha, about=cast.maya, **given)


def said(cast, who, topic="medical", what="A filling", say="yes", child=None):
    with acting_as(cast.aisha):
        return note_agreed(by=cast.aisha, about=child or cast.maya, topic=topic, what=what, who=who, said=say)


def lives_with_carers(cast, child=None):
    with acting_as(cast.system):
        child = child or cast.maya
        move_home(
            by=cast.system, about=[child], on=TODAY - timedelta(5), lines="8 Fern Bank", postcode="", kind="placement"
        )


def born(child, on):
    with connection.cursor() as cursor:
        cursor.execute("update people_person set born_on = %s where id = %s", [on, child.pk])
    child.born_on = on


# -- the table


def test_s1_18_any_one_with_parental_responsibility_will_do_for_most_things(cast):
    found = line(cast, "medical")
    assert (found.who, found.clear, found.own) == ([KELLY, TOMEK], True, False)


def test_s1_18_leaving_the_country_needs_every_one_of_them(cast):
    assert said(cast, KELLY, "abroad", "A week in Spain").not_enough == f"{TOMEK} must agree too."
    assert said(cast, TOMEK, "abroad", "a week in spain").not_enough == ""
    assert "all of them" in " ".join(line(cast, "abroad").notes)


def test_s1_18_a_carer_away_from_home_cannot_agree_to_treatment_and_is_told_who_must(cast):
    lives_with_carers(cast)
    told = said(cast, "Rose Adams")
    assert told.not_enough == f"Rose Adams cannot agree to this alone. Ask {KELLY} or {TOMEK}."
    with acting_as(cast.aisha):
        assert Agreed.objects.get().who == "Rose Adams"  # the twin: what she said is kept
    assert "only what was delegated" in " ".join(line(cast, "medical").notes)
    assert "not at all" in " ".join(line(cast, "operation").notes)


def test_s1_18_what_was_delegated_a_carer_may_agree_to_until_it_ends(cast):
    lives_with_carers(cast)
    row = let(cast, topic="medical", written_where="the placement plan")
    assert said(cast, "rose adams").not_enough == ""
    assert "the placement plan" in " ".join(line(cast, "medical").notes)
    with acting_as(cast.aisha):
        assert end_delegation(by=cast.aisha, about=cast.maya, delegation=row, because="She moved.").ended_on == TODAY
    assert "Rose Adams" not in line(cast, "medical").who


def test_s1_18_a_delegation_that_ran_out_counts_no_more(cast):
    let(cast, on=TODAY - timedelta(30), until_on=TODAY - timedelta(1))
    assert "Rose Adams" not in line(cast, "school-trip").who
    let(cast, until_on=TODAY)
    assert "Rose Adams" in line(cast, "school-trip").who


def test_s1_18_nobody_on_record_is_a_gap_and_nothing_is_held_up(cast):
    found = line(cast, "medical", cast.sam)
    assert (found.who, found.clear) == ([], False)
    assert said(cast, KELLY, child=cast.sam).not_enough == found.gaps[0]
    with acting_as(cast.aisha):
        assert len(consents_of(cast.sam, PACK, TODAY).gaps) == 1


def test_s1_18_how_somebody_came_to_have_it_not_known_is_a_gap(cast):
    with acting_as(cast.aisha):
        record_parental_responsibility(by=cast.aisha, about=cast.sam, holder=cast.people["kelly"], acquired="not_known")
    assert line(cast, "medical", cast.sam).gaps == [
        f"How {KELLY} came to have parental responsibility is not known yet."
    ]


def test_s1_18_the_council_shares_it_under_a_care_order(cast):
    lives_with_carers(cast)
    with acting_as(cast.aisha):
        record_parental_responsibility(
            by=cast.aisha, about=cast.maya, holder=cast.people["gary"], acquired="care_order"
        )
    assert "The council shares parental responsibility" in " ".join(line(cast, "medical").notes)


@pytest.mark.parametrize(
    ("birthday", "own"),
    [
        (date(2010, 11, 17), True),  # sixteen today
        (date(2010, 11, 18), False),  # sixteen tomorrow
        (date(2008, 2, 29), True),
        (date(2017, 3, 4), False),
    ],
)
def test_s1_18_at_sixteen_their_own_word_will_do(cast, birthday, own):
    born(cast.maya, birthday)
    assert line(cast, "operation").own is own
    assert line(cast, "school-trip").own is False


def test_s1_18_a_child_who_understands_decides_that_one_thing(cast):
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "how": "She told me what the jab is for."}
        judge_understanding(**told, topic="immunisation", answer="yes", judged_by="Dr Amin")
    assert (line(cast, "immunisation").own, line(cast, "operation").own) == (True, False)
    assert said(cast, "Maya Okafor-Nowak", "immunisation", "The flu jab").not_enough == ""
    with acting_as(cast.aisha):
        judge_understanding(**told, topic="immunisation", answer="not_yet")
    assert line(cast, "immunisation").own is False


def test_s1_18_understanding_a_school_trip_gives_no_say_of_ones_own(cast):
    with acting_as(cast.aisha):
        judge_understanding(by=cast.aisha, about=cast.maya, topic="school-trip", answer="yes")
    assert line(cast, "school-trip").own is False


def test_s1_18_no_is_kept_and_needs_nobody_else(cast):
    assert said(cast, "Rose Adams", say="no").not_enough == ""


def test_s1_18_every_line_says_where_it_comes_from_and_the_words_of_urgency_are_there():
    for pack in (packs.pack_for(place, TODAY) for place in ("england", "jersey", "scotland")):
        assert len(pack.consents) == 9
        assert all(pack.cite(one) for one in pack.consents)
    assert {one.mark for one in packs.pack_for("scotland", TODAY).consents} == {"K"}
    assert URGENT.startswith("This advises and never delays emergency treatment")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"topic": "moon"}, "topic"),
        ({"topic": "operation"}, "topic"),
        ({"to_name": " "}, "to_name"),
        ({"given_by": None}, "given_by_name"),
        ({"until_on": TODAY - timedelta(1)}, "until_on"),
    ],
)
def test_a_delegation_that_cannot_be_is_refused_and_one_from_somebody_unknown_is_kept(cast, told, field):
    with pytest.raises(Refused) as refusal:
        let(cast, **told)
    assert refusal.value.field == field
    assert let(cast, given_by=None, given_by_name="An aunt").given_by_name == "An aunt"


@pytest.mark.parametrize(
    ("do", "told", "field"),
    [
        (judge_understanding, {"topic": "moon", "answer": "yes"}, "topic"),
        (judge_understanding, {"topic": "medical", "answer": "perhaps"}, "answer"),
        (judge_understanding, {"topic": "medical", "answer": "yes", "on": TOMORROW}, "on"),
        (note_agreed, {"topic": "moon", "what": "x", "who": "x", "said": "yes"}, "topic"),
        (note_agreed, {"topic": "medical", "what": "x", "who": "x", "said": "perhaps"}, "said"),
        (note_agreed, {"topic": "medical", "what": " ", "who": "x", "said": "yes"}, "what"),
        (note_agreed, {"topic": "medical", "what": "x", "who": " ", "said": "yes"}, "who"),
        (note_agreed, {"topic": "medical", "what": "x", "who": "x", "said": "no", "on": TOMORROW}, "on"),
        (say_service, {"service": "moon", "standing": "registered"}, "service"),
        (say_service, {"service": "gp", "standing": "perhaps"}, "standing"),
        (say_service, {"service": "gp", "standing": "registered", "since_on": TOMORROW}, "since_on"),
    ],
)
def test_what_nobody_could_read_is_refused(cast, do, told, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        do(by=cast.aisha, about=cast.maya, **told)
    assert refusal.value.field == field


def test_a_delegation_ends_once_and_on_its_own_childs_record(cast):
    row = let(cast)
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="another child"):
            end_delegation(by=cast.aisha, about=cast.leo, delegation=row)
        end_delegation(by=cast.aisha, about=cast.maya, delegation=row)
        with pytest.raises(Refused, match="ended already"):
            end_delegation(by=cast.aisha, about=cast.maya, delegation=row)


# -- services


def standing(cast, child=None, since=None):
    with acting_as(cast.aisha):
        return {one.service.key: one for one in services_of(child or cast.maya, PACK, TODAY, since)}


def learnt(cast, **told):
    with acting_as(cast.aisha):
        given = {"service": "school", "standing": "registered", "name": "St Anne’s", **told}
        return say_service(by=cast.aisha, about=cast.maya, **given)


def test_s1_20_a_child_of_nine_without_a_school_is_a_gap_until_it_is_known(cast):
    found = standing(cast, since=date(2026, 9, 1))
    assert (found["school"].is_gap, found["school"].due_on) == (True, date(2026, 9, 29))
    assert learnt(cast, standing="not_registered", ask_by=TOMORROW).asking == "Aisha Khan"
    assert standing(cast)["school"].due_on == TOMORROW
    learnt(cast, since_on=date(2021, 9, 1))
    found = standing(cast)
    assert (found["school"].is_gap, found["school"].known.name, found["school"].due_on) == (False, "St Anne’s", None)


@pytest.mark.parametrize(
    ("birthday", "services"),
    [
        (date(2026, 3, 2), {"gp", "dentist", "health_visitor"}),
        (date(2021, 11, 18), {"gp", "dentist", "health_visitor"}),  # five tomorrow
        (date(2021, 11, 17), {"gp", "dentist", "school"}),  # five today
        (date(2010, 11, 18), {"gp", "dentist", "school"}),  # sixteen tomorrow
        (date(2010, 11, 17), {"gp", "dentist"}),
    ],
)
def test_s1_20_each_age_has_its_own_services(cast, birthday, services):
    born(cast.maya, birthday)
    assert set(standing(cast)) == services


def test_s1_20_a_child_not_born_yet_is_asked_about_none(cast):
    born(cast.maya, None)
    cast.maya.expected_on = TOMORROW
    assert standing(cast) == {}


# -- who may, and what is kept when the log cannot be written

DOING = {
    "delegate": lambda cast, told: delegate(**told, topic="hair", to_name="Rose", given_by=cast.people["kelly"]),
    "end_delegation": lambda cast, told: end_delegation(**told, delegation=Delegation.objects.get()),
    "judge_understanding": lambda cast, told: judge_understanding(**told, topic="medical", answer="yes"),
    "note_agreed": lambda cast, told: note_agreed(**told, topic="medical", what="A jab", who=KELLY, said="yes"),
    "say_service": lambda cast, told: say_service(**told, service="gp", standing="not_known"),
}
TABLES = (Agreed, Delegation, Understanding, ServiceKnown)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    let(cast)
    before = [list(model.objects.order_by("pk").values()) for model in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, {"by": cast.aisha, "about": cast.maya})
    assert before == [list(model.objects.order_by("pk").values()) for model in TABLES]


@pytest.mark.parametrize("name", DOING)
def test_somebody_of_another_team_may_not(cast, name):
    let(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, {"by": cast.sol, "about": cast.maya})


def test_no_table_of_it_is_open_to_families_or_partners(cast):
    for name in ("kelly", "priya", "gary"):
        with acting_as(cast.actors[name]):
            for table in TABLES:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()
