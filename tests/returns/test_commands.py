"""`kith import cin` and `kith return cin`, as whoever looks after the data types them."""

import csv
import hashlib
import json
import stat
from pathlib import Path

import pytest
from rich.progress import Progress

from kith.access import SYSTEM, acting_as
from kith.cli import main
from kith.demo.command import load
from kith.directory.models import Account
from kith.people.models import Person
from kith.record import Refused
from kith.record.models import Attempt, Occasion
from kith.returns.models import CensusImport, CensusReturn
from tests.cast import NOW
from tests.returns.cin.papers import FILES, census, child, read_all
from tests.returns.papers import identified

TIDY = str(FILES / "tidy_2026.xml")


@pytest.fixture
def run(db, capsys):
    """`run("import", "cin", ...)`: the exit code, what was said, and what went wrong."""

    def ran(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def written(tmp_path):
    def at(name: str, content: str) -> str:
        (tmp_path / name).write_text(content)
        return str(tmp_path / name)

    return at


def seen(model):
    with acting_as(SYSTEM(NOW)):
        return list(model.objects.all())


def rows_of(table: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))


# -- in


def test_a_census_is_taken_in_and_what_came_of_it_said(run):
    code, said, _ = run("import", "cin", TIDY)
    assert code == 0
    assert said.splitlines() == [
        "The census of 2026 from authority 999, in which nobody is real: 3 children.",
        "3 new, 0 changed, 0 unchanged.",
    ]
    assert len(seen(Person)) == 3
    assert run("import", "cin", TIDY)[1].splitlines()[1] == "0 new, 0 changed, 3 unchanged."


def test_what_there_is_to_look_at_is_told_and_is_no_failure(run, written):
    file = written("odd.xml", census(child(identified("A1"), "<Ethnicity>XX</Ethnicity>")))
    code, said, _ = run("import", "cin", file)
    assert code == 0
    assert "2 things to look at:" in said
    assert "  Line 1, child A1: Ethnicity XX is not a code for ethnicity." in said


def test_a_child_that_could_not_be_taken_is_a_failure_and_the_rest_are_kept(run):
    code, said, _ = run("import", "cin", str(FILES / "imperfect.xml"))
    assert code == 1
    assert "1 child not taken: see below." in said
    assert len(seen(Person)) == 1


def test_a_broken_file_is_refused_in_a_line_and_nothing_is_kept(run, written):
    file = written("cut.xml", census(child())[:-30])
    code, said, wrong = run("import", "cin", file)
    assert (code, said) == (1, "")
    assert "kith: Line 1: the file is not well-formed XML" in wrong
    assert seen(CensusImport) == []
    (attempt,) = seen(Attempt)
    assert (attempt.name, attempt.outcome) == ("take_in_census", "refused")


def test_a_dry_run_says_the_same_and_saves_nothing(run):
    code, said, _ = run("import", "cin", TIDY, "--dry-run")
    assert code == 0
    assert "3 new, 0 changed, 0 unchanged." in said
    assert "This was a dry run: nothing was saved." in said
    assert seen(Person) == seen(CensusImport) == []
    assert not any(occasion.name == "take_in_census" for occasion in seen(Occasion))


def test_the_result_as_data(run):
    code, said, _ = run("import", "cin", str(FILES / "imperfect.xml"), "--json", "--dry-run")
    result = json.loads(said)
    assert code == 1
    assert {name: result[name] for name in ("year", "children", "added", "not_taken", "saved", "synthetic")} == {
        "year": 2026,
        "children": 1,
        "added": 1,
        "not_taken": 1,
        "saved": False,
        "synthetic": False,
    }
    assert result["findings"] > result["not_kept"] > 0
    assert {"line", "child_id", "field", "reason", "value_kept"} <= set(result["first_findings"][0])


def test_a_refusal_as_data(run, written):
    code, said, _ = run("import", "cin", written("no.xml", "<Letter/>"), "--json")
    assert code == 1
    assert "not a Children in Need census" in json.loads(said)["refused"]


def test_everything_there_is_to_look_at_goes_into_a_report_nobody_else_may_read(run, tmp_path):
    odd = "".join(child(identified(f"N{n}"), "<Ethnicity>=XX</Ethnicity>") for n in range(30))
    (tmp_path / "odd.xml").write_text(census(odd))
    table, listed = tmp_path / "odd.csv", tmp_path / "odd.json"
    _, said, _ = run("import", "cin", str(tmp_path / "odd.xml"), "--report", str(table))
    assert f"  and 40 more. All of them are in {table}." in said
    rows = rows_of(table)
    assert len(rows) == 60
    assert (rows[0]["line"], rows[0]["child_id"], rows[0]["field"]) == ("1", "N0", "Ethnicity")
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    run("import", "cin", str(tmp_path / "odd.xml"), "--report", str(listed))
    assert [finding["reason"] for finding in json.loads(listed.read_text())] == [row["reason"] for row in rows]


def test_a_value_that_a_spreadsheet_would_carry_out_is_written_as_text(run, tmp_path):
    (tmp_path / "odd.xml").write_text(census(child(identified("A1"), "<Ethnicity>WBRI</Ethnicity><X>=1+1</X>")))
    run("import", "cin", str(tmp_path / "odd.xml"), "--report", str(tmp_path / "odd.csv"))
    values = [row["value"] for row in rows_of(tmp_path / "odd.csv")]
    assert "'=1+1" in values


def test_a_report_without_findings_is_an_empty_list(run, tmp_path):
    run("import", "cin", TIDY, "--report", str(tmp_path / "none.json"))
    assert json.loads((tmp_path / "none.json").read_text()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "cin", "nowhere.xml"),
        ("import", "ssda903", TIDY),
        ("import", "cin", TIDY, "--report", "report.pdf"),
        ("import", "cin", TIDY, "--report", "no/such/folder/report.csv"),
        ("return", "cin", "--year", "2026"),
        ("return", "cin", "--year", "last", "--out", "x.xml"),
        ("return", "cin", "--year", "26", "--out", "x.xml"),
        ("return", "cin", "--year", "2026", "--out", "no/such/folder/x.xml"),
        ("return", "cin", "--year", "2026", "--out", "x.xml", "--authority", "ninety"),
    ],
)
def test_wrong_use_is_said_and_is_2(run, arguments):
    code, said, wrong = run(*arguments)
    assert (code, said) == (2, "")
    assert "usage: kith" in wrong


def test_it_is_done_in_the_name_of_who_says_so_if_they_may(run, cast):
    assert run("import", "cin", TIDY, "--as", "dara@example.test")[0] == 0
    with acting_as(SYSTEM(NOW)):
        occasion = Occasion.objects.get(name="take_in_census")
    assert (occasion.by_id, occasion.said) == (cast.dara.account_id, "Dara Finch took in the census of 2026.")


@pytest.mark.parametrize(
    ("email", "because"),
    [("aisha@example.test", "Aisha Khan has no role"), ("nobody@example.test", "Nobody signs in here as")],
)
def test_nobody_who_may_not(run, cast, email, because):
    code, _, wrong = run("import", "cin", TIDY, "--as", email)
    assert code == 1
    assert because in wrong
    assert seen(CensusImport) == []


def test_the_demo_does_not_start_beside_real_children(db, take):
    take(census(child()))
    with pytest.raises(Refused, match="holds imported children"):
        load(Progress(disable=True), 400)
    assert not Account.objects.filter(email__endswith="@demo.test").exists()


def test_nor_where_anyone_is_who_may_be_real(cast):
    accounts = Account.objects.count()
    with pytest.raises(Refused, match="who may be real"):
        load(Progress(disable=True), 400)
    assert Account.objects.count() == accounts


# -- out


def given(run, out: Path, *more: str) -> tuple[int, str, str]:
    return run("return", "cin", "--year", "2026", "--out", str(out), *more)


def test_a_census_is_written_out_with_a_manifest_beside_it(run, tmp_path):
    run("import", "cin", TIDY)
    out = tmp_path / "census.xml"
    code, said, _ = given(run, out)
    assert code == 0
    assert said.splitlines() == [
        "The census of 2026 for authority 999, in which nobody is real: 3 children, 4 referrals.",
        f"Written to {out}; what it was made from is in census.manifest.json.",
    ]
    assert read_all(out)[1] == read_all(FILES / "tidy_2026.xml")[1]
    manifest = json.loads((tmp_path / "census.manifest.json").read_text())
    assert manifest["window"] == {"from": "2025-04-01", "to": "2026-03-31"}
    assert manifest["counts"] == {
        "children": 3,
        "referrals": 4,
        "assessments": 3,
        "plans": 1,
        "section47s": 1,
        "protection_plans": 1,
    }
    assert (manifest["pack"], manifest["by"], manifest["synthetic"]) == ("england-2026.1", "Kith", True)
    (kept,) = seen(CensusReturn)
    assert (kept.year, kept.children, kept.findings_in_all) == (2026, 3, 0)
    assert manifest["sha256"] == kept.digest == _sha256(out)
    assert {path.name for path in tmp_path.iterdir()} == {"census.xml", "census.manifest.json"}
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_should_be_looked_at_before_it_goes_is_listed(run, written, tmp_path):
    run("import", "cin", written("odd.xml", census(child(identified("A1"), "<Ethnicity>XX</Ethnicity>"))))
    out = tmp_path / "census.xml"
    code, said, _ = given(run, out, "--report", str(tmp_path / "look.csv"))
    assert code == 1
    assert "  Child A1: Ethnicity XX is not a code for ethnicity." in said
    assert b"<Ethnicity>XX</Ethnicity>" in out.read_bytes()
    assert len(rows_of(tmp_path / "look.csv")) == 2


def test_the_manifest_as_data(run, tmp_path):
    run("import", "cin", TIDY)
    code, said, _ = given(run, tmp_path / "census.xml", "--json")
    assert code == 0
    assert json.loads(said)["counts"]["children"] == 3
    assert json.loads(said)["first_findings"] == []


def test_a_year_nobody_belongs_to_is_refused_and_leaves_no_file(run, tmp_path):
    run("import", "cin", TIDY)
    code, _, wrong = run("return", "cin", "--year", "2019", "--out", str(tmp_path / "census.xml"))
    assert code == 1
    assert "No child here belongs to the census of 2019. Censuses taken in here: 2026." in wrong
    assert list(tmp_path.iterdir()) == []
    assert seen(CensusReturn) == []


def test_where_no_census_came_in_someone_must_say_which_authority_it_is(run, cast, tmp_path):
    code, _, wrong = run("return", "cin", "--year", "2027", "--out", str(tmp_path / "census.xml"))
    assert code == 1
    assert "Say it yourself: --authority." in wrong
    code, said, _ = run("return", "cin", "--year", "2027", "--out", str(tmp_path / "census.xml"), "--authority", "998")
    assert "for authority 998: 3 children" in said


# -- as the worker, in another process


def test_the_whole_way_as_the_worker_login(kith, tmp_path):
    """With the rights a job has and no more: neither owner nor superuser."""
    out = tmp_path / "census.xml"
    came = kith("import", "cin", TIDY)
    assert came.returncode == 0, came.stderr
    went = kith("return", "cin", "--year", "2026", "--out", str(out))
    assert went.returncode == 0, went.stderr
    assert read_all(out)[1] == read_all(FILES / "tidy_2026.xml")[1]
    assert "100%" in came.stderr
    refused = kith("import", "cin", str(FILES / "imperfect.xml"))
    assert refused.returncode == 1
    assert "This database holds made-up people" in refused.stderr
