"""Arranging visits, and moving them: was the family told before? (S3-11, design 7.4)"""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.visits import queries
from kith.visits.acts import Seen, plan_visit, rearrange_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW
from tests.visits.going import the_log_will_not_be_written, visit

FRIDAY = NOW + timedelta(days=3)
MONDAY = NOW + timedelta(days=6)


@pytest.fixture
def arranged(cast):
    """A visit on Friday, arranged with Maya and Leo together. Maya's own."""
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=FRIDAY)
        return PlannedVisit.objects.get(person=cast.maya)


def move(cast, planned, **details):
    given = {
        "by": cast.aisha,
        "about": cast.maya,
        "planned": planned,
        "planned_for": MONDAY,
        "told_before": "yes",
        "told_who": "Kelly",
        "told_at": NOW - timedelta(hours=1),
        "told_how": "phone",
        "moved_by": "us",
        "because": "I am in court.",
        **details,
    }
    return rearrange_visit(**given)


def test_a_visit_is_arranged_with_each_child(cast, arranged):
    with acting_as(cast.aisha):
        today, later = queries.coming_visits(cast.aisha)
        assert today == []
        assert [p.person.called for p in later] == ["Leo Okafor-Nowak", "Maya Okafor-Nowak"]
        assert queries.next_visits([cast.maya], cast.aisha)[cast.maya.pk] == arranged
        assert [p.person for p in queries.planned_together(arranged)] == [cast.leo]
        assert Occasion.objects.filter(name="plan_visit").count() == 1
        assert Act.objects.filter(name="plan_visit").count() == 2


def test_a_visit_may_be_arranged_with_one_child(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.sam, planned_for=FRIDAY, mode="office")
        assert PlannedVisit.objects.get().mode == "office"


def test_the_past_cannot_be_arranged(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="That time has passed") as refusal:
            plan_visit(by=cast.aisha, about=cast.sam, planned_for=NOW)
        assert refusal.value.field == "at"
        assert not PlannedVisit.objects.exists()


def test_a_place_that_is_none_of_the_packs_is_refused(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="where you will meet") as refusal:
            plan_visit(by=cast.aisha, about=cast.sam, planned_for=FRIDAY, mode="moon")
        assert refusal.value.field == "mode"
        assert not PlannedVisit.objects.exists()


def test_the_same_arrangement_sent_twice_is_made_once(cast):
    with acting_as(cast.aisha):
        for _ in range(2):
            plan_visit(by=cast.aisha, about=[cast.maya], planned_for=FRIDAY, key="once")
        assert PlannedVisit.objects.count() == 1


def test_moving_says_who_was_told_when_how_and_why(cast, arranged):
    with acting_as(cast.aisha):
        new = move(cast, arranged)
        arranged.refresh_from_db()
        assert arranged.replaced_by == new
        assert (arranged.told_before, arranged.told_who, arranged.told_how) == ("yes", "Kelly", "phone")
        assert (arranged.moved_by, arranged.moved_because) == ("us", "I am in court.")
        assert (new.planned_for, new.mode, new.unannounced) == (MONDAY, "home", False)
        assert list(queries.visits_to_come(cast.maya)) == [new]


def test_a_family_that_was_not_told_is_said_so_and_the_visit_moves_all_the_same(cast, arranged):
    with acting_as(cast.aisha):
        move(cast, arranged, told_before="no", told_who="", told_at=None)
        arranged.refresh_from_db()
        assert (arranged.told_before, arranged.told_at) == ("no", None)


def test_a_visit_arranged_with_brothers_and_sisters_moves_for_all_of_them_at_once(cast, arranged):
    with acting_as(cast.aisha):
        together = [arranged, *queries.planned_together(arranged)]
        move(cast, together, about=[cast.maya, cast.leo])
        assert [p.planned_for for p in queries.visits_to_come(cast.leo)] == [MONDAY]
        assert Occasion.objects.filter(name="rearrange_visit").count() == 1


def test_when_it_is_not_safe_to_tell_the_family_sees_neither_the_move_nor_the_new_time(cast, arranged):
    with acting_as(cast.aisha):
        new = move(cast, arranged, told_before="not_safe", not_safe_because="risk_to_child", told_who="", told_at=None)
        assert new.unannounced
    with acting_as(cast.kelly):
        assert not PlannedVisit.objects.filter(person=cast.maya).exists()
        assert PlannedVisit.objects.filter(person=cast.leo).exists()


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"told_before": ""}, "told_before", "told before"),
        ({"told_before": "perhaps"}, "told_before", "told before"),
        ({"told_who": " "}, "told_who", "who was told"),
        ({"told_at": None}, "told_on", "when they were told"),
        ({"told_at": NOW + timedelta(hours=1)}, "told_on", "has not come yet"),
        ({"told_before": "not_safe"}, "not_safe_because", "not safe to tell"),
        ({"because": ""}, "because", "why the visit had to change"),
        ({"planned_for": NOW}, "at", "still to come"),
    ],
)
def test_s3_11_a_move_that_leaves_the_family_guessing_is_refused_and_no_visit_has_moved(
    cast, arranged, change, field, said
):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=said) as refusal:
            move(cast, arranged, **change)
        assert refusal.value.field == field
        assert PlannedVisit.objects.count() == 2


def test_told_after_the_visit_was_due_is_not_told_before(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(minutes=5))
        planned = PlannedVisit.objects.get()
    later = cast.at("aisha", NOW + timedelta(hours=2))
    with acting_as(later):
        told = {"told_at": NOW + timedelta(hours=1)}
        with pytest.raises(Refused, match="not told before") as refusal:
            move(cast, planned, by=later, **told)
        assert refusal.value.field == "told_before"
        move(cast, planned, by=later, told_before="no")


def test_a_visit_made_or_moved_is_not_moved_again(cast, arranged):
    with acting_as(cast.aisha):
        move(cast, arranged)
        with pytest.raises(Refused, match="made, moved or called off already"):
            move(cast, arranged)
        new = queries.next_visits([cast.maya], cast.aisha)[cast.maya.pk]
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", planned=new)])
        with pytest.raises(Refused, match="made, moved or called off already"):
            move(cast, new)


def test_the_same_move_sent_twice_moves_once(cast, arranged):
    with acting_as(cast.aisha):
        assert move(cast, arranged, key="once") == move(cast, arranged, key="once")
        assert PlannedVisit.objects.filter(person=cast.maya).count() == 2


def test_someone_from_another_team_neither_arranges_nor_moves(cast, arranged):
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            plan_visit(by=cast.sol, about=[cast.maya], planned_for=FRIDAY)
        with pytest.raises(NotYours):
            move(cast, arranged, by=cast.sol)


def test_nothing_is_arranged_or_moved_when_the_log_cannot_be_written(cast, arranged):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.sam], planned_for=FRIDAY)
    assert PlannedVisit.objects.count() == 2


def test_nothing_moves_when_the_log_cannot_be_written(cast, arranged):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        move(cast, arranged)
    assert PlannedVisit.objects.filter(replaced_by=None).count() == 2
