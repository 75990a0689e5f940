"""Locks the kernel lets go of when their holder dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Say = Callable[[str], None]


@contextmanager
def only_one(path: Path, say: Say, waiting: str = "Another Kith process is busy with the database.") -> Iterator[None]:
    """Hold the lock file `path` alone; waits, saying so after a second."""
    handle = _open(path)
    try:
        _patiently(handle, fcntl.LOCK_EX, say, waiting)
        yield
    finally:
        os.close(handle)


def join(path: Path, say: Say) -> int:
    """Count ourselves among the users of `path`; returns the open file that holds our place."""
    handle = _open(path)
    try:
        _patiently(handle, fcntl.LOCK_SH, say, "Another Kith process is stopping the database.")
    except BaseException:
        os.close(handle)
        raise
    return handle


def nobody_else(handle: int) -> bool:
    """Whether ours is the only place held. When true, newcomers wait until the handle is closed."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def _patiently(handle: int, kind: int, say: Say, waiting: str) -> None:
    began = time.monotonic()
    told = 0.0
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = time.monotonic() - began
            if waited >= told + (1 if told < 10 else 10):
                say(f"{waiting} Waiting ({waited:.0f} s).")
                told = waited
            time.sleep(0.02)
        else:
            return
