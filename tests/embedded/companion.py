"""A second process for the tests: another user of the database, or another user of the machine."""

import sys
from pathlib import Path

import psycopg

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
        with database.watch(lambda: print("restarted", flush=True)):
            print(live_postmaster(database.folders.data).pid, flush=True)
            sys.stdin.read()
            while True:
                input()
    except (KeyboardInterrupt, EOFError):
        print(database.stop(), flush=True)


def connect(url: str) -> None:
    """Try to reach a database; say what happened."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            print(connection.execute("select 'connected'").fetchone()[0])
    except psycopg.OperationalError as error:
        print(error)


if __name__ == "__main__":
    {"use": use, "serve": serve, "connect": connect}[sys.argv[1]](sys.argv[2])
