"""Make or update an instance: database, roles, tables, policies, then the roles people can hold.

Safe to run again: what is there already stays. The first account is made with `kith invite`.
"""

import argparse

from kith.running import database_ready, django_as, say, say_nothing

_LOCK = 7_151_005


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing unless something is wrong")


def run(options: argparse.Namespace) -> int:
    with database_ready(say_nothing if options.quiet else say):
        bring_up_to_date(verbosity=0 if options.quiet else 1)
    return 0


def bring_up_to_date(verbosity: int = 0) -> None:
    """Roles, then migrations, then policies; safe to run again and by several starters at once."""
    django_as("owner")
    from django.core.management import call_command
    from django.db import connection

    from kith.access import install
    from kith.directory.standing import ensure_roles
    from kith.pages.system.rendering import only_what_changed
    from kith.pages.system.roles import make_or_find

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [_LOCK])  # one starter after another
        make_or_find()
        install.before_migrate()
        with only_what_changed():
            call_command("migrate", verbosity=verbosity, interactive=False, skip_checks=True)
        call_command("createcachetable", verbosity=0)
        install.after_migrate()
        ensure_roles()
        cursor.execute("select pg_advisory_unlock(%s)", [_LOCK])
