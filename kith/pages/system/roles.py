"""Make the database roles, or print the SQL that does, for a server whose owner may not create roles."""

import argparse
import os

from kith.running import database_ready, django_as, say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--print", action="store_true", dest="printed", help="print the SQL and change nothing")
    parser.add_argument("--owner", default="kith_owner", help="with --print: the login that will own the tables")


def run(options: argparse.Namespace) -> int:
    if options.printed:
        say(as_script(options.owner))
        return 0
    with database_ready():
        django_as("owner")
        make_or_find()
    say("The roles are there.")
    return 0


def as_script(owner: str) -> str:
    """SQL for whoever may create roles on the server. It holds no password: those are set by hand, after it."""
    from kith.access.roles import LOGINS, statements

    made = [f"{statement};" for statement in statements({}, owner=owner)]
    passwords = [f"--   \\password {login}" for login in LOGINS]
    return "\n".join(["begin;", *made, "commit;", "-- Then give each login a password, in psql:", *passwords])


def make_or_find() -> None:
    """Make the roles; where that is not allowed, be content with roles someone else has made.

    Raises Refused when there are none.
    """
    from django.db.utils import ProgrammingError
    from psycopg.errors import InsufficientPrivilege

    from kith.access import install
    from kith.record import Refused

    try:
        install.make_roles(passwords())
    except ProgrammingError as fault:
        if not isinstance(fault.__cause__, InsufficientPrivilege):
            raise
        if missing := install.missing_roles():
            raise Refused(
                f"This server does not let its owner create roles, and {', '.join(missing)} cannot be used. Have "
                "someone who may create roles run what `kith roles --print` prints."
            ) from None


def passwords() -> dict[str, str]:
    """The logins' passwords: this instance's own, or those in the addresses an operator gave for a server of theirs."""
    from django.conf import settings
    from psycopg.conninfo import conninfo_to_dict

    from kith.access.roles import LOGINS
    from kith.embedded import external_url, password_for

    if external_url(os.environ) is None:
        return {login: password_for(settings.HOME, login) for login in LOGINS}
    given = [conninfo_to_dict(os.environ[name]) for name in ("DATABASE_URL", "KITH_WORKER_URL") if name in os.environ]
    return {str(url["user"]): str(url["password"]) for url in given if url.get("user") in LOGINS and "password" in url}
