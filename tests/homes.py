"""Where the database servers of `make test` live: in the machine's memory, where that has room.

A run makes and drops two hundred databases of four thousand files each; in memory that takes a tenth of the time it
takes on a disk. The template is made once and copied with its server stopped. Everything is gone at the end.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from kith.embedded.backup import remove
from tests.databases import template_ready

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30  # bytes: three times what a run was seen to take
NAMES = ("rest", "alone", "alone-chaos")  # the last is that of tests/chaos/test_ten_kills.py
HOW = {"KITH_MODE": "test", "KITH_LOGIN": "owner"}


@contextmanager
def two_homes() -> Iterator[tuple[Path, Path]]:
    """A KITH_HOME for most tests, and one for those that want a server to themselves."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        yield ROOT / ".build/test-home", ROOT / ".build/test-home-alone"
        return
    _forget_the_dead()
    folder = Path(mkdtemp(prefix=f"kith-tests-{os.getpid()}-", dir=MEMORY))
    folder.chmod(0o711)  # the server of a run by root is another user's
    first, *others = homes = [folder / name for name in NAMES]
    try:
        with patch.dict(os.environ, HOW | {"KITH_HOME": str(first)}), template_ready():
            pass
        for other in others:
            subprocess.run(["cp", "-a", first, other], check=True)
        yield homes[0], homes[1]
    finally:
        _forget(folder)


def _forget_the_dead() -> None:
    """Runs that were killed before they could tidy up; their number is in the name."""
    for folder in MEMORY.glob("kith-tests-*"):
        if folder.stat().st_uid == os.geteuid() and not Path(f"/proc/{folder.name.split('-')[2]}").exists():
            _forget(folder)


def _forget(folder: Path) -> None:
    for home in [each for each in folder.iterdir() if each.is_dir()]:
        remove(home)
    shutil.rmtree(folder, ignore_errors=True)
