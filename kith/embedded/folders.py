"""Where the database lives: data, logs, sockets; and how each folder is checked before it is trusted.

For an ordinary user everything lies in KITH_HOME. As root the server runs as an unprivileged user; when that
user cannot reach KITH_HOME, data and programs go to a folder it can reach. What was decided is noted in
KITH_HOME (`folders.json`), so that every later process agrees.
"""

import hashlib
import json
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.embedded.accounts import Account, account_for_server, account_with
from kith.embedded.locks import Say, only_one
from kith.embedded.processes import shut_down
from kith.embedded.trouble import DatabaseTrouble

PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
LONGEST_SOCKET = 103  # bytes: 107 on Linux, 103 on the strictest system
REACHABLE = ("/var/lib", "/var/tmp")  # noqa: S108 - every folder made there is checked before it is trusted
NOTE = "folders.json"


@dataclass(frozen=True)
class Folders:
    """The decided places. `home` belongs to whoever runs Kith, `data`, `log` and `sockets` to the server's user."""

    home: Path
    root: Path
    sockets: Path
    account: Account

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def log(self) -> Path:
        return self.root / "log"


def folders_of(home: Path, say: Say = lambda _: None) -> Folders:
    """The places for this KITH_HOME, decided and made on the first call. Starts nothing.

    Raises DatabaseTrouble when a folder cannot be made, is someone else's or is open to others.
    """
    home = own_home(home)
    try:
        with only_one(home / "folders.lock", say):
            return _remembered(home) or _decide(home, say)
    except OSError as error:
        raise DatabaseTrouble(f"Kith cannot use the folder {error.filename or home}: {error.strerror}.") from None


def own_home(home: Path) -> Path:
    """KITH_HOME as an absolute path, made when missing. Raises DatabaseTrouble when it is another user's."""
    home = Path(home).expanduser().resolve()
    # Root lets its server's user walk through, without listing. The passwords have a closed folder of their own.
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        home.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, exist_ok=True)
        owner = home.stat().st_uid
    except OSError as error:
        raise DatabaseTrouble(f"Kith cannot use the folder {error.filename or home}: {error.strerror}.") from None
    if owner != os.geteuid():
        raise DatabaseTrouble(
            f"{home} belongs to another user (number {owner}). Run Kith as that user, or set KITH_HOME to a "
            "folder of your own."
        )
    return home


def private_folder(path: Path, uid: int) -> Path:
    """A folder that is `uid`'s and closed to everybody else, made when missing.

    Raises DatabaseTrouble when something else is there: a link, another user's folder, or one others can open.
    """
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if uid != os.geteuid():
            os.chown(path, uid, -1)
    if not _is_private(path, uid):
        raise DatabaseTrouble(
            f"{path} should be a folder of user number {uid}, closed to others (mode 0700), and is not. "
            "Kith will not trust it: find out who made it, then remove it or move it away."
        )
    return path


def _is_private(path: Path, uid: int) -> bool:
    try:
        about = path.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(about.st_mode) and about.st_uid == uid and not about.st_mode & 0o077


def _remembered(home: Path) -> Folders | None:
    note = _read_note(home)
    if note is None or os.geteuid() not in (0, note["uid"]):  # the whole of KITH_HOME may have changed hands
        return None
    root, sockets, account = Path(note["root"]), Path(note["sockets"]), account_with(note["uid"])
    if note["home"] != str(home):
        noted = _read_note(Path(note["home"]))
        if noted is not None and noted["root"] == note["root"]:
            return None  # a copy of a KITH_HOME still in use: it must not share the first one's database
        moved = root == Path(note["home"])
        root = home if moved else root
        return _note_down(Folders(home, root, _sockets(root, account), account))
    if root != home:
        _check_store(root)
    if not _is_private(sockets, account.uid):
        # Temporary folders are emptied when a machine starts; a stranger may have taken the old name since.
        return _note_down(Folders(home, root, _sockets(root, account), account))
    return Folders(home, root, sockets, account)


def _decide(home: Path, say: Say) -> Folders:
    data = home / "data"
    account = account_with(data.stat().st_uid) if data.exists() else account_for_server()
    if account.uid == 0 or os.geteuid() not in (0, account.uid):
        raise DatabaseTrouble(
            f"{data} belongs to {account.name}. The database runs as the user who owns that folder: never as root, "
            "and not as somebody else."
        )
    stays = data.exists() or account.uid == os.geteuid() or account.can_enter(home)
    root = home if stays else _store_for(home, account, say)
    return _note_down(Folders(home, root, _sockets(root, account), account))


def _sockets(root: Path, account: Account) -> Path:
    """A short private folder for the socket: beside the data, or in the temporary folder when that is too long."""
    if _fits(root / "sockets"):
        return private_folder(root / "sockets", account.uid)
    for base in dict.fromkeys((tempfile.gettempdir(), "/tmp", "/var/tmp")):  # noqa: S108 - random names, mode 0700
        if len(os.fsencode(base)) < 60 and "," not in base and account.can_enter(Path(base)):
            # Never a predictable name: nobody can be there first.
            made = Path(tempfile.mkdtemp(prefix="kith-", dir=base))
            os.chown(made, account.uid, -1)
            return made
    raise DatabaseTrouble(f"{root} is too long a path for the database's socket, and no temporary folder is usable.")


def _fits(sockets: Path) -> bool:
    # libpq takes a comma in a host for a list of hosts.
    return len(os.fsencode(sockets / SOCKET)) <= LONGEST_SOCKET and "," not in str(sockets)


def _store_for(home: Path, account: Account, say: Say) -> Path:
    """A root-owned folder outside KITH_HOME that the server's user can reach."""
    name = "kith-" + hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    for base in (*REACHABLE, tempfile.gettempdir()):
        if os.access(base, os.W_OK) and account.can_enter(Path(base)):
            store = Path(base, name)
            _set_aside(store, say)
            # Made under a name nobody can guess and then renamed: nobody can be there first.
            made = Path(tempfile.mkdtemp(prefix="kith-", dir=base))
            made.chmod(0o711)
            return made.rename(store)
    raise DatabaseTrouble(
        f"Kith runs its database as the user {account.name}, who can reach neither {home} nor a shared folder "
        "such as /var/lib. Set KITH_HOME to a folder that user can reach, or run Kith as an ordinary user."
    )


def _check_store(store: Path) -> None:
    try:
        about = store.lstat()
    except FileNotFoundError:
        raise DatabaseTrouble(
            f"The database of this KITH_HOME was kept in {store}, which is gone. Put it back; or, if nothing in "
            f"it is needed, remove {NOTE} from KITH_HOME and start anew."
        ) from None
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.geteuid() or about.st_mode & 0o022:
        raise DatabaseTrouble(f"{store} is not a folder that only root can change. Kith will not trust it.")


def _set_aside(store: Path, say: Say) -> None:
    """Keep the database of a KITH_HOME that was removed: it may hold records, so it is never deleted here.

    Raises DatabaseTrouble when what is there is not root's alone.
    """
    if not store.is_symlink() and not store.exists():
        return
    _check_store(store)
    if not (store / "data").exists():
        shutil.rmtree(store)
        return
    shut_down(store / "data", say)
    number = 1
    while (kept := store.with_name(f"{store.name}.left-{number}")).exists():
        number += 1
    store.rename(kept)
    say(f"An earlier database of a folder by this name is kept in {kept}. Remove it if nobody needs it.")


def _read_note(home: Path) -> dict[str, Any] | None:
    try:
        note: dict[str, Any] = json.loads((home / NOTE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
    except ValueError:
        raise DatabaseTrouble(f"{home / NOTE} is damaged: it should say where the database is kept.") from None
    return note


def _note_down(folders: Folders) -> Folders:
    note = {"home": folders.home, "root": folders.root, "sockets": folders.sockets, "uid": folders.account.uid}
    draft = folders.home / f"{NOTE}.new"
    draft.write_text(json.dumps(note, default=str), encoding="utf-8")
    draft.replace(folders.home / NOTE)
    return folders
