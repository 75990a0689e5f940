"""What has reached the demo's front door: something in every state."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.access import SYSTEM, acting_as
from kith.demo.arriving import let_arrive
from kith.demo.family import Telling
from kith.demo.loading import must_be_englands
from kith.demo.services import open_services, put_on_duty
from kith.involvement.models import AgencyRequest, Contact, ContactLine, Spell
from kith.people.acts import begin_record
from kith.record import Refused

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)


@pytest.fixture
def arrived(db):
    services = open_services(NOW - timedelta(days=740))
    put_on_duty(services, NOW)
    telling = Telling(services, NOW)
    with acting_as(SYSTEM(NOW)) as by:
        telling.people["leo"] = begin_record(by=by, given="Leo", family="Okafor-Nowak")
    let_arrive(telling)
    return telling


@pytest.mark.parametrize("pack", ["jersey-2024", "scotland-2023"])
def test_under_another_nations_pack_the_demo_says_so_and_what_to_do_instead(settings, pack):
    must_be_englands(NOW.date())
    settings.PACK = pack
    with pytest.raises(Refused, match="Leave KITH_PACK out"):
        must_be_englands(NOW.date())


def test_there_is_a_contact_in_every_state(arrived):
    today = NOW.date()
    with acting_as(SYSTEM(NOW)):
        waiting = Contact.objects.filter(decided_at=None)
        assert {bool(one.read_by_id) for one in waiting} == {True, False}
        assert {one.decide_by_on < today for one in waiting} == {True, False}
        assert {one.how for one in Contact.objects.all()} == {"public_page", "phone", "portal"}
        outcomes = ContactLine.objects.exclude(outcome="").values_list("outcome", flat=True)
        assert set(outcomes) == {"referral", "early_help", "advice"}
        assert {request.answer for request in AgencyRequest.objects.all()} == {"held", ""}
        assert {spell.level for spell in Spell.objects.all()} == {"family_help", "early_help"}
