"""The packs we ship, as of the cast's day: what each test of all three starts from."""

import pytest

from kith import packs
from tests.cast import TODAY

ALL = [packs.pack_for(name, TODAY) for name in ("england-2026", "jersey-2024", "scotland-2023")]
each_pack = pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)
