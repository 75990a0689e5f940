"""The log closed in batches: whoever changes it afterwards is found, and an honest copy is not suspected."""

import os
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from kith.access import SYSTEM, acting_as
from kith.directory.acts import add_agency
from kith.embedded.binaries import find_binaries
from kith.people.acts import begin_record
from kith.record.models import Act, Occasion, Seal
from kith.record.seals import SEALED, close_batches
from kith.record.verifying import Report, verify
from tests.cast import NOW
from tests.committed import past_every_trigger
from tests.databases import copied, owner

# A batch closes below the oldest running transaction of the whole server: nobody else may have one open meanwhile.
pytestmark = pytest.mark.alone


def record(name: str) -> None:
    """Two rows of the log: an occasion and its act."""
    with transaction.atomic(), acting_as(SYSTEM(NOW)) as by:
        begin_record(by=by, given=name, family="Example")


def seal(minutes: int = 0) -> list[Seal]:
    with transaction.atomic(), acting_as(SYSTEM(NOW + timedelta(minutes=minutes))) as by:
        return close_batches(by=by)


def checked() -> Report:
    with transaction.atomic(), acting_as(SYSTEM(NOW)):
        return verify()


@pytest.fixture
def three_batches(own_database, seal_file) -> str:
    """What set-up recorded, then Ada, Ben and Cal a minute apart, each sealed."""
    for minute, name in enumerate(("Ada", "Ben", "Cal")):
        record(name)
        seal(minute)
    return own_database


def kinds(report: Report) -> list[str]:
    return [finding.kind for finding in report.findings]


def test_every_column_of_the_log_is_sealed():
    for model in (Occasion, Act):
        assert set(SEALED[model._meta.db_table]) == {field.column for field in model._meta.concrete_fields}


def test_each_batch_holds_what_was_recorded_since_the_one_before_and_is_written_outside_the_database(
    three_batches, seal_file
):
    first, ben, cal = Seal.objects.order_by("pk")
    assert (ben.rows, cal.rows) == (2, 2)
    assert (ben.xid_from, ben.previous) == (first.xid_to, first.mac)
    assert cal.sealed_at == NOW + timedelta(minutes=2)
    assert len(seal_file.read_text().splitlines()) == 3
    assert seal_file.stat().st_mode & 0o777 == 0o600

    report = checked()
    assert report.whole
    assert (report.seals, report.waiting) == (3, 0)


def test_nothing_new_makes_no_seal(three_batches):
    assert seal(3) == []


def test_a_transaction_still_running_keeps_its_rows_out_of_the_seal_until_it_is_over(own_database, seal_file):
    seal()
    with owner(own_database) as other:
        other.execute("begin")
        other.execute(
            "insert into record_occasion (key, name, by_name, audience, happened_on, happened_precision, recorded_at,"
            " said, pack) values ('k', 'n', '', 'staff', '2026-11-17', 'day', now(), '', 'p')"
        )
        record("Ada")
        assert seal(1) == []  # Ada came later, and sealing her now would leave no place for the one before
        other.execute("commit")
    (made,) = seal(2)
    assert made.rows == 3
    assert checked().whole


TAMPERINGS: dict[str, tuple[str, str]] = {
    "changed": (
        "update record_act set said = 'Nothing happened.' where said like '%%Ben%%'",
        "The batch sealed on 17 November 2026 at 10:01:00: at least one of its 2 rows was changed or put in another",
    ),
    "gone": (
        "delete from record_act where said like '%%Ben%%'",
        "The batch sealed on 17 November 2026 at 10:01:00: 1 of its 2 rows gone",
    ),
    "added": (
        "insert into record_occasion (key, name, by_name, audience, happened_on, happened_precision, recorded_at, said,"
        " pack, cluster, xid) select 'new', name, by_name, audience, happened_on, happened_precision, recorded_at,"
        " said, pack, cluster, xid from record_occasion where id = (select occasion_id from record_act"
        " where said like '%%Ben%%')",
        "The batch sealed on 17 November 2026 at 10:01:00: 1 more than the 2 rows it held",
    ),
}


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_a_superuser_changes_the_log_and_the_batch_is_named(three_batches, kind):
    statement, said = TAMPERINGS[kind]
    with past_every_trigger(three_batches) as superuser:
        assert superuser.execute(statement.replace("%%", "%")).rowcount == 1

    report = checked()

    assert kinds(report) == [kind]
    assert report.findings[0].sentence.startswith(said)


def test_two_acts_trade_places_and_both_batches_are_named(three_batches):
    with past_every_trigger(three_batches) as superuser:
        (ben, his), (cal, hers) = superuser.execute(
            "select id, xid from record_act where said like '%Ben%' or said like '%Cal%' order by id"
        ).fetchall()
        superuser.execute("update record_act set xid = %s where id = %s", [hers, ben])
        superuser.execute("update record_act set xid = %s where id = %s", [his, cal])

    assert kinds(checked()) == ["changed", "changed"]


def test_rows_of_one_batch_put_in_another_order_are_found(own_database, seal_file):
    with transaction.atomic(), acting_as(SYSTEM(NOW)) as by:
        for name in ("Ada", "Ben"):
            add_agency(by=by, name=name, kind="school")
    seal()
    with past_every_trigger(own_database) as superuser:
        a, b = [i for (i,) in superuser.execute("select id from record_occasion order by id desc limit 2").fetchall()]
        for before, after in ((a, -1), (b, a), (-1, b)):
            superuser.execute("update record_occasion set id = %s where id = %s", [after, before])

    assert kinds(checked()) == ["changed"]


def test_the_end_of_the_log_is_cut_off_seals_and_all(three_batches):
    cut_off(three_batches)

    report = checked()

    assert kinds(report) == ["cut"]
    assert report.findings[0].sentence == (
        "The batch sealed on 17 November 2026 at 10:02:00: it held 2 rows and is no longer in the database at all."
    )


def test_sealing_over_a_cut_does_not_hide_it_and_raises_the_alarm(three_batches, caplog):
    cut_off(three_batches)
    record("Dee")
    assert len(seal(9)) == 1

    assert "no longer in it" in caplog.text
    assert kinds(checked()) == ["cut"]


def cut_off(database: str) -> None:
    with past_every_trigger(database) as superuser:
        (last,) = superuser.execute("select xid_from from record_seal order by id desc limit 1").fetchone()
        for table in SEALED:
            superuser.execute(f"delete from {table} where xid >= {last}")
        superuser.execute(f"delete from record_seal where xid_from = {last}")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("update record_seal set rows = 1 where id = {ben}", ["seal_changed"]),
        ("delete from record_seal where id = {ben}", ["cut", "seal_gone"]),
        ("delete from record_seal", ["cut", "cut", "cut"]),
    ],
)
def test_the_seals_themselves_are_tampered_with(three_batches, statement, expected):
    _, ben, _ = Seal.objects.order_by("pk")
    with past_every_trigger(three_batches) as superuser:
        superuser.execute(statement.format(ben=ben.pk))

    assert sorted(kinds(checked())) == sorted(expected)


def test_a_row_put_in_past_the_triggers_is_found_before_any_seal(three_batches):
    with past_every_trigger(three_batches) as superuser:
        superuser.execute(
            "insert into record_occasion (key, name, by_name, audience, happened_on, happened_precision, recorded_at,"
            " said, pack) values ('k', 'n', '', 'staff', '2026-11-17', 'day', now(), '', 'p')"
        )
    assert kinds(checked()) == ["unplaced"]


def test_a_lost_file_of_seals_is_said_and_a_line_cut_short_is_mended(three_batches, seal_file):
    whole = seal_file.read_bytes()
    seal_file.write_bytes(whole[:-100])
    assert checked().whole  # the database is ahead of the file: a crash between the two
    record("Dee")
    seal(3)
    assert len([line for line in seal_file.read_text().splitlines() if line.endswith("}")]) == 4
    assert checked().whole

    seal_file.unlink()
    assert kinds(checked()) == ["file_gone"]


def test_rows_another_server_wrote_are_sealed_whole_after_a_restore_there(three_batches):
    with past_every_trigger(three_batches) as superuser:
        for table in (*SEALED, "record_seal"):
            superuser.execute(f"update {table} set cluster = 42 where cluster <> 42")
        superuser.execute("delete from record_seal")
    os.truncate(os.environ["KITH_SEALS"], 0)
    record("Dee")

    assert sorted((s.cluster == 42, s.rows) for s in seal(3))[0] == (False, 2)
    assert seal(4) == []
    assert checked().whole


def programs_of_the_server() -> Path:
    """pg_dump and psql of the server's own version: a dump made by a later one may not go back in."""
    version = connection.pg_version // 10_000
    places = [find_binaries() / "bin", Path(f"/usr/lib/postgresql/{version}/bin")]
    for place in places:
        if (place / "pg_dump").exists() and f" {version}." in said_by(place / "pg_dump"):
            return place
    pytest.skip(f"there is no pg_dump of PostgreSQL {version} on this machine")


def said_by(program: Path) -> str:
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout


def test_an_honest_copy_by_dump_and_restore_is_whole_and_goes_on(three_batches, environment, seal_file):
    record("Dee")
    programs = programs_of_the_server()
    settings = connection.settings_dict
    to = ["--host", settings["HOST"], "--port", settings["PORT"], "--username", settings["USER"]]
    told = {"PGPASSWORD": settings["PASSWORD"], "PATH": os.environ["PATH"]}
    dumped = subprocess.run(
        [programs / "pg_dump", *to, "--dbname", three_batches], env=told, capture_output=True, check=True
    )
    with copied("template0", "kith_restored") as fresh:
        psql = [programs / "psql", *to, "--quiet", "--dbname", fresh, "--set", "ON_ERROR_STOP=1"]
        subprocess.run(psql, env=told, input=dumped.stdout, capture_output=True, check=True)
        connection.close()
        settings["NAME"] = fresh

        assert checked().whole
        assert [made.rows for made in seal(3)] == [2]
        record("Eve")
        seal(4)
        assert checked().whole
        assert Seal.objects.count() == 5
        connection.close()
        settings["NAME"] = three_batches


def test_the_command_says_what_it_found_and_answers_with_its_exit_code(three_batches, environment, kith: Callable):
    rows = sum(sealed.rows for sealed in Seal.objects.all())
    assert kith("verify").stdout == f"The log is whole: {rows} rows in 3 sealed batches, 0 rows not sealed yet.\n"

    with past_every_trigger(three_batches) as superuser:
        superuser.execute("delete from record_act where said like '%Ben%'")
    said = kith("verify", "--json")

    assert said.returncode == 1
    assert '"kind": "gone"' in said.stdout
