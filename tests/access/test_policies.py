"""Every table says who may see it, and what is declared is what is in force."""

import pytest
from django.db import connection

from kith.access import Audience
from kith.access.install import declared
from kith.directory.models import Team


def rows(query, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def test_a_model_that_declares_no_policy_is_named(monkeypatch):
    monkeypatch.delattr(Team, "policy")
    with pytest.raises(LookupError, match=r"directory\.Team"):
        declared()


def test_every_table_in_the_database_is_declared_and_under_row_level_security_but_the_workers_queue(db):
    query = "select relname, relrowsecurity from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
    there = {table: secured for table, secured in rows(query) if not table.startswith("procrastinate_")}
    assert set(there) <= set(declared())
    assert [table for table, secured in there.items() if not secured] == []


def test_an_audience_with_no_rule_holds_no_grant_at_all(db):
    granted = set(
        rows(
            "select table_name, grantee from information_schema.role_table_grants"
            " where table_schema = 'public' and grantee = any(%s)",
            [audience.role for audience in Audience],
        )
    )
    views = {name for (name,) in rows("select viewname from pg_views where schemaname = 'public'")}
    for table, grantee in granted:
        audience = Audience(str(grantee).removeprefix("kith_"))
        allowed = audience == Audience.SYSTEM or table in views or audience in declared()[str(table)].rules
        assert allowed, f"{grantee} holds a grant on {table}, which declares no rule for it"


def test_no_policy_and_no_grant_is_for_everybody(db):
    assert rows("select tablename from pg_policies where schemaname = 'public' and 'public' = any(roles)") == []
    assert (
        rows(
            "select table_name from information_schema.role_table_grants"
            " where table_schema = 'public' and grantee = 'PUBLIC'"
        )
        == []
    )


def test_the_owner_is_never_forced_under_its_own_policies_and_runs_every_door(db):
    assert rows("select relname from pg_class where relforcerowsecurity") == []
    loose = rows(
        "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
        " and not exists (select 1 from unnest(proconfig) set_to where set_to like 'search_path=%%')"
    )
    assert loose == []
