"""Reading visits back: who was seen when, what stands behind each line, and who is not there for this reader."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement.acts import close_work
from kith.people.queries import siblings_of
from kith.visits import queries
from kith.visits.acts import Said, Seen, plan_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import not_seen, seal, visit, went_before


def alone(child, **details):
    return Seen(child, True, alone="alone", **details)


def to_visit(actor, child):
    return queries.children_to_visit(actor, child, siblings_of(child))


def test_each_childs_line_is_its_own_with_what_is_shared_and_who_else_it_was_to(cast):
    with acting_as(cast.aisha):
        said = [Said("wish", "A dog"), Said("good_thing", "I swam")]
        visit(cast.aisha, [alone(cast.maya, saw="Drew.", said=said), not_seen(cast.leo)], opened_at=NOW)
        (made,) = queries.made_to(cast.maya)
        assert (made.line.saw, made.words, made.others) == ("Drew.", 2, ["Leo Okafor-Nowak"])
        assert made.line.visit.for_everyone.startswith("Warm")
        assert queries.made_to(cast.leo)[0].words == 0
        assert queries.made_to(cast.leo)[0].line.saw == ""


def test_how_long_recording_took_is_told_unless_the_form_was_left_open(cast):
    with acting_as(cast.aisha):
        for opened in (NOW - timedelta(minutes=6), NOW - timedelta(hours=9), None):
            visit(cast.aisha, [alone(cast.maya)], opened_at=opened)
        assert [made.minutes for made in queries.made_to(cast.maya)] == [None, None, 6]


def test_a_visit_written_up_after_the_limit_is_late_and_both_days_are_told(cast):
    went_before(cast, 1, [alone(cast.maya)])
    later = replace(cast.aisha, now=NOW)
    with acting_as(later):
        on = TODAY - timedelta(days=6)
        visit(later, [alone(cast.maya)], on=on, happened_at=NOW - timedelta(days=6))
        in_time, late = queries.made_to(cast.maya)
        assert (in_time.late, in_time.apart) == (False, False)
        assert (late.late, late.apart, late.written_on) == (True, True, TODAY)


def test_last_seen_last_seen_alone_and_last_tried_are_three_days(cast):
    went_before(cast, 20, [alone(cast.maya)])
    went_before(cast, 10, [Seen(cast.maya, True, alone="not_tried")])
    went_before(cast, 3, [not_seen(cast.maya)])
    with acting_as(cast.aisha):
        seen = queries.standing_of(cast.maya)
        days = [(TODAY - day).days for day in (seen.seen_on, seen.alone_on, seen.tried_on)]
        assert days == [10, 20, 3]


def test_visits_running_without_seeing_each_child_are_counted_in_one_go(cast):
    went_before(cast, 20, [not_seen(cast.maya), not_seen(cast.leo)])
    went_before(cast, 10, [alone(cast.maya), not_seen(cast.leo)])
    went_before(cast, 3, [not_seen(cast.maya), not_seen(cast.leo)])
    with acting_as(cast.aisha):
        people = [cast.maya.pk, cast.leo.pk, cast.sam.pk]
        assert queries.unseen_running(people) == {cast.maya.pk: 1, cast.leo.pk: 3}


def test_the_list_costs_the_same_however_long_it_is(cast, django_assert_num_queries):
    for days in (9, 6, 3):
        went_before(cast, days, [alone(cast.maya, said=[Said("wish", "A dog")]), not_seen(cast.leo)])
    with acting_as(cast.aisha), django_assert_num_queries(5):
        assert len(queries.made_to(cast.maya)) == 3


def test_a_visit_may_be_to_the_brothers_and_sisters_the_reader_works_with(cast):
    with acting_as(cast.aisha):
        assert to_visit(cast.aisha, cast.leo) == [cast.leo, cast.maya, cast.sam]


def test_a_brother_whose_work_has_ended_is_not_asked_about(cast):
    with acting_as(cast.system):
        close_work(by=cast.system, about=cast.sam, reason="RC1")
    with acting_as(cast.aisha):
        assert to_visit(cast.aisha, cast.maya) == [cast.maya, cast.leo]


def test_a_sealed_brother_is_not_there(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [alone(cast.maya), alone(cast.leo)])
    seal(cast, cast.leo)
    with acting_as(cast.aisha):
        assert to_visit(cast.aisha, cast.maya) == [cast.maya, cast.sam]
        assert queries.made_to(cast.maya)[0].others == []


def test_without_a_tie_a_reader_may_write_about_no_sister(cast):
    with acting_as(cast.sol):
        assert to_visit(cast.sol, cast.maya) == [cast.maya]
    with acting_as(cast.theo):
        assert len(to_visit(cast.theo, cast.maya)) == 3


def test_what_is_arranged_for_a_day_is_found_by_child(cast):
    with acting_as(cast.aisha):
        for hours in (5, 2, 30):
            plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(hours=hours))
        found = queries.planned_on([cast.maya, cast.sam], TODAY)
        assert [planned.planned_for for planned in found[cast.maya.pk]] == [
            NOW + timedelta(hours=2),
            NOW + timedelta(hours=5),
        ]
        assert set(found) == {cast.maya.pk}


def test_the_day_begins_at_midnight_where_the_family_lives(cast):
    """In summer midnight at home is eleven the evening before by the clock the database keeps."""
    summer = cast.at("aisha", NOW.replace(month=7, day=1, hour=9))
    with acting_as(cast.system):
        system = replace(cast.system, now=summer.now.replace(hour=1) - timedelta(days=2))
        plan_visit(by=system, about=cast.maya, planned_for=summer.now.replace(day=1, hour=22, minute=59))
        plan_visit(by=system, about=cast.maya, planned_for=summer.now.replace(day=1, hour=23, minute=1))
    with acting_as(cast.system):
        assert len(queries.planned_on([cast.maya], summer.today)[cast.maya.pk]) == 1
        assert PlannedVisit.objects.count() == 2


def test_a_saved_visit_is_shown_only_to_whoever_saved_it_on_the_page_of_a_child_it_was_to(cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [alone(cast.maya), not_seen(cast.leo)])
        assert len(queries.saved_by(cast.aisha, cast.maya, made.pk)) == 2
        assert queries.saved_by(cast.aisha, cast.sam, made.pk) == []
    with acting_as(cast.grace):
        assert queries.saved_by(cast.grace, cast.maya, made.pk) == []


@pytest.mark.parametrize(("sort", "told"), [("harm", True), ("worry", False)])
def test_only_words_that_tell_of_harm_lead_to_worried_now(cast, sort, told):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [alone(cast.leo), alone(cast.maya, said=[Said(sort, "He shouts")])])
        assert queries.told_of_harm(made) == (cast.maya if told else None)
