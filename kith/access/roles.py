"""The database roles, made before the first migration and safe to make again.

Roles belong to the whole server, so several starters may run this at once: each statement tolerates having been done.
PostgreSQL 15 syntax throughout. On a server whose owner may not create roles the same statements can be printed and
run by someone who may.
"""

from collections.abc import Iterator

from kith.access.actor import Audience

LOGINS: dict[str, list[Audience]] = {
    "kith_web": [a for a in Audience if a != Audience.SYSTEM],
    "kith_worker": [Audience.SYSTEM],
}
_LOCK = 7_151_001  # one advisory lock for everything that changes roles


def statements(passwords: dict[str, str], owner: str = "current_user") -> Iterator[str]:
    """SQL that makes every role. A login (kith_web, kith_worker) named in `passwords` gets that password.

    `owner` is who must be able to act as each audience: the login that owns the tables.
    """
    yield f"select pg_advisory_xact_lock({_LOCK})"
    for audience in Audience:
        yield _made(audience.role, "nologin noinherit")
        yield f"grant {audience.role} to {owner}"
    for login, audiences in LOGINS.items():
        yield _made(login, "login noinherit")
        yield f"alter role {login} login noinherit" + _password(passwords.get(login))
        yield f"grant {login} to {owner}"  # who owns the tables may see and end a login's sessions
        for audience in audiences:
            yield f"grant {audience.role} to {login}"


def _made(role: str, options: str) -> str:
    return (
        f"do $$ begin create role {role} {options}; "
        "exception when duplicate_object or unique_violation then null; end $$"
    )


def _password(given: str | None) -> str:
    if given is None:
        return ""
    return " password '" + given.replace("'", "''") + "'"
