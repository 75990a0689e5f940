"""`kith standards`, as an operator runs it."""

import json

import pytest

from kith.cli import main
from kith.standards.charters import charters
from kith.standards.demands import demands
from kith.standards.document import PAGE, written
from kith.standards.register import STANDARDS


@pytest.fixture
def asked(cast, monkeypatch, capsys):
    """Exit code, what was said, and the complaint."""
    monkeypatch.setenv("KITH_LOGIN", "owner")  # the command sets it, and it is put back

    def command(*arguments):
        code = main(["standards", *arguments])
        return code, *capsys.readouterr()

    return command


def test_as_data_it_holds_every_standard_with_its_counts_and_every_charter(asked):
    code, said, _ = asked("--json")
    data = json.loads(said)
    assert code == 0
    assert set(data) == {"as_at", "standards", "charters", "not_yet_built"}
    assert data["as_at"] == "2026-11-17"
    assert [each["id"] for each in data["standards"]] == [each.id for each in STANDARDS]
    seen = data["standards"][0]
    assert set(seen) == {"id", "promise", "roots", "counts"}
    assert seen["promise"] == STANDARDS[0].promise
    assert seen["roots"][0] == {"charter": "practice-standards", "place": "3", "requirements": ["S3-09"]}
    assert seen["counts"] == {"met": 0, "due": 0, "missed": 3, "explained": 0, "not_yet": 0, "not_applicable": 0}
    assert [charter["id"] for charter in data["charters"]] == [charter.id for charter in charters()]
    assert set(data["charters"][0]) == {"id", "items", "succeeds", "year"}
    assert set(data["charters"][0]["items"][0]) == {"id", "title", "standards", "not_yet_built", "waiting"}


def test_what_is_not_yet_built_is_counted_and_never_called_kept(asked):
    data = json.loads(asked("--json")[1])
    items = {(charter["id"], item["id"]): item for charter in data["charters"] for item in charter["items"]}
    assert items["jersey", "workforce"]["not_yet_built"]
    assert items["jersey", "workforce"]["waiting"] == ["S0-19"]
    assert not items["practice-standards", "3"]["not_yet_built"]
    unbuilt = sum(item["not_yet_built"] for item in items.values())
    assert data["not_yet_built"]["items"] == unbuilt == sum(len(charter.not_yet_built) for charter in charters())
    assert data["not_yet_built"]["demands"]["S2-28"] == "sharing"
    _, said, _ = asked()
    waits = sum(bool(row.waits_for) for row in demands().values())
    assert f"Not yet built: {unbuilt} of {len(items)} items of the charters; {waits} of 122 demands wait." in said


def test_one_charter_is_told_item_by_item_with_the_promises_behind_each(asked):
    code, said, _ = asked("--charter", "jersey")
    assert code == 0
    assert "One lead worker to speak to" in said
    assert said.count("  not yet built") == len(charters()[2].not_yet_built) > 0
    data = json.loads(asked("--charter", "jersey", "--json")[1])
    assert [charter["id"] for charter in data["charters"]] == ["jersey"]
    behind = {id_ for item in data["charters"][0]["items"] for id_ in item["standards"]}
    assert {each["id"] for each in data["standards"]} == behind
    code, _, complaint = asked("--charter", "kent")
    assert (code, complaint.startswith("kith: There is no charter kent. There are: girfec, ")) == (1, True)


def test_one_team_is_told_of_the_children_it_leads_work_with(asked, cast):
    led = json.loads(asked("--team", "harbour", "--json")[1])["standards"][0]["counts"]
    assert (led["missed"], sum(led.values())) == (3, 3)
    nobody = json.loads(asked("--team", "Meadow", "--json")[1])["standards"][0]["counts"]
    assert sum(nobody.values()) == 0
    assert "17 November 2026, Harbour" in asked("--team", "Harbour")[1]
    assert asked("--team", "Harbour", "--fail-on", "missed")[0] == 1
    assert asked("--team", "Meadow", "--fail-on", "missed")[0] == 0
    code, _, complaint = asked("--team", "Quay")
    assert (code, complaint) == (1, "kith: There is no team called Quay.\n")


def test_one_child_and_one_charter_together_tell_of_the_promises_behind_it(asked, cast):
    data = json.loads(asked("--child", cast.maya.ref, "--charter", "girfec-2022", "--json")[1])
    assert {row["id"] for row in data["standards"]} < {each.id for each in STANDARDS}
    assert "heard" in {row["id"] for row in data["standards"]}
    with pytest.raises(SystemExit, match="2"):
        asked("--child", cast.maya.ref, "--team", "Harbour")


def test_for_people_it_is_a_table(asked):
    code, said, _ = asked()
    assert code == 0
    assert "How the promises stand on 17 November 2026" in said
    assert all(each.title in said for each in STANDARDS)


def test_one_child_is_told_in_sentences(asked, cast):
    _, said, _ = asked("--child", cast.maya.ref, "--json")
    data = json.loads(said)
    assert data["child"] == cast.maya.ref
    rows = {row["id"]: row for row in data["standards"]}
    assert rows["seen-in-time"] == {
        "id": "seen-in-time",
        "state": "missed",
        "sentence": (
            "Maya Okafor-Nowak has not been seen since work began on 1 September 2026. "
            "The visit was needed by 29 September 2026."
        ),
        "last": None,
        "since": "2026-09-01",
        "due": "2026-09-29",
        "because": "20 working days from 1 September 2026",
    }
    code, said, _ = asked("--child", cast.maya.ref)
    assert (code, "One lead worker" in said) == (0, True)


def test_an_adult_has_no_open_work_and_a_stranger_no_record(asked, cast):
    code, said, _ = asked("--child", cast.people["kelly"].ref)
    assert (code, "nothing is promised" in said) == (0, True)
    code, _, complaint = asked("--child", "NOBODY")
    assert (code, complaint) == (1, "kith: There is no record with the reference NOBODY.\n")


def test_it_fails_only_on_what_it_is_told_to_fail_on(asked, cast):
    assert asked("--fail-on", "missed")[0] == 1
    assert asked("--fail-on", "explained")[0] == 0
    assert asked("--child", cast.maya.ref, "--fail-on", "missed")[0] == 1
    with pytest.raises(SystemExit, match="2"):
        asked("--fail-on", "late")


def test_the_page_about_the_standards_is_in_step_with_them():
    assert PAGE.read_text(encoding="utf-8") == written(), "run `make docs`"
