"""Every check and every test: `make test`.

The tests marked `alone` want a database server on which nothing else goes on, and wait more than they work: they run
beside all the rest, on a server of their own. Where DATABASE_URL names the one server there is, they run first.
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

ROOT = Path(__file__).resolve().parent.parent
FIRST = (("make", "--no-print-directory", "check"), (sys.executable, "-m", "tests.browser"))
PYTEST = (sys.executable, "-m", "pytest", "-q")
ALONE = (*PYTEST, "-m", "alone")
THE_REST = (*PYTEST, "-m", "not alone", "-n", "2", "--dist", "worksteal")


def main() -> int:
    if external_url(os.environ):
        return one_after_another(*FIRST, ALONE, THE_REST)
    with beside(ALONE, ROOT / ".build" / "test-home-alone") as alone:
        return one_after_another(*FIRST) or max(run(THE_REST), alone.end())


def one_after_another(*commands: tuple[str, ...]) -> int:
    """Stops at the first that fails; its exit code, or 0."""
    return next((code for command in commands if (code := run(command))), 0)


def run(command: tuple[str, ...]) -> int:
    return subprocess.run(command, cwd=ROOT).returncode


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
def beside(command: tuple[str, ...], home: Path) -> Iterator[Beside]:
    """At most as long as the block lasts, with the database server of this home."""
    with TemporaryFile() as said:
        environment = {**os.environ, "KITH_HOME": str(home)}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield Beside(process, said)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
