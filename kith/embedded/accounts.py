"""Which user the database runs as. Never root, and never one we made."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.embedded.trouble import DatabaseTrouble

# A user meant for databases keeps our files apart from other daemons; "nobody" is on every machine.
UNPRIVILEGED = ("postgres", "nobody")
# Nothing of the caller's environment (PGPORT, PGDATA, LD_PRELOAD ...) may reach the server.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """A user of this machine: ourselves, or the one that root steps down to."""

    uid: int
    gid: int
    name: str

    def switch(self) -> dict[str, Any]:
        """Arguments for `subprocess` that make a child run as this user."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def run(self, argv: Sequence[str | Path], *, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program to its end as this user, from `/`, with `typed` on its standard input."""
        return subprocess.run(
            argv,
            input=typed,
            text=True,
            capture_output=True,
            cwd="/",
            env=ENVIRONMENT,
            umask=0o077,
            **self.switch(),
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this user can reach the folder through everything above it."""
        return self.run(["/bin/sh", "-c", 'cd "$1" && test -x .', "sh", folder]).returncode == 0

    def can_run(self, program: Path) -> bool:
        """Whether this user can start the program."""
        try:
            return self.run([program, "--version"]).returncode == 0
        except OSError:
            return False


def account_with(uid: int) -> Account:
    """The account with this number. Raises DatabaseTrouble when the machine does not know it and we are root."""
    try:
        found = pwd.getpwuid(uid)
    except KeyError:
        if uid == os.geteuid():  # containers often run under a number without a name
            return Account(uid, os.getegid(), str(uid))
        raise DatabaseTrouble(f"The database files belong to user number {uid}, who is not known here.") from None
    return Account(uid, os.getegid() if uid == os.geteuid() else found.pw_gid, found.pw_name)


def account_for_server() -> Account:
    """Ourselves; or, for root, the first existing unprivileged user root may become.

    Raises DatabaseTrouble when there is none: PostgreSQL refuses to run as root, and so do we.
    """
    if os.geteuid() != 0:
        return account_with(os.geteuid())
    for name in UNPRIVILEGED:
        account = _existing(name)
        if account and _may_become(account):
            return account
    raise DatabaseTrouble(
        "Kith does not run its database as root, and found no unprivileged user (postgres or nobody) to run it "
        "as. Run Kith as an ordinary user, or set DATABASE_URL."
    )


def _existing(name: str) -> Account | None:
    try:
        found = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(found.pw_uid, found.pw_gid, name) if found.pw_uid else None


def _may_become(account: Account) -> bool:
    # Containers without the right to change user, or without that user mapped, fail here.
    try:
        return account.run(["/bin/sh", "-c", ":"]).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
