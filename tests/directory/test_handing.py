"""PINs, and a device in a child's hands: five wrong ones end it, whatever is tried after."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory import acts, handing
from kith.directory.handing import Tried
from kith.directory.models import Account, HandOver, Pin, Tie
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import NOW
from tests.handing import PIN, pin_for
from tests.visits.going import the_log_will_not_be_written


def account(cast, name="aisha"):
    return Account.objects.get(pk=cast.actors[name].account_id)


def handed(cast, by=None, **more):
    by = by or cast.aisha
    child = handing.childs_account(cast.maya.pk, cast.maya.ref, cast.maya.called)
    given = {"device": "tablet", "signed_in_at": NOW - timedelta(hours=2), "guided": True, **more}
    with acting_as(by):
        return acts.hand_over(by=by, about=cast.maya, account=child, **given)


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1234", "4321", "7890", "0000", "123456789", "٣٤٥٧"])
def test_a_pin_anybody_would_guess_is_refused(cast, pin):
    with pytest.raises(Refused) as refusal:
        handing.choose_pin(account(cast), pin, NOW)
    assert refusal.value.field == "pin"
    assert not handing.has_pin(account(cast))


def test_a_pin_is_kept_as_a_password_is_and_can_be_changed(cast):
    for pin in ("2580", "97531"):
        handing.choose_pin(account(cast), pin, NOW)
        assert handing.pin_is(account(cast), pin)
    assert not handing.pin_is(account(cast), "2580")
    assert Pin.objects.get().secret.startswith("argon2")
    assert not handing.pin_is(account(cast, "grace"), "97531")


def test_handing_over_is_in_the_log_and_gives_the_childs_account_its_tie_once(cast):
    first, second = handed(cast), handed(cast)
    assert first.pk != second.pk
    assert str(first) == "Aisha Khan’s tablet"
    tie = Tie.objects.get(because="self", person=cast.maya)
    assert tie.may_write
    assert not tie.account.has_usable_password()
    assert Act.objects.filter(name="hand_over").first().said == (
        "Aisha Khan handed the device over to Maya Okafor-Nowak."
    )


def test_only_who_works_with_the_child_hands_over(cast):
    with pytest.raises(NotYours):
        handed(cast, by=cast.sol)
    assert not HandOver.objects.exists()


def test_nothing_is_handed_over_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written():
        handed(cast)
    assert not HandOver.objects.exists()
    assert not Tie.objects.filter(because="self", person=cast.maya).exists()


def test_the_right_pin_is_right_and_wrong_ones_are_counted_on_the_server(cast):
    pin_for(cast)
    held = handed(cast)
    assert handing.try_pin(held, "9999", NOW) is Tried.WRONG
    assert handing.try_pin(held, PIN, NOW) is Tried.RIGHT
    assert HandOver.objects.get().wrong_pins == 1


def test_the_fifth_wrong_pin_ends_it_and_the_right_one_no_longer_helps(cast):
    pin_for(cast)
    held = handed(cast)
    tried = [handing.try_pin(held, "9999", NOW) for _ in range(5)]
    assert tried == [Tried.WRONG] * 4 + [Tried.LOCKED]
    assert handing.try_pin(held, PIN, NOW) is Tried.LOCKED
    ended = HandOver.objects.get()
    assert (ended.ended_as, handing.held(ended.pk)) == ("locked", None)


def test_a_worker_who_has_left_does_not_come_back_by_pin(cast):
    pin_for(cast)
    held = handed(cast)
    Account.objects.filter(pk=cast.aisha.account_id).update(is_active=False)
    assert handing.try_pin(held, PIN, NOW) is Tried.WRONG


def test_a_child_has_one_account_however_often_a_device_is_handed_over(cast):
    handed(cast)
    handed(cast, by=cast.grace)
    assert Account.objects.filter(person=cast.maya, audience="child").count() == 1
