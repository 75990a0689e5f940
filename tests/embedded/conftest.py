"""A database of one's own per test, copied from one that was set up once."""

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


@pytest.fixture
def made(ready_made: Path, home: Path) -> Path:
    """A KITH_HOME with a database, not running."""
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
def companion() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts companion.py as another process, perhaps as another user; whatever is left at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(what: str, argument: object, uid: int | None = None) -> subprocess.Popen[str]:
        as_user = {} if uid is None else {"user": uid, "group": uid, "extra_groups": []}
        process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.embedded.companion", what, str(argument)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PYTHONPATH": str(REPOSITORY), "PATH": os.environ["PATH"]},
            start_new_session=True,
            **as_user,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def other_users() -> None:
    """Skips, saying why, unless the test can act as other users of the machine."""
    if not ROOT:
        pytest.skip("acting as another user of the machine needs root")
    if not reaches_us(NOBODY):
        pytest.skip("no other user can reach this Python or this repository")


def reaches_us(uid: int) -> bool:
    """Whether that user can run this Python with this repository."""
    try:
        tried = subprocess.run(
            [sys.executable, "-B", "-c", "import kith.embedded"],
            cwd="/",
            env={"PYTHONPATH": str(REPOSITORY)},
            user=uid,
            group=uid,
            extra_groups=[],
            capture_output=True,
            check=False,
        )
    except PermissionError:
        return False
    return tried.returncode == 0
