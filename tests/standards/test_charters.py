"""The published lists, a list of a partnership's own, and what happens to a bad one."""

import re
from pathlib import Path

import pytest

from kith.standards.charters import charters, chosen, load
from kith.standards.reading import BadCharter
from kith.standards.register import STANDARDS
from kith.words import flags, reading_age

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "charters.md"
GOOD = """
id = "ours"
title = "Ours"

[[items]]
id = "seen"
title = "Children are seen"
meaning = "Somebody goes and sees the child."
requirements = ["S1-02"]
standards = ["seen-in-time"]
"""


def written(tmp_path, text, name="ours.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_five_lists_and_the_successor_of_the_first_are_whole():
    assert {charter.id: len(charter.items) for charter in charters()} == {
        "girfec": 13,
        "girfec-2022": 7,
        "principles": 12,
        "nottinghamshire": 9,
        "practice-standards": 10,
        "jersey": 32,
    }
    renewed = next(charter for charter in charters() if charter.id == "girfec-2022")
    assert (renewed.succeeds, renewed.year) == ("girfec", 2022)


@pytest.mark.parametrize("charter", charters(), ids=lambda charter: charter.id)
def test_every_meaning_is_short_plain_and_blames_nobody(charter):
    for item in charter.items:
        assert len(item.meaning.split()) <= 60, item.id
        assert flags(item.meaning) == [], item.id
    assert reading_age(" ".join(item.meaning for item in charter.items)) <= 14


def test_an_item_that_is_not_built_yet_says_so_by_naming_no_standard():
    items = [item for charter in charters() for item in charter.items]
    assert any(not item.standards for item in items)
    assert {id_ for item in items for id_ in item.standards} == {each.id for each in STANDARDS}


def test_an_item_whose_every_demand_waits_is_not_yet_built_whatever_promise_it_names(tmp_path):
    waits = GOOD.replace('"S1-02"', '"S2-28", "S2-18"')
    item = load(written(tmp_path, waits)).item("seen")
    assert ([row.id for row in item.waiting], item.not_yet_built) == (["S2-28", "S2-18"], True)
    (tmp_path / "part").mkdir()
    partly = load(written(tmp_path / "part", GOOD.replace('"S1-02"', '"S1-02", "S2-28"')))
    assert ([row.id for row in partly.item("seen").waiting], partly.not_yet_built) == (["S2-28"], [])


def test_a_partnership_chooses_its_charters_and_adds_its_own(tmp_path):
    written(tmp_path, GOOD)
    assert [charter.id for charter in chosen()] == [charter.id for charter in charters()]
    assert [charter.id for charter in chosen(("jersey", "ours"), tmp_path)] == ["jersey", "ours"]
    assert [charter.id for charter in chosen((), tmp_path)] == [*(charter.id for charter in charters()), "ours"]


def test_a_choice_that_cannot_be_followed_says_why(tmp_path):
    with pytest.raises(BadCharter, match="kent: the charters you chose: there are only girfec, girfec-2022, "):
        chosen(("kent",))
    with pytest.raises(BadCharter, match="folder of your own charters: is not there"):
        chosen((), tmp_path / "nowhere")
    written(tmp_path, GOOD.replace('"ours"', '"jersey"'), "jersey.toml")
    with pytest.raises(BadCharter, match=r"jersey\.toml: id: there is a charter of this name already"):
        chosen((), tmp_path)


def test_the_sixth_charter_in_the_guide_is_one_that_works(tmp_path):
    name, text = re.search(r"`([a-z-]+\.toml)`:\n\n```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S).groups()
    written(tmp_path, text, name)
    sixth = chosen((), tmp_path)[-1]
    assert len(sixth.items) == 3
    assert [item.not_yet_built for item in sixth.items] == [False, False, True]


def test_a_good_charter_is_read(tmp_path):
    charter = load(written(tmp_path, GOOD))
    assert charter.item("seen").standards == ["seen-in-time"]
    with pytest.raises(LookupError, match="no item 'heard'"):
        charter.item("heard")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[[items]]", "[[items"), "ours.toml: the file: is not valid TOML"),
        (('id = "ours"', 'id = "theirs"'), "ours.toml: id: 'theirs' must be the file's own name"),
        (('title = "Children are seen"\n', ""), "ours.toml: items 'seen', title: field required"),
        (('"S1-02"', '"S1-99"'), "ours.toml: items 'seen', requirements: S1-99 is no row of the register"),
        (('meaning = "Somebody goes and sees the child."\n', ""), "ours.toml: items 'seen', meaning: field required"),
        (('"S1-02"', '"S9-02"'), "ours.toml: items 'seen', requirements number 1: string should match"),
        (('"seen-in-time"', '"seen"'), "ours.toml: items 'seen', standards: there is no standard 'seen'"),
        (("standards =", "promises ="), "ours.toml: items 'seen', standards: field required"),
        (('requirements = ["S1-02"]', "requirements = []"), "ours.toml: items 'seen', requirements: list should have"),
        (('"seen-in-time"]', f'"seen-in-time"]{GOOD.split("Ours")[1][1:]}'), "ours.toml: items 'seen': is here twice"),
    ],
)
def test_a_bad_charter_names_file_key_and_reason(tmp_path, change, says):
    assert change[0] in GOOD
    with pytest.raises(BadCharter) as bad:
        load(written(tmp_path, GOOD.replace(*change)))
    assert str(bad.value).startswith(says)
