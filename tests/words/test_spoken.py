"""Names, lists, dates and times, said one way everywhere."""

from datetime import UTC, date, datetime

import pytest

from kith.words import clock, counted, ended, in_full, joined, possessive, short_day, short_moment


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["Maya"], "Maya"),
        (["Maya", "Leo"], "Maya and Leo"),
        (["Maya", "Leo", "Sam"], "Maya, Leo and Sam"),
        (["Maya", "", "Sam"], "Maya and Sam"),
    ],
)
def test_lists_are_joined_as_people_say_them(items: list[str], said: str) -> None:
    assert joined(items) == said


def test_a_list_of_choices_is_joined_with_or() -> None:
    assert joined(["home", "school"], last="or") == "home or school"


def test_counts_agree_with_their_noun() -> None:
    assert [counted(n, "child", "children") for n in (0, 1, 3)] == ["0 children", "1 child", "3 children"]
    assert counted(1204, "visit") == "1,204 visits"


def test_possessives() -> None:
    assert possessive("Maya") == "Maya’s"
    assert possessive("James") == "James’s"
    assert possessive("") == ""


def test_a_sentence_ends_once() -> None:
    assert [ended(said) for said in ("He comes", "He comes.", "Does he?", "“No”", "")] == [
        "He comes.",
        "He comes.",
        "Does he?",
        "“No”",
        "",
    ]


def test_days_in_full_and_short() -> None:
    day = date(2026, 11, 20)
    assert in_full(day) == "20 November 2026"
    assert short_day(day) == "Fri 20 Nov"
    assert short_day(day, today=date(2026, 1, 1)) == "Fri 20 Nov"
    assert short_day(day, today=date(2027, 1, 1)) == "Fri 20 Nov 2026"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (15, 40, "3:40pm"),
        (9, 0, "9am"),
        (0, 5, "12:05am"),
        (12, 30, "12:30pm"),
        (12, 0, "12 noon"),
        (0, 0, "12 midnight"),
    ],
)
def test_times_of_day(hour: int, minute: int, said: str) -> None:
    assert clock(datetime(2026, 11, 20, hour, minute, tzinfo=UTC)) == said


def test_a_moment_is_a_short_day_and_a_time() -> None:
    at = datetime(2026, 11, 20, 15, 40, tzinfo=UTC)
    assert short_moment(at) == "Fri 20 Nov, 3:40pm"
    assert short_moment(at, today=date(2027, 1, 4)) == "Fri 20 Nov 2026, 3:40pm"
