"""Measure everything, or what is named: `python -m bench access board --size 50000`.

Side by side and as ratios: seconds say as much about the machine as about Kith. `--json` prints the figures as data;
`--write` keeps them in docs/bench.md.
"""

import argparse
import json
import os
import sys
from importlib import import_module
from pathlib import Path

MEASURED = ("access", "board", "search", "writing", "log", "census", "pages")
_OUTSIDE = ("DATABASE_URL", "KITH_OWNER_URL", "KITH_WORKER_URL")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("named", nargs="*", metavar="WHAT", help=f"of {', '.join(MEASURED)}; all of them unless named")
    parser.add_argument("--size", type=int, default=50_000, help="people in the made-up authority (default 50,000)")
    parser.add_argument("--json", action="store_true", help="the figures as data")
    parser.add_argument("--write", action="store_true", help="keep them in docs/bench.md")
    options = parser.parse_args(arguments)
    if unknown := set(options.named) - set(MEASURED):
        parser.error(f"There is no measurement called {', '.join(sorted(unknown))}.")
    _own_surroundings()

    from bench.telling import as_data, as_table, write
    from kith.embedded import Embedded
    from kith.running import home, say

    with Embedded(home(), say=lambda sentence: None):
        lines = []
        for name in options.named or MEASURED:
            for line in import_module(f"bench.{name}").run(options.size):
                lines.append(line)
                say(line.in_short()) if not options.json else None
        say(json.dumps(as_data(lines), indent=2) if options.json else as_table(lines))
        if options.write:
            write(lines, Path("docs/bench.md"))
    return 0


def _own_surroundings() -> None:
    """A home and a day of its own, always on the embedded server."""
    for name in _OUTSIDE:
        os.environ.pop(name, None)
    home = Path(".build/bench").absolute()
    home.mkdir(parents=True, exist_ok=True, mode=0o711)
    os.environ |= {
        "KITH_HOME": str(home),
        "KITH_MODE": "test",
        "KITH_LOGIN": "owner",
        "KITH_NOW": "2026-11-17T10:00:00+00:00",
        "KITH_SEALS": str(home / "seals.log"),
        "DJANGO_SETTINGS_MODULE": "kith.settings",
    }
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
