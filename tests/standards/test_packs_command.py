"""`kith packs`, as an operator runs it before a new pack is put in force (N52, S3-30); and the page of every limit."""

import json
from datetime import date
from pathlib import Path

import pytest

from kith import packs
from kith.cli import main
from kith.standards.clocks.document import PAGE, written
from tests.standards.clockwork import add

SHIPPED = Path(packs.__file__).parent / "england-2026.toml"


@pytest.fixture
def asked(cast, monkeypatch, capsys):
    """Exit code, what was said, and the complaint."""
    monkeypatch.setenv("KITH_LOGIN", "owner")  # the command sets it, and it is put back
    add("involvement_enquiry", cast.maya, started_on=date(2026, 11, 2))  # owed on 23 November
    add("involvement_enquiry", cast.leo, started_on=date(2026, 10, 5))  # was owed on 26 October
    add("involvement_enquiry", cast.sam, started_on=date(2026, 11, 2), conference_on=date(2026, 11, 12))

    def command(*arguments):
        code = main(["packs", *arguments])
        return code, *capsys.readouterr()

    return command


@pytest.fixture
def new(tmp_path):
    """England's pack from a later day, with ten working days to a first conference where there were fifteen."""

    def written(effective_from: str = "2026-11-14", nation: str = "england", name: str = "england-2027") -> str:
        told = SHIPPED.read_text(encoding="utf-8").replace('id = "england-2026"', f'id = "{name}"')
        told = told.replace("effective_from = 2026-04-01", f"effective_from = {effective_from}")
        told = told.replace('nation = "england"', f'nation = "{nation}"')
        before, after = told.split('key = "strategy-to-conference"')
        after = after.replace("working_days = 15", "working_days = 10", 1)
        path = tmp_path / f"{name}.toml"
        path.write_text(f'{before}key = "strategy-to-conference"{after}', encoding="utf-8")
        return str(path)

    return written


def test_it_lists_the_children_whose_running_clocks_would_move_and_no_others(asked, new, cast):
    code, said, _ = asked("compare", "england-2026", new(), "--json")
    assert code == 1
    assert json.loads(said) == {
        "old": "england-2026.1",
        "new": "england-2027.1",
        "moved": [
            {
                "ref": cast.maya.ref,
                "child": "Maya Okafor-Nowak",
                "clock": "First child protection conference",
                "began": "2026-11-02",
                "old": "2026-11-23",
                "new": "2026-11-16",
            }
        ],
    }


def test_in_words_it_is_a_table(asked, new):
    code, said, _ = asked("compare", "england-2026", new())
    assert code == 1
    assert "Days that would move from england-2026.1 to england-2027.1" in said
    assert "2026-11-16" in said


def test_a_day_that_comes_before_the_new_pack_stands(asked, new):
    code, said, _ = asked("compare", "england-2026", new(effective_from="2026-11-24"))
    assert code == 0
    assert "No running clock would move from england-2026.1 to england-2027.1." in said


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"effective_from": "2026-04-01"}, "days already past have to stand"),
        ({"nation": "scotland"}, "of different places"),
    ],
)
def test_a_pack_that_could_change_the_past_or_is_of_another_place_is_refused(asked, new, given, says):
    code, _, complaint = asked("compare", "england-2026", new(**given))
    assert code == 1
    assert says in complaint


def test_a_pack_that_is_not_there_is_said_in_a_sentence(asked, tmp_path):
    code, _, complaint = asked("compare", "england-2026", "england-2031")
    assert (code, complaint) == (1, "kith: there is no pack for 'england-2031'\n")
    code, _, complaint = asked("compare", "england-2026", str(tmp_path / "none.toml"))
    assert code == 1
    assert "cannot be read" in complaint


def test_what_was_not_kept_is_counted_by_limit_late_and_explained_apart(asked):
    code, said, _ = asked("breaches", "--json")
    told = {row["limit"]: row for row in json.loads(said)["limits"]}
    assert code == 1
    assert told["strategy-to-conference"] == {
        "limit": "strategy-to-conference",
        "title": "First child protection conference",
        "late": 1,
        "explained": 0,
    }
    assert told["referral-decision"]["late"] == 3
    code, said, _ = asked("breaches")
    assert "Limits not kept, for children with open work on 17 November 2026" in said


def test_the_page_of_every_limit_is_in_step_with_the_packs():
    assert PAGE.read_text(encoding="utf-8") == written(), "run `make docs`"
    assert "**not verified**" in written()
