"""Who the database thinks is asking: set for the transaction, nested, put back."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from kith.access import SYSTEM, acting_as, current_actor
from kith.people.models import Person
from tests.cast import NOW


def asking() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute("select current_user, current_setting('kith.account', true), current_setting('kith.now', true)")
        return cursor.fetchone()


def test_an_actor_is_one_role_one_account_and_one_moment(cast):
    with acting_as(cast.aisha):
        assert asking() == ("kith_staff", str(cast.aisha.account_id), NOW.isoformat())
        assert current_actor() is cast.aisha


def test_it_nests_and_puts_the_one_before_back(cast):
    before = asking()[0]
    later = cast.at("kelly", NOW + timedelta(hours=1))
    with acting_as(cast.aisha):
        with acting_as(later):
            assert asking() == ("kith_family", str(cast.kelly.account_id), later.now.isoformat())
        assert asking()[0] == "kith_staff"
        assert current_actor() is cast.aisha
    assert asking()[0] == before
    with pytest.raises(RuntimeError, match="Nobody is acting"):
        current_actor()


def test_after_an_error_the_rollback_puts_it_back(cast):
    with acting_as(cast.aisha):
        with pytest.raises(ZeroDivisionError), transaction.atomic(), acting_as(cast.kelly):
            _ = 1 / 0
        assert asking()[0] == "kith_staff"


def test_two_audiences_in_one_test_see_two_different_records(cast):
    with acting_as(cast.aisha):
        assert {"Maya Okafor-Nowak", "Tomek Nowak"} <= {p.called for p in Person.objects.all()}
    with acting_as(cast.kelly):
        assert {p.called for p in Person.objects.all()} == {
            "Kelly Okafor",
            "Maya Okafor-Nowak",
            "Leo Okafor-Nowak",
            "Sam Okafor",
        }


def test_outside_a_transaction_nobody_acts(own_database):
    with pytest.raises(transaction.TransactionManagementError, match="needs a transaction"), acting_as(SYSTEM(NOW)):
        pass
