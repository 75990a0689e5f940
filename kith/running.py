"""Starting Django as one of the logins, with the database there for as long as a command needs it.

Beside `settings` and `embedded` and in no room, so that the commands of every room may use it.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

Say = Callable[[str], None]


def home() -> Path:
    return Path(os.environ.get("KITH_HOME", ".kith")).absolute()


def say(sentence: str) -> None:
    """What a command tells the person at the keyboard."""
    print(sentence, flush=True)  # noqa: T201 - a command speaks on standard output


def say_nothing(sentence: str) -> None:
    """For --quiet and --json."""


@contextmanager
def database_ready(say: Say = say, *, watched: bool = False) -> Iterator[None]:
    """The embedded database running (attached to when it already is); nothing to do for a server of one's own.

    `watched` also starts it again whenever it dies, as long as the block runs.
    """
    from kith.embedded import Embedded, external_url

    if external_url(os.environ) is not None:
        yield
        return
    embedded = Embedded(home(), say)
    embedded.start()
    try:
        watch: AbstractContextManager[object] = embedded.watch() if watched else nullcontext()
        with watch:
            yield
    finally:
        embedded.stop()


def django_as(login: str) -> None:
    """Set Django up to talk to the database as this login (owner, web or worker)."""
    import django
    from django.apps import apps

    os.environ["KITH_LOGIN"] = login
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
    from kith.settings import logs

    sys.excepthook, threading.excepthook = logs.uncaught, logs.uncaught_in_thread
    if not apps.ready:
        django.setup()


def end_with_parent() -> None:
    """In a process `kith serve` started: be told to stop when that one is gone, even killed (where Linux can tell)."""
    parent = os.environ.get("KITH_SERVED_BY")
    if not parent:
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):  # gone before we could ask
        os.kill(os.getpid(), signal.SIGTERM)


_PR_SET_PDEATHSIG = 1
