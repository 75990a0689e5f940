"""A worker with jobs of the tests' own: `python -m tests.record.working` takes the options of `kith worker`."""

import sys

from kith.running import django_as

django_as("worker")

from django.db import connection  # noqa: E402

from kith.cli import main  # noqa: E402
from kith.directory.acts import add_agency  # noqa: E402
from kith.directory.models import Agency  # noqa: E402
from kith.record import Refused  # noqa: E402
from kith.record.jobs import job  # noqa: E402


@job("add_numbered_agency")
def add_numbered_agency(*, by, key, number):
    """Writes, then waits for a lock the test may hold: the place to be killed."""
    add_agency(by=by, key=key, name=f"Agency {number}", kind="school")
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [number])


@job("be_refused")
def be_refused(*, by, key, number):
    add_agency(by=by, key=key, name="Agency of a refused job", kind="school")
    raise Refused("Not today.")


@job("quote_what_is_held")
def quote_what_is_held(*, by, key, number):
    """Fails with an error of the database's that quotes a value."""
    with connection.cursor() as cursor:
        cursor.execute("select repeat('moon', %s)::date", [number])


@job("count_rows_as_whom")
def count_rows_as_whom(*, by, key, number):
    """Leaves behind who the database thinks it is working for."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user || ' ' || session_user")
        add_agency(by=by, key=key, name=cursor.fetchone()[0], kind="school")


if __name__ == "__main__":
    assert Agency
    sys.exit(main(["worker", *sys.argv[1:]]))
