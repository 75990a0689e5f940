"""When it is better not to start; and the ways around the embedded database (lines 9 to 12)."""

import os
from pathlib import Path

import psycopg
import pytest

from kith.embedded import OWNER, DatabaseTrouble, Embedded, external_url
from kith.embedded.backup import prove_backup, restore_backup, take_backup
from kith.embedded.server import ROOM_NEEDED, Room
from tests.embedded.conftest import NOBODY, needs_root


def test_it_does_not_start_on_a_full_disk(made: Path) -> None:
    with pytest.raises(DatabaseTrouble, match="Make room"):
        Embedded(made, room=lambda _: Room(10**12, 10**12, ROOM_NEEDED - 1)).start()
    with Embedded(made, room=lambda _: Room(ROOM_NEEDED, 0, ROOM_NEEDED)) as database:
        assert database.is_healthy()


def test_it_warns_when_the_disk_is_nearly_full(made: Path) -> None:
    said: list[str] = []
    with Embedded(made, said.append, room=lambda _: Room(10**12, 86 * 10**10, 14 * 10**10)):
        assert any("nearly full: 14% free" in line for line in said)
    said.clear()
    with Embedded(made, said.append, room=lambda _: Room(10**12, 84 * 10**10, 16 * 10**10)):
        assert not any("nearly full" in line for line in said)


def test_data_of_another_major_version_is_refused_untouched(spoilable: Path) -> None:
    version = spoilable / "data/PG_VERSION"
    right = version.read_text()
    version.write_text("16\n")
    with pytest.raises(DatabaseTrouble, match=r"made by PostgreSQL 16.*take a backup"):
        Embedded(spoilable).start()
    version.write_text(right)
    with Embedded(spoilable) as database:
        assert database.is_healthy()


def test_a_folder_with_something_else_in_it_is_refused(spoilable: Path) -> None:
    (spoilable / "data/PG_VERSION").unlink()
    with pytest.raises(DatabaseTrouble, match="does not hold a database"):
        Embedded(spoilable).start()


def test_a_server_that_cannot_start_says_why_in_its_own_words(spoilable: Path) -> None:
    with (spoilable / "data/postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")
    with pytest.raises(DatabaseTrouble, match="no_such_setting"):
        Embedded(spoilable).start()


def test_lost_passwords_are_named_as_the_trouble(spoilable: Path) -> None:
    (spoilable / "secrets/kith_super.password").unlink()
    with pytest.raises(DatabaseTrouble, match="does not accept the passwords"):
        Embedded(spoilable).start()


@needs_root
def test_another_users_home_is_refused(tmp_path: Path) -> None:
    os.chown(tmp_path, NOBODY, NOBODY)
    with pytest.raises(DatabaseTrouble, match="belongs to another user"):
        Embedded(tmp_path)


@pytest.mark.parametrize("environ", [{}, {"DATABASE_URL": ""}, {"DATABASE_URL": "  "}])
def test_without_database_url_the_embedded_database_is_used(environ: dict[str, str]) -> None:
    assert external_url(environ) is None


def test_database_url_takes_the_place_of_the_embedded_database() -> None:
    assert external_url({"DATABASE_URL": "postgresql://web@db/kith"}) == "postgresql://web@db/kith"


def test_a_database_url_of_another_kind_is_refused_without_repeating_it() -> None:
    with pytest.raises(DatabaseTrouble) as trouble:
        external_url({"DATABASE_URL": "mysql://web:hush@db/kith"})
    assert "hush" not in str(trouble.value)


def test_a_backup_is_taken_while_in_use_and_comes_back_to_life(made: Path, home: Path) -> None:
    backup, new = home / "backup", home / "new"
    with Embedded(made) as database:
        with psycopg.connect(**database.parameters(OWNER), autocommit=True) as connection:
            connection.execute("create table word as select 'kept' as said")
            take_backup(made, backup)
            connection.execute("drop table word")
        with pytest.raises(DatabaseTrouble, match="exists already"):
            take_backup(made, backup)
    assert backup.stat().st_mode & 0o077 == 0
    prove_backup(backup, home / "proof")
    assert not (home / "proof").exists()
    restore_backup(backup, new)
    with Embedded(new) as database, psycopg.connect(**database.parameters(OWNER)) as connection:
        assert connection.execute("select said from word").fetchone() == ("kept",)
    with pytest.raises(DatabaseTrouble, match="a database already"):
        restore_backup(backup, new)


def test_a_damaged_backup_does_not_pass_the_proof(made: Path, home: Path) -> None:
    with Embedded(made):
        take_backup(made, home / "backup")
    page = max((home / "backup/data/base/1").glob("[0-9]*"), key=lambda path: path.stat().st_size)
    with page.open("r+b") as file:
        file.seek(8192 + 4000)
        file.write(b"rot" * 20)
    with pytest.raises(DatabaseTrouble, match="damaged"):
        prove_backup(home / "backup", home / "proof")
