"""A random password per login, each in a file only its owner can read."""

import os
import re
import secrets
import stat
from pathlib import Path

from kith.embedded.folders import own_home, private_folder
from kith.embedded.trouble import DatabaseTrouble

SUPERUSER = "kith_super"
OWNER = "kith_owner"
WEB = "kith_web"
WORKER = "kith_worker"
LOGINS = (SUPERUSER, OWNER, WEB, WORKER)


def password_for(home: Path, login: str) -> str:
    """The password of a login (one of LOGINS or any other `kith_...` name), made at the first asking.

    Kept in `home/secrets/<login>.password`, mode 0600 in a folder of mode 0700.
    Raises DatabaseTrouble when that file is another user's or others can read it.
    """
    if not re.fullmatch(r"kith_[a-z_]{1,40}", login):
        raise DatabaseTrouble(f"{login!r} is not a login of Kith.")
    folder = private_folder(own_home(home) / "secrets", os.geteuid())
    path = folder / f"{login}.password"
    if not path.exists():
        try:
            _write_first(path, secrets.token_urlsafe(30))
        except OSError as error:
            raise DatabaseTrouble(f"The password file {path} cannot be written: {error.strerror}.") from None
    return _read(path)


def _write_first(path: Path, password: str) -> None:
    # A link appears whole or not at all and never replaces: of two processes at once, one password wins.
    draft = path.with_name(f".{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(password + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _read(path: Path) -> str:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError as error:
        raise DatabaseTrouble(f"The password file {path} cannot be read: {error.strerror}.") from None
    with os.fdopen(handle, encoding="ascii") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid() or about.st_mode & 0o077:
            raise DatabaseTrouble(
                f"The password file {path} must be yours and closed to others. If you trust what it holds: "
                f"chmod 600 {path}"
            )
        return file.read().strip()
