"""The embedded database: PostgreSQL from a wheel, supervised so that nobody has to.

Made on the first run, healed after a crash, closed to everybody else on the machine, never run as root.
`DATABASE_URL` replaces all of it (see `external_url`). Needs neither Django nor any part of Kith.

`Embedded(home).start()` has it running; `connection_settings(home, login)` says how to reach it without
starting anything. Trouble is one exception, `DatabaseTrouble`, whose message is meant for a person.
"""

from kith.embedded.connections import (
    connection_parameters,
    connection_settings,
    connection_url,
    external_url,
)
from kith.embedded.passwords import LOGINS, OWNER, SUPERUSER, WEB, WORKER, password_for
from kith.embedded.server import Embedded
from kith.embedded.trouble import DatabaseTrouble

__all__ = [
    "LOGINS",
    "OWNER",
    "SUPERUSER",
    "WEB",
    "WORKER",
    "DatabaseTrouble",
    "Embedded",
    "connection_parameters",
    "connection_settings",
    "connection_url",
    "external_url",
    "password_for",
]
