"""How to reach the database: for psycopg, for Django, as a URL. Nothing here starts a server."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg

from kith.embedded.folders import PORT, folders_of
from kith.embedded.passwords import SUPERUSER, password_for
from kith.embedded.trouble import DatabaseTrouble

DATABASE = "kith"


def external_url(environ: Mapping[str, str]) -> str | None:
    """The PostgreSQL server named by DATABASE_URL, or None when the embedded one is to be used.

    Raises DatabaseTrouble when it is not a PostgreSQL address; the message never repeats the address,
    which may hold a password.
    """
    url = environ.get("DATABASE_URL", "").strip()
    if not url:
        return None
    if urlsplit(url).scheme not in ("postgres", "postgresql"):
        raise DatabaseTrouble("DATABASE_URL must begin with postgresql:// (Kith runs on PostgreSQL only).")
    return url


def connection_parameters(home: Path, login: str, database: str = DATABASE) -> dict[str, Any]:
    """host (the socket's folder), port, user, password and dbname: keyword arguments of `psycopg.connect`."""
    return {
        "host": str(folders_of(home).sockets),
        "port": PORT,
        "user": login,
        "password": password_for(home, login),
        "dbname": database,
    }


def connection_settings(home: Path, login: str, database: str = DATABASE) -> dict[str, str]:
    """The same as an entry of Django's DATABASES (ENGINE, NAME, USER, PASSWORD, HOST, PORT).

    Starts nothing, and gives the same answer before the first start as after it: folders and passwords are
    decided on the first call.
    """
    found = connection_parameters(home, login, database)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": login,
        "PASSWORD": str(found["password"]),
        "HOST": str(found["host"]),
        "PORT": str(found["port"]),
    }


def connection_url(home: Path, login: str, database: str = DATABASE) -> str:
    """The same as a postgresql:// URL; the socket's folder is percent-encoded in the place of a host name.

    Parse it with `psycopg.conninfo.conninfo_to_dict`: `urlsplit(...).hostname` would put the path in lower case.
    """
    found = {key: quote(str(value), safe="") for key, value in connection_parameters(home, login, database).items()}
    return "postgresql://{user}:{password}@{host}:{port}/{dbname}".format(**found)


def as_superuser(home: Path, database: str = "postgres") -> psycopg.Connection:
    """A connection of the supervisor itself, each statement its own transaction."""
    found = connection_parameters(home, SUPERUSER, database)
    return psycopg.connect(**found, autocommit=True, connect_timeout=5, application_name="kith supervisor")
