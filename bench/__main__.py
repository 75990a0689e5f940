"""Run every measurement, or those named: `python -m bench census`."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench
from kith.running import say


def main(wanted: list[str]) -> None:
    for module in iter_modules(bench.__path__):
        if module.name != "__main__" and (not wanted or module.name in wanted):
            for line in import_module(f"bench.{module.name}").run():
                say(line)


if __name__ == "__main__":
    main(sys.argv[1:])
