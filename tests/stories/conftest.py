"""Stories: a real server on a free port, a real worker, a real browser, the demo family in a database of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import pytest

from tests.databases import copied, copy, template_ready, told_once

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "docs" / "screenshots"
WIDTHS = {"phone": 360, "desk": 1280}


@pytest.fixture(scope="session")
def told_database() -> Iterator[str]:
    """The demo family and a small caseload, told once for all processes of a run; each story works on a copy."""
    run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    name = f"kith_story_told_{run}"
    with template_ready() as template, told_once(template, name, _tell):
        yield name


def _tell(name: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "kith.cli", "demo", "--load-only", "--children", "12"],
        env=_environment(name),
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="session")
def serving(told_database: str) -> Iterator["Served"]:
    with running(told_database, f"kith_story_demo_{os.getpid()}") as served:
        yield served


@pytest.fixture
def kith(serving: "Served") -> "Served":
    """A running Kith, as `kith serve` runs it, in demo mode so that anyone can be signed in as; its database made
    afresh for each story.
    """
    return serving.afresh()


@contextmanager
def running(start: str, name: str, mode: str = "demo") -> Iterator["Served"]:
    """A server for one story after another, each in its own copy of the database called `start`."""
    with template_ready(), copied(start, name), TemporaryFile() as log:
        served = Served(start, name, mode, log)
        try:
            yield served
        finally:
            served.stop()


class Served:
    """One server process on its own database. `kill()` and `start()` let a story pull the plug; `log` is what it wrote
    for whoever looks after it, in this story and those before.
    """

    def __init__(self, beginning: str, database: str, mode: str, written: IO[bytes]):
        self.beginning, self.database, self.mode, self.written = beginning, database, mode, written
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self.start()

    def afresh(self) -> "Served":
        """The database as it was at first: the server loses the one it had, as when its database is restarted."""
        copy(self.beginning, self.database)
        if self.process.poll() is None:
            self._wait_until_it_answers()
        else:
            self.start()
        return self

    @property
    def log(self) -> str:
        self.written.seek(0)
        return self.written.read().decode()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kith.cli", "serve", "--port", str(self.port)],
            env={**_environment(self.database, self.mode), "KITH_STORY_PORT": str(self.port)},
            stdout=subprocess.DEVNULL,
            stderr=self.written,
            start_new_session=True,
        )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(self.log[-2000:])
            try:
                urllib.request.urlopen(f"{self.url}/health/", timeout=2).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("The server did not answer within three minutes.")

    def kill(self) -> None:
        """Pull the plug: everything, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for child in _left_by(self.port):
            os.kill(child, signal.SIGKILL)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=60)

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A `kith` command on the same instance, as whoever looks after it runs one."""
        return subprocess.run(
            [sys.executable, "-m", "kith.cli", *arguments],
            env=_environment(self.database, self.mode),
            capture_output=True,
            text=True,
            timeout=60,
        )


@pytest.fixture(scope="session", autouse=True)
def a_click_waits_for_the_page_it_opens() -> Iterator[None]:
    """Playwright goes on once a page has begun to come: what is counted then would be counted on half a page."""
    from playwright.sync_api import Locator

    only_clicks = Locator.click

    def click(self: Any, **options: Any) -> None:
        only_clicks(self, **options)
        if not self.page.is_closed():
            self.page.wait_for_load_state("domcontentloaded")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Locator, "click", click)
        yield


@pytest.fixture
def sit_down(chromium: Any, kith: Served) -> Iterator[Callable[..., Any]]:
    """`page = sit_down("Aisha Khan")`: a fresh browser, signed in through the sign-in page as this person."""
    contexts = []

    def signed_in(name: str, *, width: int = 1280, scripts: bool = True) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, base_url=kith.url
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        if name:
            with page.expect_navigation():  # the next key is for the page that comes
                page.get_by_role("button", name=name, exact=True).click()
        return page

    yield signed_in
    for context in contexts:
        context.close()


def check_accessible(page: Any) -> None:
    """axe finds nothing wrong on the page as it stands (WCAG 2.2 AA)."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    wrong = [
        f"{v['id']}: {v['help']} ({len(v['nodes'])}) {v['nodes'][0]['html'][:120]}"
        for v in found.response["violations"]
    ]
    assert not wrong, "\n".join(wrong)


def picture(page: Any, name: str) -> None:
    """A screenshot for the documents: written only when asked for, so that a test run leaves the tree as it was."""
    if os.environ.get("KITH_SCREENSHOTS"):
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(SHOTS / f"{name}.png"), full_page=True)


def _environment(database: str, mode: str = "demo") -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("KITH_LOGIN", "KITH_NOW", "KITH_MODE")}
    return {**kept, "KITH_MODE": mode, "KITH_DATABASE": database}


def _left_by(port: int) -> list[int]:
    """Processes of a killed server that had sessions of their own: the ones that still hold its port in their words."""
    left = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                environment = (folder / "environ").read_bytes()
            except OSError:
                continue
            if f"KITH_STORY_PORT={port}".encode() in environment:
                left.append(int(folder.name))
    return left
