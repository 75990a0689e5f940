"""What Kith refuses to start with: a mistake in set-up must stop it, not show up as a leak. Each raises Refused."""

import os
from datetime import date

import psycopg
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from kith.packs import BadPack, NotInPack, check_all, pack_for
from kith.record import Refused
from kith.settings.databases import database
from kith.standards import owed

SHORTEST_SECRET = 32  # letters

_TOO_MUCH = """
select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
    or exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace
               and pg_has_role(r.oid, c.relowner, 'member'))
from pg_roles r where r.rolname = session_user"""


def refuse_unsafe_settings(*, today: date) -> None:
    """Settings that would open this instance to strangers, or a pack nobody can work by."""
    if settings.DEBUG:
        raise Refused("DEBUG is on: it shows the inside of every error to whoever meets it. Turn it off.")
    if len(settings.SECRET_KEY) < SHORTEST_SECRET or "insecure" in settings.SECRET_KEY:
        raise Refused(f"KITH_SECRET needs {SHORTEST_SECRET} random letters or more. Leave it out to have one made.")
    if any(len(key.strip()) < SHORTEST_SECRET for key in settings.SECOND_STEP_KEYS):
        raise Refused(
            f"Each of KITH_KEYS needs {SHORTEST_SECRET} random letters or more. Leave it out to have one made."
        )
    if wild := [host for host in settings.ALLOWED_HOSTS if host.startswith(("*", "."))]:
        raise Refused(f"KITH_HOSTS must name each host: {wild[0]!r} lets a stranger choose the address in our links.")
    try:
        check_all()
        pack_for(settings.PACK, today)
    except (BadPack, NotInPack) as fault:
        raise Refused(f"The pack {settings.PACK} cannot be used: {fault}") from None


def refuse_unsafe_login(login: str) -> None:
    """A login (`web`, `worker`) that owns tables or stands above the policies: it would see every child."""
    with _connected(login) as connection:
        too_much = connection.execute(_TOO_MUCH).fetchone()
    if too_much and too_much[0]:
        raise Refused(
            f"The {login} login may do more than it needs: it owns tables, or stands above the policies that decide "
            "who sees what. Use the logins `kith roles` makes."
        )


def refuse_another_version() -> None:
    """Tables of an earlier or a later Kith. Serving changes nothing in a database: it has to fit already."""
    with _connected("web") as connection:
        there = connection.execute("select to_regclass('django_migrations') is not null").fetchone()
        fits = connection.execute("select to_regproc(%s) is not null", [owed.name()]).fetchone()
        rows = connection.execute("select app, name from django_migrations").fetchall() if there and there[0] else []
    ours, applied = set(MigrationLoader(None).disk_migrations), set(rows)
    if ours - applied or not (fits and fits[0]):
        raise Refused("The database is not up to date with this Kith. Run `kith migrate`, then start again.")
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("kith.")}
    if any(app in own for app, _ in applied - ours):
        raise Refused("The database was made by a later Kith than this one. Start that one, or restore a backup.")


def _connected(login: str) -> psycopg.Connection:
    found = database(os.environ, settings.HOME, login)
    try:
        return psycopg.connect(
            host=found["HOST"],
            port=found["PORT"],
            user=found["USER"],
            password=found["PASSWORD"],
            dbname=found["NAME"],
            autocommit=True,
            **found.get("OPTIONS", {}),
        )
    except psycopg.OperationalError as fault:
        said = str(fault).strip().splitlines()[-1]
        raise Refused(f"The {login} login cannot get in. Run `kith migrate` first. The database said: {said}") from None
