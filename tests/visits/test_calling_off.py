"""Calling a visit off, and saying that nobody came: was the family told before, and how long before? (S3-11, N17)"""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Occasion
from kith.standards import queries as standards
from kith.visits import queries
from kith.visits.acts import Seen, call_off_visit, plan_visit, rearrange_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import the_log_will_not_be_written, visit

FRIDAY = NOW + timedelta(days=3)
TOLD = {"told_before": "yes", "told_who": "Kelly", "told_at": NOW - timedelta(hours=1), "told_how": "phone"}


@pytest.fixture
def arranged(cast):
    """A visit on Friday, arranged with Maya and Leo together. Maya's own."""
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=FRIDAY)
        return PlannedVisit.objects.get(person=cast.maya)


def call_off(cast, planned, **details):
    given = {
        "by": cast.aisha,
        "about": cast.maya,
        "planned": planned,
        "moved_by": "us",
        "because": "I am in court.",
        **TOLD,
        **details,
    }
    return call_off_visit(**given)


def next_contact(cast):
    return next(row for row in standards.panel(cast.maya, cast.aisha) if row.id == "next-contact")


def test_a_visit_called_off_is_no_longer_to_come_and_says_who_was_told(cast, arranged):
    with acting_as(cast.aisha):
        assert next_contact(cast).state == "met"
        call_off(cast, arranged)
        arranged.refresh_from_db()
        assert (arranged.called_off_on, arranged.told_before, arranged.told_who) == (TODAY, "yes", "Kelly")
        assert (arranged.moved_by, arranged.moved_because) == ("us", "I am in court.")
        assert not queries.visits_to_come(cast.maya).exists()
        assert queries.visits_to_come(cast.leo).exists()
        assert next_contact(cast).state == "missed"
        assert Occasion.objects.get(name="call_off_visit").happened_on == TODAY


def test_a_visit_arranged_together_is_called_off_for_all_at_once(cast, arranged):
    with acting_as(cast.aisha):
        both = [arranged, *queries.planned_together(arranged)]
        call_off(cast, both, about=[cast.maya, cast.leo])
        assert not queries.visits_to_come(cast.leo).exists()
        assert Occasion.objects.filter(name="call_off_visit").count() == 1


def test_s3_11_twin_that_nobody_was_told_and_nobody_came_is_recorded_all_the_same(cast, arranged):
    later = cast.at("aisha", FRIDAY + timedelta(days=1))
    with acting_as(later):
        call_off(cast, arranged, by=later, told_before="no", told_who="", told_at=None, told_how="")
        arranged.refresh_from_db()
        assert (arranged.told_before, arranged.told_at) == ("no", None)
        assert queries.arranged_with(cast.maya, TODAY)[0].called_off_on == later.today


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"told_before": ""}, "told_before", "told before"),
        ({"told_who": " "}, "told_who", "who was told"),
        ({"told_at": None}, "told_on", "when they were told"),
        ({"told_at": NOW + timedelta(hours=1)}, "told_on", "has not come yet"),
        ({"told_before": "not_safe"}, "not_safe_because", "not safe to tell"),
        ({"because": " "}, "because", "why the visit had to change"),
    ],
)
def test_s3_11_calling_off_without_saying_what_the_family_knew_is_refused_and_the_visit_stands(
    cast, arranged, change, field, said
):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=said) as refusal:
            call_off(cast, arranged, **change)
        assert refusal.value.field == field
        assert queries.visits_to_come(cast.maya).exists()


def test_what_was_called_off_is_neither_moved_nor_called_off_nor_made_again(cast, arranged):
    with acting_as(cast.aisha):
        call_off(cast, arranged)
        with pytest.raises(Refused, match="made, moved or called off already"):
            call_off(cast, arranged)
        with pytest.raises(Refused, match="made, moved or called off already"):
            rearrange_visit(
                by=cast.aisha,
                about=cast.maya,
                planned=arranged,
                planned_for=FRIDAY,
                told_before="no",
                because="I am in court.",
            )
        assert queries.planned_on([cast.maya], FRIDAY.date()) == {}
        visit(cast.aisha, [Seen(cast.maya, True)])  # recording is never held up


def test_when_it_is_not_safe_to_tell_the_reason_is_kept_and_the_family_sees_nothing(cast, arranged):
    with acting_as(cast.aisha):
        call_off(cast, arranged, told_before="not_safe", not_safe_because="risk_to_child", told_who="", told_at=None)
    with acting_as(cast.kelly):
        assert not PlannedVisit.objects.filter(person=cast.maya).exists()


def test_the_same_form_sent_twice_calls_it_off_once(cast, arranged):
    with acting_as(cast.aisha):
        for _ in range(2):
            call_off(cast, arranged, key="once")
        assert Occasion.objects.filter(name="call_off_visit").count() == 1


def test_someone_from_another_team_calls_nothing_off(cast, arranged):
    with acting_as(cast.sol), pytest.raises(NotYours):
        call_off(cast, arranged, by=cast.sol)


def test_nothing_is_called_off_when_the_log_cannot_be_written(cast, arranged):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        call_off(cast, arranged)
    with acting_as(cast.aisha):
        arranged.refresh_from_db()
        assert arranged.called_off_on is None
