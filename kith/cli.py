"""The `kith` command. Exit codes: 0 done, 1 refused or findings, 2 wrong use."""

import argparse
import gc
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
    "packs": ("kith.standards.clocks.command", "What a new pack would move, and which limits were not kept"),
    "verify": ("kith.record.commands.verify", "Check that the log is whole"),
    "roles": ("kith.pages.system.roles", "Make the database roles, or print the SQL that does"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["--help"], ["-h"]):
        print(_overview())
        return 0
    if not given or given[0] not in COMMANDS:
        print(f"kith: There is no command {given[0]}.\n" if given else "", _overview(), sep="", file=sys.stderr)
        return 2
    command, *rest = given
    gc.set_threshold(25_000, 20, 20)  # what is loaded stays: looking for rubbish in it took a sixth of the time
    module = import_module(COMMANDS[command][0])
    own = argparse.ArgumentParser(prog=f"kith {command}", description=module.__doc__, formatter_class=Plain)
    module.arguments(own)
    return _spoken(module.run, own.parse_args(rest))


def _overview() -> str:
    lines = "\n".join(f"  {name:<11}{words}" for name, (_, words) in COMMANDS.items())
    return f"{_WHAT}\n\n{lines}\n\nFor what a command takes: kith command --help"


_WHAT = "Kith: the shared record for children's services.\n\nusage: kith command [options]"


class Plain(argparse.HelpFormatter):
    """Help as it was written: paragraph by paragraph."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = (super(Plain, self)._fill_text(part, width, indent) for part in text.strip().split("\n\n"))
        return "\n\n".join(paragraphs)


def _spoken(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; trouble a person can mend is said in one line, never as a traceback."""
    from django.db import OperationalError, ProgrammingError

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
    except (OperationalError, ProgrammingError) as trouble:
        if not (said := _of_the_database(trouble)):
            raise
        print(f"kith: {said}", file=sys.stderr)
        return 1


def _of_the_database(trouble: Exception) -> str:
    """What a person can do about it; "" when it is a fault of ours."""
    from django.db import OperationalError
    from psycopg.errors import UndefinedFunction, UndefinedTable

    said = str(trouble).strip().splitlines()[-1]
    not_made = isinstance(trouble.__cause__, (UndefinedTable, UndefinedFunction))
    if not_made or "authentication failed" in said or said.endswith("not exist"):
        return "The database has not been made ready for Kith. Run `kith migrate` first."
    return f"The database cannot be used just now. It said: {said}" if isinstance(trouble, OperationalError) else ""


if __name__ == "__main__":
    sys.exit(main())
