"""Making the database: the cluster on the first run, then the owner's login and its database."""

import shutil
from pathlib import Path

import psycopg
from psycopg import sql

from kith.embedded.binaries import copy_binaries, find_binaries, version_of
from kith.embedded.folders import Folders, private_folder
from kith.embedded.passwords import OWNER, SUPERUSER, password_for
from kith.embedded.trouble import DatabaseTrouble

INITDB = (
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--data-checksums",
    "--auth-local=scram-sha-256",
    "--auth-host=scram-sha-256",
    f"--username={SUPERUSER}",
    "--no-instructions",
)


def programs_for(folders: Folders) -> Path:
    """The PostgreSQL programs, as the server's user can reach them: the wheel's, or a copy beside the data."""
    install = find_binaries()
    if folders.account.can_run(install / "bin/postgres"):
        return install
    copied = copy_binaries(install, folders.root)
    if not folders.account.can_run(copied / "bin/postgres"):
        raise DatabaseTrouble(f"The user {folders.account.name} cannot run the database programs in {copied}.")
    return copied


def make_cluster(folders: Folders, programs: Path) -> None:
    """Make the data folder. Killed half way, it leaves a draft that the next call throws away.

    Raises DatabaseTrouble with the program's own words when it fails.
    """
    draft = folders.root / "data.new"
    if draft.exists():
        shutil.rmtree(draft)
    private_folder(draft, folders.account.uid)
    # The password goes through a pipe that the unprivileged user's own shell makes: never through a shared file.
    script = 'cat | exec "$@" --pwfile=/dev/stdin'
    argv: list[str | Path] = ["/bin/sh", "-c", script, "sh", programs / "bin/initdb", f"--pgdata={draft}", *INITDB]
    made = folders.account.run(argv, typed=password_for(folders.home, SUPERUSER) + "\n")
    if made.returncode:
        raise DatabaseTrouble(f"The database could not be set up in {folders.root}. It said: {made.stderr.strip()}")
    draft.rename(folders.data)


def check_cluster(folders: Folders, programs: Path) -> None:
    """Raises DatabaseTrouble when the data folder is not ours alone or was made by another major version.

    A minor version needs nothing but a restart, which a start with new programs is.
    """
    private_folder(folders.data, folders.account.uid)
    try:
        made_by = (folders.data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise DatabaseTrouble(f"{folders.data} does not hold a database. Move it away, or set KITH_HOME.") from None
    ours = version_of(programs)
    if made_by != ours.split(".")[0]:
        raise DatabaseTrouble(
            f"The database in {folders.data} was made by PostgreSQL {made_by}, and this Kith brings PostgreSQL {ours}. "
            f"Nothing has been changed. Go back to the Kith that made it, take a backup there (pg_dumpall), then "
            "load that into a new KITH_HOME with this one, and keep the old folder until you have checked it."
        )


def has_owner_and_database(connection: psycopg.Connection, database: str) -> bool:
    """Whether the owner's login and its database are there."""
    role, base = "select 1 from pg_roles where rolname = %s", "select 1 from pg_database where datname = %s"
    row = connection.execute(f"select exists ({role}) and exists ({base})", (OWNER, database)).fetchone()
    return bool(row and row[0])


def make_owner_and_database(connection: psycopg.Connection, home: Path, database: str) -> None:
    """Give the owner's login its rights and the password of its file; make its database. Idempotent.

    The owner may create databases and roles and is not a superuser. From PostgreSQL 16 a role's maker does not
    belong to it unless told so, hence the setting; before that a CREATEROLE login may grant any role.
    """
    owner = sql.Identifier(OWNER)
    if not connection.execute("select 1 from pg_roles where rolname = %s", (OWNER,)).fetchone():
        connection.execute(sql.SQL("create role {}").format(owner))
    password = password_for(home, OWNER).encode()
    # The server is given the verifier only, so the password itself can be in no log and no statistics view.
    verifier = connection.pgconn.encrypt_password(password, OWNER.encode(), b"scram-sha-256").decode()
    connection.execute(
        sql.SQL("alter role {} login createdb createrole nosuperuser noreplication nobypassrls password {}").format(
            owner, verifier
        )
    )
    if connection.info.server_version >= 160000:
        connection.execute(sql.SQL("alter role {} set createrole_self_grant = 'set, inherit'").format(owner))
    if not connection.execute("select 1 from pg_database where datname = %s", (database,)).fetchone():
        connection.execute(sql.SQL("create database {} owner {}").format(sql.Identifier(database), owner))
