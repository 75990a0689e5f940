"""Looking things up in a pack, by key and by day."""

from datetime import date
from pathlib import Path

import pytest

from kith import packs
from kith.calendar import Days, WorkingDays
from kith.packs import NotInPack
from tests.packs.makings import RIGHT, written

CHANGED = """
[[timescales]]
key = "receipt"
title = "Receipt"
limit = { days = 5 }
counted_from = "the letter"
who = "worker"
row = "X1"
source = "book"
mark = "L"
until = 2026-06-30

[[timescales]]
key = "receipt"
title = "Receipt"
limit = { days = 3 }
counted_from = "the letter"
who = "worker"
row = "X1"
source = "book"
mark = "L"
from = 2026-07-01

[[timescales]]
key = "papers"
title = "Papers before a meeting"
limit = { working_days = 2 }
counted = "before"
counted_from = "the meeting"
who = "worker"
row = "X2"
source = "book"
mark = "L"

[[timescales]]
key = "nights"
title = "Nights in a year"
limit = { days = 75 }
counted = "total"
counted_from = "any 12 months"
who = "worker"
row = "X3"
source = "book"
mark = "L"

[[code_lists]]
key = "shade"
title = "Shade"
source = "book"
mark = "L"
codes = [
  { code = "D", label = "Dark", until = 2026-06-30 },
  { code = "D", label = "Deep", from = 2026-07-01 },
  { code = "P", label = "Pale", from = 2026-07-01 },
  { code = "M", label = "Mauve", until = 2025-12-31 },
  { code = "O", label = "Old", flags = ["retired", "alerts"] },
]

[[days]]
on = 2026-05-05
name = "Founders’ Day"
source = "book"
mark = "L"

[[days]]
on = 2026-05-04
name = "May Day"
closed = false
source = "book"
mark = "L"
"""
BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def pack(tmp_path: Path) -> packs.Pack:
    return packs.load(written(tmp_path, RIGHT + CHANGED))


def test_a_time_limit_is_the_one_in_force_on_the_day(pack: packs.Pack) -> None:
    assert pack.timescale("assessment").limit == WorkingDays(45)
    assert pack.timescale("receipt", BEFORE).limit.n == 5
    assert pack.timescale("receipt", AFTER).limit.n == 3
    assert pack.timescale("receipt").limit.n == 3


def test_a_limit_is_counted_the_way_it_says(pack: packs.Pack) -> None:
    thursday = date(2026, 4, 9)
    assert pack.timescale("receipt").due(thursday, pack.calendar) == date(2026, 4, 12)
    assert pack.timescale("papers").due(thursday, pack.calendar) == date(2026, 4, 7)
    with pytest.raises(ValueError, match="nights is a total"):
        pack.timescale("nights").due(thursday, pack.calendar)


def test_labels_follow_the_day_and_stay_readable_after_their_end(pack: packs.Pack) -> None:
    assert pack.label("shade", "D", BEFORE) == "Dark"
    assert pack.label("shade", "D", AFTER) == "Deep"
    assert pack.label("shade", "D") == "Deep"
    assert pack.label("shade", "M") == "Mauve"
    assert pack.label("shade", "O") == "Old"


def test_only_what_is_in_force_and_not_retired_may_be_chosen(pack: packs.Pack) -> None:
    assert pack.choices("colour") == [("R", "Red"), ("G", "Green")]
    assert pack.choices("shade") == [("D", "Deep"), ("P", "Pale")]
    assert pack.choices("shade", BEFORE) == [("D", "Dark")]


def test_flags_tell_which_codes_need_something(pack: packs.Pack) -> None:
    assert pack.flagged("shade", "alerts") == {"O"}
    assert pack.flagged("colour", "alerts") == frozenset()


def test_the_calendar_carries_the_packs_own_days(pack: packs.Pack) -> None:
    assert pack.calendar.is_working(date(2026, 5, 4))
    assert not pack.calendar.is_working(date(2026, 5, 5))
    assert (
        pack.timescale("assessment")
        .limit.because(date(2026, 4, 9), pack.calendar)
        .endswith("skipping Founders’ Day and Spring Bank Holiday")
    )


def test_a_figure_says_in_words_where_it_comes_from(pack: packs.Pack) -> None:
    assert pack.cite(pack.timescale("assessment")) == "The book of Atlantis"


def test_a_packs_own_entry_wins_over_the_parts_it_builds_on(tmp_path: Path) -> None:
    on_practice = RIGHT.replace("version = 3", 'version = 3\nbuilds_on = ["practice"]')
    sooner = CHANGED[: CHANGED.index("[[timescales]]", 5)].replace('"receipt"', '"answer-wish"')
    assert packs.load(written(tmp_path, on_practice)).timescale("answer-wish").limit == WorkingDays(10)
    own = packs.load(written(tmp_path, on_practice + sooner))
    assert [entry.limit for entry in own.timescales if entry.key == "answer-wish"] == [Days(5)]
    assert own.timescale("story-reviewed").limit == Days(90)


def test_the_newest_pack_that_had_begun_answers_for_a_day(tmp_path: Path) -> None:
    until = "effective_from = 2026-01-01\neffective_to = 2026-12-31"
    written(tmp_path, RIGHT.replace("effective_from = 2026-01-01", until))
    later = RIGHT.replace("atlantis-2026", "atlantis-2027").replace("effective_from = 2026", "effective_from = 2027")
    written(tmp_path, later, "atlantis-2027.toml")
    answers = {
        date(2020, 1, 1): "atlantis-2026",
        date(2026, 12, 31): "atlantis-2026",
        date(2027, 1, 1): "atlantis-2027",
        date(2040, 1, 1): "atlantis-2027",
    }
    for day, answer in answers.items():
        assert packs.pack_for("england", day, tmp_path).header.id == answer
    assert packs.pack_for("atlantis-2026", date(2040, 1, 1), tmp_path).header.id == "atlantis-2026"


@pytest.mark.parametrize(
    ("look_up", "says"),
    [
        (lambda pack: pack.timescale("tea"), "atlantis-2026.3 has no timescale 'tea'"),
        (lambda pack: pack.timescale("assessment-2"), "no timescale"),
        (lambda pack: pack.figure("tea"), "no figure 'tea'"),
        (lambda pack: pack.level("early_help"), "no level 'early_help'"),
        (lambda pack: pack.codes("sound"), "no code list 'sound'"),
        (lambda pack: pack.label("sound", "R"), "no code 'R' in 'sound'"),
        (lambda pack: pack.label("colour", "B"), "no code 'B' in 'colour'"),
        (lambda pack: pack.label("shade", "P", BEFORE), "no code 'P' in 'shade' on 2026-06-30"),
        (lambda pack: pack.relationship("parent"), "no relationship 'parent'"),
    ],
)
def test_what_a_pack_lacks_is_named(pack: packs.Pack, look_up: object, says: str) -> None:
    with pytest.raises(NotInPack, match=says):
        look_up(pack)  # type: ignore[operator]
