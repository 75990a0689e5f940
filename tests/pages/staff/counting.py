"""How many queries a page costs besides those of every request: session, sign-in, roles, time and savepoints."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

OF_EVERY_REQUEST = (
    "django_session",
    'FROM "directory_account"',
    'FROM "directory_role"',
    'FROM "directory_staff"',
    "set_config",
    "SAVEPOINT",
)


@contextmanager
def queries_of_the_page(at_most: int) -> Iterator[None]:
    """Fails, listing them, when what the block asks of the database for the page itself is more than this."""
    with CaptureQueriesContext(connection) as asked:
        yield
    own = [q["sql"] for q in asked.captured_queries if not any(part in q["sql"] for part in OF_EVERY_REQUEST)]
    assert len(own) <= at_most, _told(own)


def _told(own: list[Any]) -> str:
    return f"{len(own)} queries:\n" + "\n".join(sql[:160] for sql in own)
