"""Acts of the directory: who may do them, and what a form sent twice gives back."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, connection, transaction

from kith.access import acting_as
from kith.directory import acts
from kith.directory.models import Account, Agency, Role, Tie
from kith.record import NotYours
from kith.record.models import Occasion
from tests.cast import NOW


def account(name="robin"):
    return Account.objects.get_or_create(email=f"{name}@example.test", defaults={"name": name, "audience": "staff"})[0]


def a_role():
    return Role.objects.get(code="guardian")


ONCE = {
    "add_agency": lambda cast: {"name": "Seaview School", "kind": "school"},
    "add_team": lambda cast: {"name": "Quay", "agency": Agency.objects.first()},
    "define_role": lambda cast: {"code": "reader", "name": "Reader", "description": "Reads.", "rights": []},
    "welcome_staff": lambda cast: {
        "account": account(),
        "name": "Robin Shaw",
        "job_title": "Social worker",
        "team": cast.people["harbour"],
        "roles": [],
    },
    "welcome_partner": lambda cast: {
        "account": account(),
        "name": "Robin Shaw",
        "job_title": "Nurse",
        "agency": cast.people["health"],
    },
    "give_role": lambda cast: {"account": account(), "role": a_role()},
    "forget_second_step": lambda cast: {"account": account()},
    "take_duty": lambda cast: {
        "account": account(),
        "name": "Robin Shaw",
        "phone": "01632 960150",
        "starts_at": NOW,
        "ends_at": NOW + timedelta(hours=8),
    },
    "begin_tie": lambda cast: {"about": cast.maya, "account": account(), "because": "covering"},
    "end_tie": lambda cast: {"about": cast.sam, "tie": Tie.objects.get(because="invited")},
}


@pytest.mark.parametrize("name", ONCE)
def test_a_form_sent_twice_gives_the_same_thing_both_times(cast, name):
    with acting_as(cast.system) as system:
        details = ONCE[name](cast)
        first, second = (getattr(acts, name)(by=system, key="form-1", **details) for _ in range(2))
        assert (type(first), first.pk) == (type(second), second.pk)
        assert not isinstance(first, Occasion)
        assert Occasion.objects.filter(name=name, key="form-1").count() == 1


def protected_by_an_app(cast):
    found = Account.objects.get(pk=cast.aisha.account_id)
    Authenticator.objects.create(user=found, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return found


def test_a_lost_second_step_is_forgotten_with_the_password_and_it_is_written_down(cast):
    with acting_as(cast.system) as system:
        aisha = acts.forget_second_step(by=system, account=protected_by_an_app(cast))
        assert not Authenticator.objects.filter(user=aisha).exists()
        assert not Account.objects.get(pk=aisha.pk).has_usable_password()
        said = Occasion.objects.get(name="forget_second_step").said
    assert said == "Kith let Aisha Khan set up a new second step."


@pytest.mark.parametrize("name", ["aisha", "grace", "rowan"])
def test_nobody_takes_a_second_step_off_without_the_right_to_make_accounts(cast, name):
    aisha = protected_by_an_app(cast)
    with acting_as(cast.actors[name]) as by, pytest.raises(NotYours):
        acts.forget_second_step(by=by, account=aisha)
    assert Authenticator.objects.filter(user=aisha).exists()


def test_when_it_cannot_be_written_down_the_second_step_stays(cast):
    aisha = protected_by_an_app(cast)
    with connection.cursor() as cursor:
        cursor.execute(
            "create function disk_full() returns trigger language plpgsql as"
            " $$ begin raise exception 'the audit cannot be written'; end $$"
        )
        cursor.execute("create trigger disk_full before insert on record_occasion execute function disk_full()")
    with pytest.raises(DatabaseError, match="cannot be written"), transaction.atomic(), acting_as(cast.system) as by:
        acts.forget_second_step(by=by, account=aisha)
    assert Authenticator.objects.filter(user=aisha).exists()
    assert Account.objects.get(pk=aisha.pk).has_usable_password()
