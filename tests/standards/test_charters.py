"""The five published lists, and what happens to a bad one."""

import pytest

from kith.standards.charters import BadCharter, charters, load
from kith.standards.register import STANDARDS

GOOD = """
id = "ours"
title = "Ours"

[[items]]
id = "seen"
title = "Children are seen"
requirements = ["S1-02"]
standards = ["seen-in-time"]
"""


def written(tmp_path, text, name="ours.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_five_lists_are_whole():
    assert {charter.id: len(charter.items) for charter in charters()} == {
        "girfec": 13,
        "principles": 11,
        "nottinghamshire": 8,
        "practice-standards": 10,
        "jersey": 31,
    }


def test_an_item_that_is_not_built_yet_says_so_by_naming_no_standard():
    items = [item for charter in charters() for item in charter.items]
    assert any(not item.standards for item in items)
    assert {id_ for item in items for id_ in item.standards} == {each.id for each in STANDARDS}


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
