"""Make or update an instance: database, roles, tables, policies, then the roles people can hold."""

import argparse
import os

from kith.pages.system.running import database_ready, django_as


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing unless something is wrong")


def run(options: argparse.Namespace) -> int:
    with database_ready(say=_silent if options.quiet else _say):
        bring_up_to_date(verbosity=0 if options.quiet else 1)
    return 0


def bring_up_to_date(verbosity: int = 0) -> None:
    """Roles, then migrations, then policies; safe to run again and by several starters at once."""
    django_as("owner")
    from django.core.management import call_command

    from kith.access import install
    from kith.directory.standing import ensure_roles

    install.make_roles(_passwords())
    install.before_migrate()
    call_command("migrate", verbosity=verbosity, interactive=False, skip_checks=True)
    install.after_migrate()
    ensure_roles()


def _passwords() -> dict[str, str]:
    """The logins' passwords: this instance's own, or those an operator gives for a server of theirs."""
    from django.conf import settings

    from kith.embedded import external_url, password_for

    wanted = ("kith_web", "kith_worker")
    if external_url(os.environ) is None:
        return {login: password_for(settings.HOME, login) for login in wanted}
    return {login: os.environ[f"{login.upper()}_PASSWORD"] for login in wanted}


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - a command speaks on standard output


def _silent(sentence: str) -> None:
    pass
