"""How many queries a page asks for itself: all that runs under the reader's role.

Session, sign-in and roles are read before the role is taken; the switch itself and savepoints are not questions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

_SWITCH, _NOBODY = "select set_config('role'", "select set_config('role', 'none'"
_SAVEPOINTS = ("SAVEPOINT", "RELEASE SAVEPOINT")


def of_the_page(asked: CaptureQueriesContext) -> list[str]:
    own, acting = [], False
    for sql in (query["sql"] for query in asked.captured_queries):
        if sql.startswith(_SWITCH):
            acting = not sql.startswith(_NOBODY)
        elif acting and not sql.startswith(_SAVEPOINTS):
            own.append(sql)
    return own


@contextmanager
def queries_of_the_page(at_most: int) -> Iterator[None]:
    """Fails, listing them, when what the block asks of the database for the page itself is more than this."""
    with CaptureQueriesContext(connection) as asked:
        yield
    own = of_the_page(asked)
    assert len(own) <= at_most, told(own)


def told(own: list[Any]) -> str:
    return f"{len(own)} queries:\n" + "\n".join(sql[:160] for sql in own)
