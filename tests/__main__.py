"""Every check and every test: `make test`.

The tests marked `alone` want a database server on which nothing else goes on, and wait more than they work: they run
beside all the rest, on a server of their own (tests/homes.py), and so do the checks, which use one core. Where
DATABASE_URL names the one server there is, those tests run before the rest. What ran beside says what it found at the
end.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from kith.embedded import external_url
from tests.homes import two_homes

ROOT = Path(__file__).resolve().parent.parent
BROWSER = (sys.executable, "-m", "tests.browser")
CHECK = ("make", "--no-print-directory", "check")
PYTEST = (sys.executable, "-m", "pytest", "-q")
ALONE = (*PYTEST, "-m", "alone")
THE_REST = (*PYTEST, "-m", "not alone", "-n", "2", "--dist", "worksteal")


def main() -> int:
    """0 when everything is well, else 1."""
    # Dozens of processes are started: each would read and compile every module, and pytest rewrite every test, anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if run(BROWSER):
        return 1
    if external_url(os.environ):
        alone = run(ALONE)
        with beside(CHECK) as check:
            return int(any([alone, run(THE_REST), check.end()]))
    with beside(CHECK) as check, two_homes() as (rest, apart), beside(ALONE, KITH_HOME=str(apart)) as by_itself:
        return int(any([run(THE_REST, KITH_HOME=str(rest)), by_itself.end(), check.end()]))


def run(command: tuple[str, ...], **environment: str) -> int:
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}).returncode


class Beside:
    """A command that runs in the background; what it says is said once it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
        self.process, self.said = process, said

    def end(self) -> int:
        code = self.process.wait()
        self.said.seek(0)
        print(self.said.read().decode(), end="", flush=True)
        return code


@contextmanager
def beside(command: tuple[str, ...], **environment: str) -> Iterator[Beside]:
    """Running at most as long as the block lasts."""
    with TemporaryFile() as said:
        told = {**os.environ, **environment}
        process = subprocess.Popen(command, cwd=ROOT, env=told, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield Beside(process, said)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
