"""The `kith` command. Exit codes: 0 done, 1 refused or findings, 2 wrong use."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

# Each command lives in the room it belongs to, as a module with `arguments(parser)` and `run(options) -> int`.
COMMANDS = {
    "demo": ("kith.demo.command", "Serve the demo family and a synthetic partnership on this machine"),
    "migrate": ("kith.pages.system.migrate", "Make or update an instance: roles, tables, policies"),
    "invite": ("kith.pages.system.invite", "Make an account with a role and print its first sign-in link"),
    "serve": ("kith.pages.system.serve", "Serve this instance"),
    "worker": ("kith.pages.system.worker", "Run waiting and scheduled jobs"),
    "import": ("kith.returns.commands.take_in", "Take in a statutory file"),
    "return": ("kith.returns.commands.give_out", "Write a statutory file"),
    "standards": ("kith.standards.command", "How the promises stand"),
    "verify": ("kith.record.commands.verify", "Check that the log is whole"),
    "roles": ("kith.pages.system.roles", "Make the database roles, or print the SQL that does"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="kith", description="The shared record for children's services.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (place, help_text) in COMMANDS.items():
        commands.add_parser(name, help=help_text, add_help=False).set_defaults(module=place)
    known, rest = parser.parse_known_args(arguments)
    module = import_module(known.module)
    own = argparse.ArgumentParser(prog=f"kith {known.command}", description=module.__doc__)
    module.arguments(own)
    return _spoken(module.run, own.parse_args(rest))


def _spoken(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; trouble a person can mend is said in one line, never as a traceback."""
    from django.db import OperationalError

    from kith.embedded import DatabaseTrouble
    from kith.record.refusals import Refused

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
    try:
        return run(options)
    except KeyboardInterrupt:
        return 0
    except (Refused, DatabaseTrouble) as trouble:
        print(f"kith: {trouble}", file=sys.stderr)
        return 1
    except OperationalError as trouble:
        said = str(trouble).strip().splitlines()[-1]
        print(
            f"kith: The database cannot be used. Was it made ready (`kith migrate`)? It said: {said}", file=sys.stderr
        )
        return 1


if __name__ == "__main__":
    sys.exit(main())
