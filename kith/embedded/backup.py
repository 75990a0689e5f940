"""A copy of the whole database, and proof that the copy can be brought back to life."""

import os
import shutil
import subprocess
from pathlib import Path

from kith.embedded.accounts import ENVIRONMENT
from kith.embedded.binaries import find_binaries
from kith.embedded.connections import connection_parameters
from kith.embedded.folders import Folders, folders_of, private_folder
from kith.embedded.locks import Say
from kith.embedded.making import programs_for
from kith.embedded.passwords import SUPERUSER, password_for
from kith.embedded.server import Embedded
from kith.embedded.trouble import DatabaseTrouble


def take_backup(home: Path, into: Path, say: Say = lambda _: None) -> None:
    """Copy the running database, while it is used, into the new folder `into` (mode 0700).

    The superuser's password is kept with it, since the copy asks for it; guard the folder like the database.
    Raises DatabaseTrouble when `into` exists or the copy fails; half a copy is removed.
    """
    if into.exists():
        raise DatabaseTrouble(f"{into} exists already. A backup goes into a new folder.")
    into.parent.mkdir(parents=True, exist_ok=True)
    private_folder(into, os.geteuid())
    found = connection_parameters(home, SUPERUSER)
    say("Copying the database.")
    copied = subprocess.run(
        [
            find_binaries() / "bin/pg_basebackup",
            *("--host", str(found["host"]), "--port", str(found["port"]), "--username", SUPERUSER),
            *("--pgdata", into / "data", "--checkpoint", "fast", "--wal-method", "stream", "--no-password"),
        ],
        env=ENVIRONMENT | {"PGPASSWORD": str(found["password"])},
        capture_output=True,
        text=True,
    )
    if copied.returncode:
        shutil.rmtree(into)
        raise DatabaseTrouble(f"The backup failed. It said: {copied.stderr.strip()}")
    _keep(into / f"{SUPERUSER}.password", password_for(home, SUPERUSER))


def restore_backup(backup: Path, home: Path) -> None:
    """Put a backup into a KITH_HOME that has no database yet; `Embedded(home).start()` then runs it.

    Raises DatabaseTrouble when there is a database already, or no backup.
    """
    password = backup / f"{SUPERUSER}.password"
    folders = folders_of(home)
    if folders.data.exists():
        raise DatabaseTrouble(f"{home} has a database already. A backup is restored into a new KITH_HOME.")
    if not password.exists():
        raise DatabaseTrouble(f"{backup} does not hold a whole backup.")
    secrets = private_folder(folders.home / "secrets", os.geteuid())
    _keep(secrets / password.name, password.read_text(encoding="ascii").strip())
    draft = folders.root / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(backup / "data", draft, symlinks=True)
    _hand_over(draft, folders)
    draft.rename(folders.data)


def prove_backup(backup: Path, workshop: Path, say: Say = lambda _: None) -> None:
    """Bring a backup to life in the new folder `workshop`, check every page's checksum, and clear up.

    Raises DatabaseTrouble when the copy does not start or a page is damaged. Meant to be run every week.
    """
    try:
        restore_backup(backup, workshop)
        database = Embedded(workshop, say)
        with database:
            say("The copy has come to life.")
        folders = database.folders
        program = programs_for(folders) / "bin/pg_checksums"
        checked = folders.account.run([program, "--check", "--pgdata", folders.data])
        if checked.returncode:
            raise DatabaseTrouble(f"The backup in {backup} is damaged. It said: {checked.stderr.strip()}")
    finally:
        remove(workshop)


def remove(home: Path) -> None:
    """Stop and delete the database of a KITH_HOME, wherever it is kept. For copies and for tests: it asks nobody."""
    folders = folders_of(home)
    Embedded(home).stop(even_if_used=True)
    for folder in (folders.sockets, folders.root, folders.home):
        shutil.rmtree(folder, ignore_errors=True)


def _hand_over(data: Path, folders: Folders) -> None:
    for folder, _, files in os.walk(data):
        for path in (Path(folder), *(Path(folder, name) for name in files)):
            os.chown(path, folders.account.uid, folders.account.gid, follow_symlinks=False)


def _keep(path: Path, password: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(password + "\n")
