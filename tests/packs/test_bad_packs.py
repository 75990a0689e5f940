"""A bad pack fails in one line that names the file, the key and the reason."""

from pathlib import Path

import pytest

from kith import packs
from kith.packs import BadPack
from tests.packs.makings import RIGHT, spoilt, written

TIMESCALE = RIGHT[RIGHT.index("[[timescales]]") : RIGHT.index("[[code_lists]]")]
COLOURS = RIGHT[RIGHT.index("[[code_lists]]") :]
FROM_2027 = TIMESCALE + "from = 2027-01-01\n"


def refusal(path: Path) -> BadPack:
    with pytest.raises(BadPack) as refused:
        packs.load(path)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith(f"{path.name}: ")
    return refused.value


def test_the_pack_these_tests_spoil_is_right(tmp_path: Path) -> None:
    assert packs.load(written(tmp_path)).version == "atlantis-2026.3"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        # unknown keys, at each depth
        ('title = "Atlantis 2026"', 'title = "A"\ncolour = "red"', "pack, colour", "is not a key a pack has"),
        ("[sources]", "[secrets]\na = 1\n\n[sources]", "secrets", "is not a key a pack has"),
        ('row = "E3"', 'row = "E3"\ndays = 3', "timescales 'assessment', days", "is not a key a pack has"),
        (
            'label = "Red"',
            'label = "Red", shade = 2',
            "code_lists 'colour', codes 'R', shade",
            "is not a key a pack has",
        ),
        ('chair = "chair"', 'chair = "chair"\ntable = "t"', "terms, table", "is not a key a pack has"),
        # missing keys
        ('source = "book"\nmark = "V"', 'mark = "V"', "timescales 'assessment', source", "is missing"),
        ('mark = "V"\n', "", "timescales 'assessment', mark", "is missing"),
        ('key = "assessment"\n', "", "timescales number 1, key", "is missing"),
        ('duty = "duty team"\n', "", "terms, duty", "is missing"),
        # wrong types and values
        ("version = 3", 'version = "3"', "pack, version", "not '3'"),
        ("version = 3", "version = 0", "pack, version", "greater than or equal to 1"),
        ("published = 2026-01-01", 'published = "January"', "pack, published", "not 'January'"),
        ('nation = "england"', 'nation = "atlantis"', "pack, nation", "'england', 'wales'"),
        ('title = "Assessment"', 'title = ""', "timescales 'assessment', title", "at least 1 character"),
        ('mark = "V"', 'mark = "X"', "timescales 'assessment', mark", "'V', 'L' or 'K'"),
        # limits
        ("{ working_days = 45 }", "45", "timescales 'assessment', limit", "must be one unit and a number"),
        ("{ working_days = 45 }", "{ fortnights = 3 }", "timescales 'assessment', limit", "'fortnights' is not a unit"),
        ("{ working_days = 45 }", "{ days = 1, weeks = 2 }", "timescales 'assessment', limit", "must be one unit"),
        ("{ working_days = 45 }", "{ working_days = 0 }", "timescales 'assessment', limit", "1 or more, not 0"),
        ("{ working_days = 45 }", "{ weeks = 1.5 }", "timescales 'assessment', limit", "whole number of weeks"),
        # codes and sources
        ('code = "R"', 'code = "R ed!"', "code_lists 'colour', codes 'R ed!', code", "match pattern"),
        ('code = "G"', 'code = "R"', "code_lists 'colour', codes 'R'", "is here twice"),
        ('code = "universal"', 'code = "everyone"', "levels 'everyone', code", "'universal', 'early_help'"),
        ('source = "book"\nmark = "V"', 'source = "film"\nmark = "V"', "timescales 'assessment', source", "not listed"),
        # duplicates and dates
        (TIMESCALE, TIMESCALE * 2, "timescales 'assessment'", "is here twice"),
        (COLOURS, COLOURS * 2, "code_lists 'colour'", "is here twice"),
        (TIMESCALE, TIMESCALE + FROM_2027, "timescales 'assessment'", "is here twice"),
        (TIMESCALE, TIMESCALE + "until = 2027-01-01\n" + FROM_2027, "timescales 'assessment'", "from 2027-01-01"),
        (TIMESCALE, FROM_2027 + "until = 2026-01-01\n", "timescales 'assessment'", "before it starts on 2027-01-01"),
        (
            "effective_from = 2026-01-01",
            "effective_from = 2026-01-01\neffective_to = 2025-01-01",
            "pack, effective_to",
            "is before",
        ),
        # parts
        ("version = 3", 'version = 3\nbuilds_on = ["poetry"]', "pack, builds_on", "there is no part 'poetry'"),
        (
            "version = 3",
            'version = 3\nbuilds_on = ["people"]\nstands_in = ["people"]',
            "pack, builds_on",
            "comes from two parts",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, key: str, reason: str) -> None:
    bad = refusal(spoilt(tmp_path, old, new))
    assert bad.file == "atlantis-2026.toml"
    assert bad.key == key
    assert reason in bad.reason


def test_a_source_may_not_mean_one_thing_here_and_another_in_a_part(tmp_path: Path) -> None:
    text = RIGHT.replace("version = 3", 'version = 3\nbuilds_on = ["people"]')
    bad = refusal(written(tmp_path, text.replace("[sources]", '[sources]\nour-words = "A stranger’s"')))
    assert (bad.key, bad.reason) == ("sources, our-words", "means something else in another part")


def test_several_mistakes_are_counted_and_the_first_is_named(tmp_path: Path) -> None:
    bad = refusal(written(tmp_path, RIGHT.replace('who = "worker"', "").replace('row = "E3"', "")))
    assert bad.reason == "is missing (and 1 more)"


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    assert "line 2" in refusal(written(tmp_path, "\n[pack\n")).reason


def test_a_file_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "atlantis-2026.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert refusal(path).reason == "is not UTF-8 text"
    assert "cannot be read" in refusal(tmp_path / "nowhere.toml").reason


def test_a_pack_in_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    assert "must be the file's own name" in refusal(written(tmp_path, name="lemuria-2026.toml")).reason


def test_a_relationship_must_lead_back(tmp_path: Path) -> None:
    lonely = '\n[[relationships]]\ncode = "twin"\nlabel = "twin"\ninverse = "other"\n'
    assert refusal(written(tmp_path, RIGHT + lonely)).key == "relationships 'twin', inverse"
    astray = '\n[[relationships]]\ncode = "other"\nlabel = "other"\ninverse = "other"\n'
    assert refusal(written(tmp_path, RIGHT + lonely + astray)).key == "relationships 'twin', inverse"


def test_two_packs_of_one_nation_on_the_same_day_are_refused(tmp_path: Path) -> None:
    written(tmp_path)
    later = RIGHT.replace("atlantis-2026", "atlantis-2027").replace("effective_from = 2026", "effective_from = 2027")
    written(tmp_path, later, "atlantis-2027.toml")
    with pytest.raises(BadPack, match=r"atlantis-2027\.toml: pack, effective_from: 'atlantis-2026' is still in force"):
        packs.check_all(tmp_path)


def test_packs_of_one_nation_one_after_the_other_are_in_order(tmp_path: Path) -> None:
    until = "effective_from = 2026-01-01\neffective_to = 2026-12-31"
    written(tmp_path, RIGHT.replace("effective_from = 2026-01-01", until))
    later = RIGHT.replace("atlantis-2026", "atlantis-2027").replace("effective_from = 2026", "effective_from = 2027")
    written(tmp_path, later, "atlantis-2027.toml")
    assert [pack.header.id for pack in packs.check_all(tmp_path)] == ["atlantis-2026", "atlantis-2027"]


def test_one_bad_pack_in_the_folder_is_enough_to_refuse(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, "", "bad.toml")
    with pytest.raises(BadPack, match=r"bad\.toml: pack: is missing"):
        packs.check_all(tmp_path)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="the folder: holds no pack"):
        packs.check_all(tmp_path)
