"""Starting Django as one of the logins, with the database there for as long as a command needs it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def home() -> Path:
    return Path(os.environ.get("KITH_HOME", ".kith")).absolute()


@contextmanager
def database_ready(say: Callable[[str], None]) -> Iterator[None]:
    """The embedded database running (attached to when it already is); nothing to do for a server of one's own."""
    from kith.embedded import Embedded, external_url

    if external_url(os.environ) is not None:
        yield
        return
    embedded = Embedded(home(), say)
    embedded.start()
    try:
        yield
    finally:
        embedded.stop()


def django_as(login: str) -> None:
    """Set Django up to talk to the database as this login (owner, web or worker)."""
    import django
    from django.apps import apps

    os.environ["KITH_LOGIN"] = login
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
    if not apps.ready:
        django.setup()
