"""Nothing of what people type, read or are called is ever logged, whatever goes wrong (S-75)."""

import io
import logging
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.test import Client

from kith.record.jobs import MOST_TRIES
from kith.settings.logs import WithoutValues
from tests.databases import owner
from tests.pages.system.test_serve import answer, free_port, listens, until
from tests.record.test_jobs import ask

SECRET = "the moon is my quiet friend"
REF = "CAN-4RY"
CANARIES = [SECRET, "quiet", "moon", REF, "CAN", "01632 960777"]
FORM = {"words": SECRET, "text": SECRET, "ring_back": "01632 960777"}


@pytest.fixture
def said() -> Iterator[io.StringIO]:
    """What reaches the console while a test runs, as it is configured for a real instance."""
    (console,) = (h for h in logging.getLogger().handlers if isinstance(h.formatter, WithoutValues))
    kept, console.stream = console.stream, io.StringIO()
    try:
        yield console.stream
    finally:
        console.stream = kept


@pytest.fixture
def failing(settings):
    settings.ROOT_URLCONF = "tests.architecture.faults"
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False


def assert_nothing_of_it(logged: str) -> None:
    assert [canary for canary in CANARIES if canary in logged] == []


def test_pages_that_are_read_refused_not_there_or_forged_log_nothing_that_was_typed(cast, browse, said):
    aisha = browse("aisha")
    child = f"/children/{cast.maya.ref}"
    asked = [
        (200, aisha.get(f"{child}/")),
        (200, aisha.get("/search/", {"q": SECRET})),
        (422, aisha.post(f"{child}/voice/write/", {"text": SECRET})),
        (404, aisha.get(f"/children/{REF}/")),
        (404, aisha.get(f"/nowhere/{REF}/", {"q": SECRET})),
        (404, browse("kelly").post(f"{child}/voice/write/", FORM)),
        (403, Client(enforce_csrf_checks=True).post(f"/worried/?q={REF}", FORM)),
        (400, aisha.get(f"/children/{REF}/", headers={"host": f"{REF.lower()}.example"})),
        (400, aisha.post(f"{child}/voice/write/", {f"{SECRET} {n}": n for n in range(2_001)})),
    ]
    assert [(status, page.status_code) for status, page in asked if status != page.status_code] == []
    assert_nothing_of_it(said.getvalue())
    assert cast.maya.ref not in said.getvalue()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("database", "psycopg.errors.InvalidDatetimeFormat (22007)"),
        ("clash", "psycopg.errors.UniqueViolation (23505, held, held_pkey)"),
        ("python", "builtins.KeyError"),
    ],
)
def test_a_page_that_breaks_logs_what_kind_of_error_and_where_and_no_value(cast, browse, said, failing, fault, kind):
    aisha = browse("aisha")
    aisha.raise_request_exception = False

    page = aisha.post(f"/faults/{REF}/{fault}/", FORM)

    assert page.status_code == 500
    logged = said.getvalue()
    assert f"quoted-by-{'a-' if fault == 'clash' else 'the-' if fault == 'database' else ''}{fault}" in logged
    assert kind in logged
    assert "faults.py" in logged
    assert_nothing_of_it(logged)
    assert_nothing_of_it(page.content.decode() + str(page.headers))


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("Could not read %s, try %d of %s", (SECRET, 2, 3), "Could not read …, try 2 of 3"),
        (f"Could not read: {SECRET}", (), "Could not read"),
        (f"The task was never awaited\nfuture: <Task exception={SECRET}>", (), "The task was never awaited"),
        (ValueError(SECRET), (), "ValueError"),
        ("Three of %s and no more", (SECRET, SECRET), "Three of %s and no more"),
        ("Read %(words)s", ({"words": SECRET},), "Read %(words)s"),
    ],
)
def test_a_library_is_cut_short_where_it_begins_to_quote(sentence, given, left):
    record = logging.LogRecord("some.library", logging.ERROR, "", 0, sentence, given, None)
    assert WithoutValues().format(record).partition("some.library ")[2] == left


def test_what_another_handler_wrote_down_of_an_error_is_not_used(said):
    record = logging.LogRecord("kith", logging.ERROR, "", 0, "Broken.", None, (ValueError, ValueError(SECRET), None))
    assert SECRET in logging.Formatter().format(record)

    logging.getLogger().handle(record)

    assert_nothing_of_it(said.getvalue())
    assert "builtins.ValueError" in said.getvalue()


@pytest.mark.alone
def test_a_job_that_fails_logs_what_kind_of_error_and_where_and_no_value(own_database, environment):
    number = ask("quote_what_is_held", number=3)
    with owner(own_database) as someone:  # its last try: those before are not worth a line
        someone.execute("update procrastinate_jobs set attempts = %s where id = %s", [MOST_TRIES, number])

    done = subprocess.run(
        [sys.executable, "-m", "tests.record.working", "--once"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert "quote_what_is_held" in done.stderr
    assert "psycopg.errors.InvalidDatetimeFormat (22007)" in done.stderr
    assert "working.py" in done.stderr
    assert "moonmoonmoon" not in done.stdout + done.stderr


def test_a_process_that_ends_by_an_error_says_which_and_where_and_no_value():
    script = f"from kith.running import django_as; django_as('web'); raise ValueError({SECRET!r})"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert ended.returncode == 1
    assert "Ended by an error.\nbuiltins.ValueError" in ended.stderr
    assert_nothing_of_it(ended.stderr.replace(script, ""))


@contextmanager
def serving(environment: dict[str, str], port: int, log: Path) -> Iterator[None]:
    """`kith serve`, with all it and its children say kept in a file."""
    command = [sys.executable, "-m", "kith.cli", "serve", "--port", str(port)]
    with log.open("w") as kept:
        process = subprocess.Popen(command, env=environment, stdout=kept, stderr=subprocess.STDOUT)
        try:
            until(lambda: process.poll() is not None or listens(port))
            yield
        finally:
            process.terminate()
            process.wait(40)


def test_the_web_server_logs_no_request_and_no_word_of_one_it_cannot_read(environment, tmp_path):
    port, log = free_port(), tmp_path / "said"
    with serving({**environment, "KITH_MODE": "live"}, port, log):
        assert answer(port, f"/children/{REF}/")[0] == 200  # the sign-in page
        assert answer(port, f"/nowhere/{REF}/?q=moon")[0] == 404
        for request in (f"GET /children/{REF}/ HTTP/9.9\r\n\r\n", f"GET /\r\nmoon: {REF}\r\n{SECRET}\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
                raw.sendall(request.encode())
                assert b"400" in raw.recv(200)

    assert "Invalid request from ip=127.0.0.1" in log.read_text()
    assert_nothing_of_it(log.read_text())


def test_the_console_is_all_there_is_and_nobody_is_sent_errors_by_post():
    assert configured.LOGGING["handlers"].keys() == {"console"}
    assert configured.ADMINS == []
