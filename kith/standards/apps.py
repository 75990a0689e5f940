from collections.abc import Iterator
from pathlib import Path

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "kith.standards"
    label = "standards"

    def in_force(self) -> Iterator[str]:
        from kith.standards import owed

        yield from owed.in_force()
        yield (Path(__file__).parent / "kept.sql").read_text(encoding="utf-8")
