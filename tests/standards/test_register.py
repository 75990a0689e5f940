"""The register of demands: every row there, every row carried, and what still lacks its own test (S4-01)."""

import pytest

from kith.access import acting_as
from kith.standards import demands as register
from kith.standards import queries
from kith.standards.charters import charters
from kith.standards.demands import carried_by, demands, rows_of, waiting
from kith.standards.reading import BadCharter
from kith.standards.register import STANDARDS
from tests.cast import TODAY
from tests.standards.named import row_named, rows_named
from tests.standards.neglected import can_be_broken

# How many demands each source document makes: S0 to S4.
DEMANDS = {"S0": 20, "S1": 35, "S2": 31, "S3": 36, "S4": 32}
# Rows that wait for nothing, and that no test is named by yet. It only ever grows shorter.
WITHOUT_A_TEST: list[str] = []


def test_s4_01_the_register_holds_122_rows_and_every_one_of_154_demands_once():
    rows = demands()
    assert len(rows) == 122
    told = [id_ for row in rows.values() for id_ in (row.id, *row.also) if "." not in id_]
    assert len(told) == len(set(told)) == 154
    for document, number in DEMANDS.items():
        assert sorted(carried_by(document)) == [f"{document}-{n:02d}" for n in range(1, number + 1)]


@pytest.mark.parametrize("charter", [one for one in charters() if one.document], ids=lambda one: one.id)
def test_s4_01_every_sentence_of_a_source_document_is_an_item_of_its_charter(charter):
    held = {id_ for item in charter.items for id_ in item.requirements}
    lacking = {demand: rows for demand, rows in carried_by(charter.document).items() if not held.issuperset(rows)}
    assert lacking == {}
    assert {one.document for one in charters() if one.document} == set(DEMANDS)


def test_s4_01_every_demand_is_counted_by_a_promise_or_tested_by_name_or_said_to_be_not_yet_built(cast):
    with acting_as(cast.grace):
        stood = queries.board(TODAY)  # every check runs
    rooted = {id_ for each in STANDARDS for root in each.roots for id_ in root.requirements if stood[each.id]}
    neither = [id_ for id_ in demands() if id_ not in rooted and not rows_named()[id_]]
    honest = {row.id for row in waiting(demands())} | set(WITHOUT_A_TEST)
    assert not set(neither) - honest


def test_s4_01_no_item_stands_on_a_promise_that_cannot_be_broken():
    named = {id_ for charter in charters() for item in charter.items for id_ in item.standards}
    assert [each.id for each in STANDARDS if each.id in named and not can_be_broken(each)] == []


def test_s4_01_an_item_without_a_promise_is_one_whose_every_demand_waits():
    bare = [(charter.id, item) for charter in charters() for item in charter.items if not item.standards]
    assert [(id_, item.id) for id_, item in bare if len(item.waiting) < len(item.requirements)] == []


def test_s4_01_every_root_of_a_promise_is_a_row_and_so_is_every_demand_of_an_item():
    rows_of(id_ for each in STANDARDS for root in each.roots for id_ in root.requirements)
    rows_of(id_ for charter in charters() for item in charter.items for id_ in item.requirements)


def test_s4_01_every_row_that_does_not_wait_has_a_test_of_its_own_name_or_is_listed_as_lacking_one():
    lacking = [id_ for id_, row in demands().items() if not row.waits_for and not rows_named()[id_]]
    waits = waiting(demands())
    print(f"{len(demands())} rows: {len(demands()) - len(lacking) - len(waits)} tested by name, ", end="")
    print(f"{len(lacking)} not yet, {len(waits)} wait for work still to come.")
    assert set(lacking) <= set(WITHOUT_A_TEST), "a row has lost its test, or is new"
    assert set(WITHOUT_A_TEST) <= set(lacking), f"take off the list: {sorted(set(WITHOUT_A_TEST) - set(lacking))}"


def test_no_test_is_named_by_a_row_there_is_not():
    also = {id_ for row in demands().values() for id_ in row.also}
    assert [id_ for id_ in rows_named() if id_ not in demands() and id_ not in also] == []


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("test_s1_09_a_plan", "S1-09"),
        ("test_s1_05_2_weighed", "S1-05.2"),
        ("test_s3_09_30_cases", "S3-09"),
        ("test_s3_27_2_looked_at", "S3-27.2"),
        ("test_s3_09_2_nd", "S3-09"),
        ("test_s9_09_x", ""),
        ("test_seen", ""),
    ],
)
def test_a_tests_name_says_its_row(name, row):
    assert row_named(name) == row


def test_a_demand_told_of_twice_is_found(tmp_path):
    row = '{ id = "S0-01", group = "A", title = "Safe", also = [], waits_for = "" },'
    page = tmp_path / "demands.toml"
    page.write_text(f"demands = [{row}{row}]", encoding="utf-8")
    with pytest.raises(BadCharter, match=r"demands\.toml: demands 'S0-01': S0-01 is here twice"):
        register.demands(page)
    later = row.replace('""', '"later"')
    page.write_text(f"demands = [{later}]", encoding="utf-8")
    with pytest.raises(BadCharter, match="waits_for"):
        register.demands(page)
