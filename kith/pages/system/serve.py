"""Serve this instance: the web pages and one worker, until told to stop (Ctrl-C or SIGTERM).

Put a proxy that speaks HTTPS in front and set KITH_HTTPS=1. Nothing in the database is changed here: that is
`kith migrate`.
"""

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path

from kith.record.refusals import Refused
from kith.running import Say, database_ready, django_as, say

THIS_MACHINE = "127.0.0.1"
GRACE = 30.0  # seconds for what is in hand when asked to stop
LOOK_EVERY = 0.2
REST = 2.0  # seconds between two starts of what dies


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="where to serve (default 8000)")
    parser.add_argument("--host", default=THIS_MACHINE, help="the address to listen at (default: this machine alone)")


def run(options: argparse.Namespace) -> int:
    return serve(options.port, host=options.host)


def must_be_free(port: int, host: str = THIS_MACHINE) -> None:
    """Raises Refused when the port cannot be listened at."""
    _listening(port, host).close()


def serve(port: int, *, host: str = THIS_MACHINE, mode: str = "", tell: Say = say) -> int:
    """Serve until told to stop; 0 when asked to, 1 when the web server ended by itself.

    `mode` is demo, test or live (KITH_MODE unless given); demo listens to this machine alone. A worker that died and a
    web server that was killed are started again. Raises Refused for a busy port, unsafe settings or logins, a bad pack,
    a database of another version.
    """
    mode = mode or os.environ.get("KITH_MODE", "live")
    if mode == "demo" and host != THIS_MACHINE:
        raise Refused("The demo answers on this machine alone: its people sign in without a password.")
    with _listening(port, host) as listening, database_ready(tell, watched=True):
        _check()
        gather_assets()
        told = {**os.environ, "KITH_MODE": mode, "KITH_SERVED_BY": str(os.getpid())}
        with _stop_asked() as stop, _children(listening, told) as (web, worker):
            tell(f"Kith is at http://{'localhost' if host == THIS_MACHINE else host}:{port} (Ctrl-C stops it).")
            while not stop.wait(LOOK_EVERY):
                if web.ended_by_itself:
                    tell("The web server has stopped by itself.")
                    return 1
                web.start_again()
                worker.start_again()
            tell("Stopping: what is in hand is finished first.")
    return 0


def gather_assets() -> None:
    """Put what browsers fetch where it is served from, unless this build is there. Raises Refused when none is made."""
    from django.conf import settings
    from django.contrib.staticfiles import finders
    from django.core.management import call_command

    from kith.embedded.locks import only_one

    if settings.MODE == "test":
        return  # served from where they are
    built = finders.find("kith/.built")
    if built is None:
        raise Refused("The pages' styles and scripts have not been built. Run `make setup`.")
    now = f"{Path(built).read_text()} {metadata.version('django-allauth')}"
    gathered = settings.STATIC_ROOT / ".gathered"
    with only_one(settings.HOME / "static.lock", say, "Another Kith is gathering styles and scripts."):
        if not gathered.exists() or gathered.read_text() != now:
            # Those of an earlier build stay: a server still running may be asked for them.
            call_command("collectstatic", interactive=False, verbosity=0)
            gathered.write_text(now)


def _check() -> None:
    django_as("web")
    from django.db import connections
    from django.utils import timezone

    from kith.pages.system import refusing

    connections.close_all()
    refusing.refuse_unsafe_settings(today=timezone.localdate())
    refusing.refuse_unsafe_login("web")
    refusing.refuse_unsafe_login("worker")
    refusing.refuse_another_version()


class Child:
    """A process of our own, in a session of its own: Ctrl-C reaches us, and we stop it in good order."""

    def __init__(self, environment: dict[str, str], *arguments: str, socket: int | None = None) -> None:
        self.environment, self.arguments = environment, arguments
        self.sockets = [socket] if socket is not None else []
        self.start()

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.arguments],
            env=self.environment,
            pass_fds=self.sockets,
            start_new_session=True,
        )

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    @property
    def ended_by_itself(self) -> bool:
        """Over, and not because something killed it (a machine short of memory does): it would end again."""
        return not self.alive and self.process.returncode >= 0

    def start_again(self) -> None:
        """Start it again if it died, not more often than it can bear."""
        if not self.alive and time.monotonic() > self.started + REST:
            self.start()

    def ask_to_stop(self) -> None:
        with suppress(ProcessLookupError):
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        try:
            self.process.wait(max(0.0, seconds))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def _children(listening: socket.socket, environment: dict[str, str]) -> Iterator[tuple[Child, Child]]:
    """The web server, on the socket we hold, and the worker; both stopped at the end."""
    number = listening.fileno()
    pages = {**environment, "KITH_LOGIN": "web", "KITH_SOCKET": str(number)}
    gunicorn = ("gunicorn", "--config", "python:kith.pages.system.web", "kith.wsgi:application")
    web = Child(pages, *gunicorn, socket=number)
    worker = Child(environment, "kith.cli", "worker", "--quiet")
    try:
        yield web, worker
    finally:
        deadline = time.monotonic() + GRACE
        for child in (web, worker):
            child.ask_to_stop()
        for child in (web, worker):
            child.wait(deadline - time.monotonic())


@contextmanager
def _stop_asked() -> Iterator[threading.Event]:
    """Set when somebody presses Ctrl-C or sends SIGTERM."""
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listening(port: int, host: str) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=2048)
    except (OSError, OverflowError) as trouble:
        if getattr(trouble, "errno", None) == errno.EADDRINUSE:
            raise Refused(
                f"Port {port} is in use by something else. Choose another, such as --port {port + 1}."
            ) from None
        raise Refused(f"Port {port} at {host} cannot be used: {trouble}.") from None
