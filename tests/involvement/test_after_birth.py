"""A baby born with a protection plan, whose mother is not well enough for the first meeting yet (E14)."""

from datetime import timedelta

import pytest
from django.db import connection

from kith.access import acting_as
from kith.involvement.acts import wait_for_mother
from kith.involvement.models import ProtectionPlan
from kith.record import NotYours, Refused
from tests.involvement.caring import days_ago
from tests.involvement.protecting import conferred, discussed
from tests.standards.clockwork import by_limit
from tests.visits.going import page, text, the_log_will_not_be_written

UNWELL = "She is on the ward until Friday, says the midwife; the baby is with her there."


@pytest.fixture
def plan(cast):
    """Decided eight days before Maya, here, was born, four days ago."""
    discussed(cast, on=days_ago(15))
    conferred(cast, on=days_ago(12))
    with connection.cursor() as cursor:
        cursor.execute("update people_person set born_on = %s where id = %s", [days_ago(4), cast.maya.pk])
    cast.maya.refresh_from_db()
    return ProtectionPlan.objects.get()


def waited(cast, plan, because=UNWELL):
    with acting_as(cast.grace):
        return wait_for_mother(by=cast.grace, about=cast.maya, plan=plan, because=because)


def test_the_longer_limit_counts_from_the_birth(cast, plan):
    assert by_limit(cast, cast.maya)["review-after-birth"].clock.due == days_ago(4) + timedelta(days=10)
    waited(cast, plan)
    found = by_limit(cast, cast.maya)
    assert "review-after-birth" not in found
    assert found["review-after-birth-mother-unwell"].clock.due == days_ago(4) + timedelta(days=20)


def test_a_manager_says_it_on_a_page_and_the_record_shows_why(cast, plan, browse):
    grace = browse("grace")
    assert "not well enough for a meeting yet" in text(grace.get(page("child-protection", cast.maya)))
    empty = grace.post(page("wait-for-mother", cast.maya, plan.pk), {"because": "n/a"})
    assert empty.status_code == 422
    assert "Say how the mother is" in text(empty)
    assert grace.post(page("wait-for-mother", cast.maya, plan.pk), {"because": UNWELL}).status_code == 303
    assert UNWELL in text(grace.get(page("child-protection", cast.maya)))
    assert browse("aisha").get(page("wait-for-mother", cast.maya, plan.pk)).status_code == 404


@pytest.mark.parametrize("because", ["", "n/a", "."])
def test_refused_without_how_she_is(cast, plan, because):
    with pytest.raises(Refused, match="how the mother is"):
        waited(cast, plan, because)


def test_refused_twice_and_for_a_child_born_before_the_plan(cast, plan):
    waited(cast, plan)
    with pytest.raises(Refused, match="already"):
        waited(cast, plan)
    with connection.cursor() as cursor:
        cursor.execute("update people_person set born_on = %s where id = %s", [days_ago(4000), cast.maya.pk])
    cast.maya.refresh_from_db()
    with pytest.raises(Refused, match="born with"):
        waited(cast, plan)


def test_a_worker_may_not_and_nothing_is_saved_when_the_log_cannot_be_written(cast, plan):
    with acting_as(cast.aisha), pytest.raises(NotYours):
        wait_for_mother(by=cast.aisha, about=cast.maya, plan=plan, because=UNWELL)
    with the_log_will_not_be_written():
        waited(cast, plan)
    assert ProtectionPlan.objects.get().mother_unwell == ""
