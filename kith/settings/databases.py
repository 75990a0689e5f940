"""Which database this process talks to, and as whom."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from kith.embedded import connection_settings, external_url

_DATABASE = "kith"


def database(environ: Mapping[str, str], home: Path, login: str) -> dict[str, Any]:
    """An entry of DATABASES for this login: an outside server when DATABASE_URL is set, else the embedded one.

    An outside server's owner is in KITH_OWNER_URL and its worker in KITH_WORKER_URL. KITH_DATABASE names another
    database on either.
    """
    url = external_url(environ)
    if url is None:
        found: dict[str, Any] = connection_settings(home, f"kith_{login}", environ.get("KITH_DATABASE", _DATABASE))
    else:
        found = _outside({"web": url}.get(login) or environ.get(f"KITH_{login.upper()}_URL", url))
        found["NAME"] = environ.get("KITH_DATABASE", found["NAME"])
    # Connections live in the web server's threads; a healed server is met again by the health check.
    return {**found, "CONN_MAX_AGE": 300, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}


def _outside(url: str) -> dict[str, Any]:
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", _DATABASE),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": parts,
    }
