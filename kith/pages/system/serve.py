"""Serve this instance: the web pages and one worker, until told to stop (Ctrl-C or SIGTERM).

Put a proxy that speaks HTTPS in front (KITH_HTTPS=1). Nothing is migrated here: `kith migrate` does that.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from kith.record.refusals import Refused
from kith.running import Say, database_ready, django_as, say

GRACE = 30.0  # seconds for requests and jobs in hand when asked to stop
CHECK_EVERY = 0.2
RESTART_AFTER = 2.0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="where to serve (default 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: this machine alone)")


def run(options: argparse.Namespace) -> int:
    return serve(options.port, host=options.host)


def must_be_free(port: int, host: str = "127.0.0.1") -> None:
    """Raises Refused when something else listens there."""
    _listening(port, host).close()


def serve(port: int, *, host: str = "127.0.0.1", mode: str = "", tell: Say = say) -> int:
    """Serve until told to stop; 0 when asked to, 1 when the web server could not go on.

    `mode` is demo, test or live (as in KITH_MODE, the default). Demo listens to this machine alone. Raises Refused for
    a busy port, unsafe settings or login, a bad pack, a database of another version.
    """
    mode = mode or os.environ.get("KITH_MODE", "live")
    if mode == "demo" and host not in ("127.0.0.1", "localhost"):
        raise Refused("The demo answers on this machine alone: its people sign in without a password.")
    with _listening(port, host) as listening, database_ready(tell, watched=True):
        _check()
        _collect_assets()
        with _told_to_stop() as stop, ExitStack() as children:
            environment = {**os.environ, "KITH_MODE": mode, "KITH_SERVED_BY": str(os.getpid())}
            web = children.enter_context(_web(listening, environment))
            work = children.enter_context(Worker(environment))
            tell(f"Kith is at http://{'localhost' if host == '127.0.0.1' else host}:{port} (Ctrl-C stops it).")
            while not stop:
                if web.poll() is not None:
                    tell("The web server has stopped by itself.")
                    return 1
                work.keep_going(tell)
                time.sleep(CHECK_EVERY)
            tell("Stopping: what is in hand is finished first.")
    return 0


def _check() -> None:
    django_as("web")
    from django.utils import timezone

    from kith.pages.system import refusing

    refusing.refuse_unsafe_settings(today=timezone.localdate())
    refusing.refuse_another_version()
    refusing.refuse_unsafe_login("web")
    refusing.refuse_unsafe_login("worker")


def _collect_assets() -> None:
    """Gather what browsers fetch into KITH_HOME, unless this very build is there."""
    ...


def _listening(port: int, host: str) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as trouble:
        raise Refused(f"Port {port} cannot be used: {trouble.strerror}. ...") from None
