"""Puts roles, functions and policies in force. Run by the owner: roles before the first migration, the rest after."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction

from kith.access import policies
from kith.access.actor import Audience
from kith.access.policies import Policy
from kith.access.roles import LOGINS, statements

_HERE = Path(__file__).parent
_LOCK = 7_151_002

# Tables of the libraries Kith stands on: who may use them.
BORROWED = {
    "django_session": policies.door(),
    "account_emailaddress": policies.door(),
    "account_emailconfirmation": policies.door(),
    "mfa_authenticator": policies.door(),
    "sign_in_tries": policies.door(),
    "django_migrations": policies.door("r"),  # so that serving can refuse a database of another version
}


def make_roles(passwords: dict[str, str]) -> None:
    """Every role and login, idempotently. Raises InsufficientPrivilege on a server that forbids it."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements(passwords):
            cursor.execute(statement)


def missing_roles() -> list[str]:
    """Roles that are not there, or that the owner may not act as."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select name from unnest(%s::text[]) name where not exists (select 1 from pg_roles r where r.rolname = name"
            " and (r.rolcanlogin or pg_has_role(current_user, r.oid, 'member'))) order by name",
            [[*LOGINS, *(audience.role for audience in Audience)]],
        )
        return [row[0] for row in cursor.fetchall()]


def before_migrate() -> None:
    _run([(_HERE / "functions.sql").read_text()])


def after_migrate() -> None:
    """Reapply every policy from the declarations on the models: what is declared is what is in force."""
    _run(_all_statements())


def declared() -> dict[str, Policy]:
    """Every table with its policy. Raises LookupError naming models that declare none."""
    found = dict(BORROWED)
    missing = []
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if not model._meta.managed or model._meta.proxy or table in found:
            continue
        if hasattr(model, "policy"):
            found[table] = model.policy
        elif hasattr(model, "pgh_tracked_model") or not model.__module__.startswith("kith."):
            found[table] = policies.nobody()
        else:
            missing.append(model._meta.label)
    if missing:
        raise LookupError(f"No policy says who may see {', '.join(missing)}.")
    return found


def _all_statements() -> Iterator[str]:
    yield f"select pg_advisory_xact_lock({_LOCK})"
    yield "set local client_min_messages = warning"
    everyone = ", ".join(["kith_web", "kith_worker", *(a.role for a in Audience)])
    yield f"grant usage on schema public to {everyone}"
    yield f"grant usage on all sequences in schema public to {everyone}"
    yield _FORGET_OLD_POLICIES
    for name in ("functions", "views", "lists", "doors"):
        yield (_HERE / f"{name}.sql").read_text()
    for table, policy in declared().items():
        yield from policy.sql(table)
    yield _HISTORY_WRITES_AS_OWNER
    yield _JOBS_ARE_THE_WORKERS
    for room in apps.get_app_configs():
        yield from getattr(room, "in_force", tuple)()


_FORGET_OLD_POLICIES = """do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', p.policyname, p.tablename);
  end loop; end $$"""

# Row versions are written by triggers for people who hold no grant on the history tables.
_HISTORY_WRITES_AS_OWNER = """do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname like 'pgtrigger%' loop
    execute format('alter function %s security definer set search_path = public, pg_temp', f.name);
  end loop; end $$"""


# The job queue belongs to the worker; everyone else adds jobs through kith_enqueue().
_JOBS_ARE_THE_WORKERS = """do $$ declare o record; begin
  for o in select tablename as name from pg_tables where schemaname = 'public' and tablename like 'procrastinate%' loop
    execute format('alter table %I disable row level security', o.name);
    execute format('grant select, insert, update, delete on %I to kith_worker', o.name);
  end loop;
  for o in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname like 'procrastinate%' loop
    execute format('grant execute on function %s to kith_worker', o.name);
  end loop; end $$"""


def _run(sql: Iterable[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in sql:
            cursor.execute(statement)
