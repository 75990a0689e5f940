"""A second process for the tests: another user of the database."""

import signal
import sys
from pathlib import Path

from kith.embedded import Embedded
from kith.embedded.processes import live_postmaster


def use(home: str) -> None:
    """Start, say which server it is, stay until a line comes in, stop, say whether that stopped the server."""
    database = Embedded(Path(home)).start()
    print(live_postmaster(database.folders.data).pid, flush=True)
    sys.stdin.readline()
    print(database.stop(), flush=True)


def serve(home: str) -> None:
    """Keep the database alive until Ctrl-C, then leave."""
    database = Embedded(Path(home)).start()
    try:
        with database.watch():
            print(live_postmaster(database.folders.data).pid, flush=True)
            sys.stdin.read()
    except KeyboardInterrupt:
        print(database.stop(), flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests run in the background would hand down "ignored"
    {"use": use, "serve": serve}[sys.argv[1]](sys.argv[2])
