"""Secrets this instance made for itself, kept in KITH_HOME/secrets, readable by its owner alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def kept_secret(home: Path, name: str) -> str:
    """The secret of this name; made (256 bits) and kept 0600 the first time it is asked for.

    Written beside its place and linked in whole, so that two first askers get one secret and never half of one.
    """
    folder = home / "secrets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{name}.secret"
    if not path.exists():
        draft = folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()
