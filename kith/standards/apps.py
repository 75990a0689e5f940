from collections.abc import Iterator

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "kith.standards"
    label = "standards"

    def in_force(self) -> Iterator[str]:
        from kith.standards import owed

        return owed.in_force()
