"""What an instance is told by its surroundings: each variable is explained where the settings begin."""

import re
from pathlib import Path

from kith import settings

KITH = Path(settings.__file__).parents[1]
NAMED = set(re.findall(r"^([A-Z_]{5,})  +\S", settings.__doc__, re.MULTILINE))
READ = re.compile(r"environ(?:\.get\(|\[)\"(\w+)\"|\"((?:KITH|DATABASE)_[A-Z_]+)\"")


def read_by(path):
    text = path.read_text().replace(settings.__doc__, "")
    return {name for pair in READ.findall(text) for name in pair if name} - {"DJANGO_SETTINGS_MODULE"}


def test_every_variable_that_is_read_is_explained():
    read = set().union(*(read_by(path) for path in KITH.rglob("*.py")))
    assert read - NAMED == set()
    assert {"KITH_HOME", "KITH_SEALS", "DATABASE_URL"} <= read


def test_nothing_is_explained_that_is_not_read():
    everything = "".join(path.read_text() for path in KITH.rglob("*.py") if path.parent.name != "settings")
    everything += (KITH / "settings" / "databases.py").read_text()
    everything += (KITH / "settings" / "__init__.py").read_text().replace(settings.__doc__, "")
    assert {name for name in NAMED if name not in everything} == set()
