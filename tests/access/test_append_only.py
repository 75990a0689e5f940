"""The log cannot be rewritten: tried as every audience and every login, the owner of the tables included."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from kith.access import Audience
from kith.access.install import declared
from tests.committed import connected

LOG = sorted(table for table, policy in declared().items() if policy.append_only)
TRIES = ("update {} set id = id", "delete from {}", "truncate {} cascade")
# Each audience as it is in real life: a login that has entered its role.
WHO = {
    "owner": ("owner", ""),
    "web": ("web", ""),
    "worker": ("worker", ""),
    **{f"{a} from the web": ("web", a.role) for a in Audience if a != Audience.SYSTEM},
    "system from the worker": ("worker", Audience.SYSTEM.role),
    "system from the owner": ("owner", Audience.SYSTEM.role),
}


def test_the_log_is_the_acts_and_everything_that_stands_beside_them():
    assert {
        "record_occasion",
        "record_act",
        "record_attempt",
        "record_withdrawal",
        "record_seal",
        "directory_look",
        "sharing_release",
    } <= set(LOG)


@pytest.fixture(params=WHO)
def someone(request: pytest.FixtureRequest, db: None) -> Iterator[psycopg.Connection]:
    login, role = WHO[request.param]
    with connected(login, connection.settings_dict["NAME"]) as opened:
        if role:
            opened.execute(sql.SQL("set role {}").format(sql.Identifier(role)))
        yield opened


@pytest.mark.parametrize("table", LOG)
@pytest.mark.parametrize("tried", TRIES)
def test_nobody_changes_or_removes_a_row_of_the_log(someone, table, tried):
    assert_refused(someone, sql.SQL(tried).format(sql.Identifier(table)))


@pytest.mark.parametrize("table", ["people_person", "record_act", "record_occasion", "record_draft", "visits_visit"])
@pytest.mark.parametrize("login", ["web", "worker"])
def test_a_login_that_has_not_entered_a_role_sees_nothing_of_the_record(db, login, table):
    query = sql.SQL("select 1 from {}").format(sql.Identifier(table))
    with connected(login, connection.settings_dict["NAME"]) as opened:
        assert_refused(opened, query)


@pytest.mark.parametrize(
    ("login", "role"), [("web", "kith_system"), ("worker", "kith_staff"), ("web", "kith_owner"), ("worker", "kith_web")]
)
def test_no_login_enters_a_role_that_is_not_its_own(db, login, role):
    with connected(login, connection.settings_dict["NAME"]) as opened:
        assert_refused(opened, sql.SQL("set role {}").format(sql.Identifier(role)))


def assert_refused(someone: psycopg.Connection, query: sql.Composed) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        someone.execute(query)
