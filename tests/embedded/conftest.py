"""Databases for the tests: one that only runs, one to start and kill, copies to spoil."""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kith.embedded import Embedded
from kith.embedded.backup import remove

REPOSITORY = Path(__file__).parents[2]
ROOT = os.geteuid() == 0
NOBODY, DAEMON = 65534, 1
needs_root = pytest.mark.skipif(not ROOT, reason="acting as another user of the machine needs root")
NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def workshop() -> Iterator[Path]:
    """A short folder that every user can walk through."""
    folder = Path(tempfile.mkdtemp(prefix="kt-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def home(workshop: Path) -> Iterator[Path]:
    """A KITH_HOME in which nothing has been done yet."""
    home = workshop / f"home{next(NUMBERS)}"
    yield home
    remove(home)


@pytest.fixture(scope="session")
def ready_made(workshop: Path) -> Iterator[Path]:
    """A KITH_HOME whose database has been set up and stopped. To be copied, never started."""
    home = workshop / "ready-made"
    Embedded(home).start().stop()
    yield home
    remove(home)


@pytest.fixture(scope="session")
def working(ready_made: Path, workshop: Path) -> Iterator[Path]:
    """A copy for all the tests that start and kill. Separate, because what they write makes it slow to copy."""
    home = workshop / "working"
    subprocess.run(["cp", "-a", ready_made, home], check=True)
    yield home
    remove(home)


@pytest.fixture
def made(working: Path) -> Iterator[Path]:
    """A KITH_HOME with a database, stopped before and after the test."""
    yield working
    Embedded(working).stop(even_if_used=True)


@pytest.fixture
def spoilable(ready_made: Path, home: Path) -> Path:
    """A KITH_HOME of its own with a database, for a test that does damage to the folder or moves it."""
    subprocess.run(["cp", "-a", ready_made, home], check=True)
    return home


@pytest.fixture(scope="module")
def running(ready_made: Path, workshop: Path) -> Iterator[Embedded]:
    """A running database for tests that only look."""
    home = workshop / "looked-at"
    subprocess.run(["cp", "-a", ready_made, home], check=True)
    yield Embedded(home).start()
    remove(home)


@pytest.fixture
def companion() -> Iterator[Callable[[str, Path], subprocess.Popen[str]]]:
    """Starts companion.py as another process; whatever is left at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(what: str, home: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.embedded.companion", what, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def as_user(uid: int, do: Callable[[], object]) -> str:
    """What `do` returns, as text, or the words of what it raises, when another user of the machine does it.

    A fork that gives up root: it works even where that user cannot reach this Python.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(uid)
            os.setuid(uid)
            said = str(do())
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as words:
        said = words.read()
    os.waitpid(child, 0)
    return said
