"""Which database Django's connection leads to, from test to test."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg.pq import TransactionStatus

_laid_aside: dict[str, Any] = {}  # connections by the name of their database; only this process's main thread has any


@contextmanager
def speaking_to(name: str, *, again: bool = False) -> Iterator[None]:
    """Django's connection leads to this database as long as the block runs.

    With `again`, connections are laid aside for the next test that says so, not closed: a server session that has met
    a statement before need not plan it once more. Only what was rolled back may have happened on one.
    """
    from django.db import connection

    before = connection.settings_dict["NAME"]
    turn = _turn_to if again else _connect_to
    turn(name)
    try:
        yield
    finally:
        turn(before)


def hang_up(name: str) -> None:
    """Close what was laid aside, so that the database can be dropped."""
    if laid_aside := _laid_aside.pop(name, None):
        laid_aside.close()


def _connect_to(name: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def _turn_to(name: str) -> None:
    from django.db import connection

    if connection.connection and connection.connection.info.transaction_status == TransactionStatus.IDLE:
        _laid_aside[connection.settings_dict["NAME"]] = connection.connection
        connection.connection = None
    _connect_to(name)
    connection.connection = _laid_aside.pop(name, None)
    connection.health_check_done = False  # its server may have been killed meanwhile
