"""Who the database thinks is asking: set for the transaction, nested, put back."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.access import SYSTEM, Actor, Audience, acting_as, current_actor
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


@dataclass(frozen=True)
class Scope:
    """A block run as somebody, blocks inside it, and how it ends: well, by an error, or undone on purpose."""

    actor: Actor
    ends: str
    inside: tuple["Scope", ...] = ()


ACTORS = st.builds(
    Actor,
    st.one_of(st.none(), st.integers(1, 9)),
    st.sampled_from(Audience),
    st.integers(0, 9).map(lambda hours: NOW + timedelta(hours=hours)),
    person_id=st.one_of(st.none(), st.integers(1, 9)),
)
ENDS = st.sampled_from(["well", "well", "by an error", "undone"])
SCOPES = st.recursive(
    st.builds(Scope, ACTORS, ENDS),
    lambda inner: st.builds(Scope, ACTORS, ENDS, st.lists(inner, max_size=3).map(tuple)),
    max_leaves=8,
)


def in_force() -> tuple[str, ...]:
    told = [f"current_setting('kith.{name}', true)" for name in ("account", "person", "now")]
    with connection.cursor() as cursor:
        cursor.execute(f"select current_user, {', '.join(told)}")
        return cursor.fetchone()


def owed(actor: Actor) -> tuple[str, ...]:
    told = (str(actor.account_id or ""), str(actor.person_id or ""), actor.now.isoformat())
    return (f"kith_{actor.audience}", *told)


def go_through(scope: Scope) -> None:
    before = in_force()
    try:
        with transaction.atomic(), acting_as(scope.actor):
            assert in_force() == owed(scope.actor)
            for inner in scope.inside:
                go_through(inner)
                assert in_force() == owed(scope.actor)
                assert current_actor() is scope.actor
            if scope.ends == "by an error":
                raise ZeroDivisionError
            transaction.set_rollback(scope.ends == "undone")
    except ZeroDivisionError:
        pass
    assert in_force() == before


def test_however_blocks_nest_and_end_each_runs_as_its_own_actor_and_puts_the_one_before_back(db):
    with transaction.atomic(), acting_as(SYSTEM(NOW)):  # a setting never made reads null before, and empty after

        @given(SCOPES)
        @settings(max_examples=60, deadline=None, database=None, derandomize=True)
        def whatever_happens(scope: Scope) -> None:
            go_through(scope)

        whatever_happens()
        assert in_force() == owed(SYSTEM(NOW))
