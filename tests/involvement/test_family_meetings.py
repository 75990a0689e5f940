"""The family’s own meeting, and the duty to offer it before court (E17, S3-30)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings

from kith import packs
from kith.access import acting_as
from kith.involvement import acts, rules
from kith.involvement.models import FamilyMeeting
from kith.packs import Duty
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.around import TOMORROW, offered, touched
from tests.involvement.caring import days_ago
from tests.standards.clockwork import by_limit


def test_e17_an_offer_a_yes_a_meeting_and_a_plan_in_their_own_words(cast):
    meeting = offered(cast, on=days_ago(20))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "meeting": meeting}
        acts.note_family_meeting(**told, accepted_on=days_ago(18), accepted_by="Kelly and Nan Rose")
        assert by_limit(cast, cast.maya)["family-meeting-held"].state == "running"
    with acting_as(cast.aisha):
        plan = "Nan has the girls from Friday to Sunday. We ring each other on Wednesdays."
        row = acts.note_family_meeting(**told, held_on=days_ago(2), family_plan=plan, who_came="All but Tomek")
        assert (row.accepted_by, row.family_plan) == ("Kelly and Nan Rose", plan)
    assert by_limit(cast, cast.maya)["family-meeting-held"].state == "met"


def test_e17_refusals_of_offers(cast):
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        for given, field in (({"offered_to": " "}, "offered_to"), ({"offered_to": "Kelly", "on": TOMORROW}, "on")):
            with pytest.raises(Refused) as refusal:
                acts.offer_family_meeting(**told, **given)
            assert refusal.value.field == field
        with pytest.raises(Refused, match="why it is not offered"):
            acts.withhold_family_meeting(**told, because="n/a")
        none = acts.withhold_family_meeting(**told, because="To call them together would put Kelly in danger.")
        with pytest.raises(Refused, match="not offered"):
            acts.note_family_meeting(**told, meeting=none, held_on=TODAY)
        made = acts.offer_family_meeting(**told, offered_to="Kelly")
        with pytest.raises(Refused, match="has not come"):
            acts.note_family_meeting(**told, meeting=made, held_on=TOMORROW)
        with pytest.raises(Refused, match="yes, or they said no"):
            acts.note_family_meeting(**told, meeting=made, accepted_on=TODAY, declined_because="No.")
        with pytest.raises(Refused, match="another child"):
            acts.note_family_meeting(by=cast.aisha, about=cast.leo, meeting=made)
        assert FamilyMeeting.objects.get(pk=made.pk).accepted_on is None


BINDING_FROM = date(2026, 11, 1)


@pytest.fixture
def binding():
    """The pack in use, with the duty to offer a family meeting binding from 1 November 2026."""
    pack = packs.pack_for(settings.PACK, TODAY)
    before = pack.duties
    soft = next(one for one in before if one.key == "family-meeting")
    hard = Duty(**{**soft.model_dump(exclude={"from_", "until"}), "binding": True, "from": BINDING_FROM})
    object.__setattr__(pack, "duties", (soft, hard))
    yield pack
    object.__setattr__(pack, "duties", before)


def test_s3_30_from_the_day_of_the_act_no_application_is_authorised_without_the_offer(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        with pytest.raises(Refused, match="is offered a meeting") as refusal:
            acts.note_touchpoint(**told, step="bc_authorised")
        assert refusal.value.field == "step"
        # The twin: what a court was asked for all the same is a fact, and is recorded.
        assert acts.note_touchpoint(**told, step="bc_applied").happened_on == TODAY
    offered(cast)
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(**told, step="bc_authorised").pk


def test_s3_30_earlier_cases_are_unaffected(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM - timedelta(days=1))
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step="bc_authorised").pk


def test_s3_30_a_reason_for_no_offer_will_do(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        acts.withhold_family_meeting(**told, because="To call them together would put Kelly in danger.")
        assert acts.note_touchpoint(**told, touchpoint=work, step="bc_authorised").pk


def test_s3_30_the_law_is_that_of_the_day_court_was_first_thought_about(cast, binding):
    ours = [binding]
    for began, binds in ((date(2026, 10, 31), False), (BINDING_FROM, True), (date(2027, 3, 1), True)):
        assert rules.offer_owed(ours, began, [], TODAY).binding is binds
    later = replace(binding, duties=())
    assert rules.offer_owed([later], BINDING_FROM, [], TODAY) is None


def test_s3_30_as_shipped_it_is_good_practice_and_stops_nobody(cast):
    work = touched(cast, "before_court")
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step="bc_authorised").pk
    duty = packs.pack_for(settings.PACK, TODAY).duty("family-meeting", TODAY)
    assert (duty.binding, duty.mark) == (False, "K")
