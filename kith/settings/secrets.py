"""Secrets this instance made for itself, kept in KITH_HOME/secrets, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def kept_secret(home: Path, name: str) -> str:
    """The secret of this name; made (256 bits) and kept 0600 the first time it is asked for."""
    folder = home / "secrets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{name}.secret"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    made = secrets.token_urlsafe(32)
    with os.fdopen(handle, "w") as file:
        file.write(made)
    return made
