"""`kith serve`, as real processes on a free port: it serves, stops in good order, and refuses to start unsafe."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kith.pages.system.refusing import refuse_unsafe_settings
from kith.record import Refused
from kith.settings.databases import database
from tests.cast import TODAY
from tests.databases import copied, home


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return asking.getsockname()[1]


def until(true: Callable[[], object], seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not so after {seconds} s"
        time.sleep(0.05)


def answer(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, ""


def listens(port: int) -> bool:
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) == 0


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


@contextmanager
def served(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kith.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        until(lambda: process.poll() is not None or listens(port))
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(40)
        process.stdout.close()


@pytest.fixture
def live(environment: dict[str, str]) -> dict[str, str]:
    return {**environment, "KITH_MODE": "live"}


def test_it_serves_pages_and_assets_and_works_off_jobs_and_ctrl_c_stops_it_all(live, seal_file):
    port = free_port()
    with served(live, port) as process:
        status, page = answer(port, "/comfort/")
        assert status == 200
        style = re.search(r'href="(/static/kith/kith\.[0-9a-f]+\.css)"', page)
        assert style, "pages name the very build of their styles"
        assert answer(port, style.group(1))[0] == 200
        assert answer(port, "/health/") == (200, '{"ok": true}')
        until(seal_file.exists)  # the worker is at work

        families = children_of(process.pid)
        assert len(families) == 2
        process.send_signal(signal.SIGINT)
        assert process.wait(40) == 0
        said = process.stdout.read()
        assert f"Kith is at http://localhost:{port}" in said
        assert "Traceback" not in said
    assert not listens(port)
    assert not any(alive(pid) for pid in families)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent is gone")
def test_when_it_is_killed_its_web_server_and_worker_end_too(live):
    port = free_port()
    with served(live, port) as process:
        assert answer(port, "/comfort/")[0] == 200
        families = children_of(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        until(lambda: not any(alive(pid) for pid in families))
        until(lambda: not listens(port))


def test_a_worker_or_a_web_server_that_is_killed_is_started_again(live):
    port = free_port()
    with served(live, port) as process:
        assert answer(port, "/comfort/")[0] == 200
        for killed in children_of(process.pid):
            os.kill(killed, signal.SIGKILL)
            until(lambda killed=killed: len(children_of(process.pid)) == 2 and killed not in children_of(process.pid))
        assert answer(port, "/comfort/")[0] == 200


def test_a_web_server_that_ends_by_itself_ends_it_all(live):
    port = free_port()
    with served(live, port) as process:
        assert answer(port, "/comfort/")[0] == 200
        web, worker = children_of(process.pid)
        os.kill(web, signal.SIGTERM)
        assert process.wait(40) == 1
        assert "stopped by itself" in process.stdout.read()
    assert not alive(worker)


def test_a_busy_port_is_said_plainly(live, kith):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = kith("serve", "--port", str(port), environment=live)
    assert refused.returncode == 1
    assert refused.stderr == (
        f"kith: Port {port} is in use by something else. Choose another, such as --port {port + 1}.\n"
    )


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("DEBUG", True, "DEBUG is on"),
        ("SECRET_KEY", "changeme", "KITH_SECRET needs 32 random letters"),
        ("SECRET_KEY", f"django-insecure-{'x' * 40}", "KITH_SECRET needs 32 random letters"),
        ("SECOND_STEP_KEYS", ["x" * 40, ""], "Each of KITH_KEYS needs 32 random letters"),
        ("SECOND_STEP_KEYS", ["changeme"], "Each of KITH_KEYS needs 32 random letters"),
        ("ALLOWED_HOSTS", ["*"], "KITH_HOSTS must name each host"),
        ("ALLOWED_HOSTS", [".example.test"], "KITH_HOSTS must name each host"),
        ("PACK", "atlantis-2026", "The pack atlantis-2026 cannot be used"),
    ],
)
def test_unsafe_settings_are_refused_in_words(settings, setting, value, said):
    setattr(settings, setting, value)
    with pytest.raises(Refused, match=re.escape(said)):
        refuse_unsafe_settings(today=TODAY)


def test_a_refusal_is_one_line_and_nothing_is_served(live, kith):
    refused = kith("serve", "--port", str(free_port()), environment={**live, "KITH_HOSTS": "*"})
    assert refused.returncode == 1
    assert refused.stderr.startswith("kith: KITH_HOSTS must name each host")
    assert refused.stderr.count("\n") == 1


def test_it_refuses_to_serve_as_the_owner_of_the_tables(live, kith, own_database):
    found = database(os.environ, home(), "owner")
    host = found["HOST"].replace("/", "%2F")
    url = f"postgresql://{found['USER']}:{found['PASSWORD']}@{host}:{found['PORT']}/{own_database}"
    refused = kith("serve", "--port", str(free_port()), environment={**live, "DATABASE_URL": url})
    assert refused.returncode == 1
    assert "The web login may do more than it needs" in refused.stderr


def test_it_refuses_a_database_that_was_never_made_ready(live, kith, own_database):
    with copied("template0", "kith_bare") as bare:
        refused = kith("serve", "--port", str(free_port()), environment={**live, "KITH_DATABASE": bare})
    assert refused.returncode == 1
    assert "Run `kith migrate`" in refused.stderr


def test_the_demo_answers_on_this_machine_alone(live, kith):
    demo = {**live, "KITH_MODE": "demo"}
    refused = kith("serve", "--host", "0.0.0.0", "--port", str(free_port()), environment=demo)
    assert refused.returncode == 1
    assert "on this machine alone" in refused.stderr
