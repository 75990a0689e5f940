"""How old, and how long ago."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.calendar import PartDate, age, age_in_words, ago, expected_in_words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("born", "years"),
    [
        (date(2017, 3, 4), 9),
        (date(2016, 11, 20), 10),
        (date(2016, 11, 21), 9),
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), None),
        (date(1926, 11, 20), 100),
    ],
)
def test_age_is_whole_years_and_nobody_has_one_before_birth(born: date, years: int | None) -> None:
    assert age(born, TODAY) == years


def test_someone_born_on_29_february_is_older_on_1_march_or_on_their_own_day() -> None:
    born = date(2016, 2, 29)
    assert age(born, date(2027, 2, 28)) == 10
    assert age(born, date(2027, 3, 1)) == 11
    assert age(born, date(2028, 2, 28)) == 11
    assert age(born, date(2028, 2, 29)) == 12


@given(some.dates(date(1900, 1, 1), date(2090, 1, 1)), some.integers(0, 40_000))
def test_age_never_falls_as_days_pass_and_grows_by_one_at_most(born: date, lived: int) -> None:
    before, after = age(born, born + timedelta(days=lived)), age(born, born + timedelta(days=lived + 1))
    assert before is not None
    assert after is not None
    assert after - before in (0, 1)


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2026, 11, 20), "born today"),
        (date(2026, 11, 19), "1 day"),
        (date(2026, 11, 7), "13 days"),
        (date(2026, 11, 6), "2 weeks"),
        (date(2026, 9, 19), "8 weeks"),
        (date(2026, 9, 18), "2 months"),
        (date(2026, 3, 4), "8 months"),
        (date(2024, 11, 21), "23 months"),
        (date(2024, 11, 20), "2"),
        (date(2017, 3, 4), "9"),
        (date(2026, 12, 1), "not born yet"),
        (PartDate(date(2017, 3, 4)), "9"),
        (PartDate(date(2017, 3, 4), "month"), "9"),
        (PartDate(date(2017, 11, 1), "month"), "8 or 9"),
        (PartDate(date(2017, 1, 1), "year"), "8 or 9"),
        (PartDate(date(2017, 1, 1), "about"), "about 9"),
        (PartDate(date(2026, 1, 1), "year"), "under 1"),
        (PartDate(date(2026, 1, 1), "about"), "about 1"),
        (PartDate(date(2027, 1, 1), "year"), "not born yet"),
    ],
)
def test_age_is_said_as_people_say_it_and_no_surer_than_it_is_known(born: date | PartDate, said: str) -> None:
    assert age_in_words(born, TODAY) == said


def test_a_child_not_yet_born_is_due() -> None:
    assert expected_in_words(date(2027, 3, 3), TODAY) == "due 3 March 2027"
    assert expected_in_words(TODAY, TODAY) == "due today"
    assert expected_in_words(date(2026, 11, 1), TODAY) == "was due 1 November 2026"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 19), "yesterday"),
        (date(2026, 11, 17), "3 days ago"),
        (date(2026, 11, 6), "2 weeks ago"),
        (date(2026, 6, 20), "5 months ago"),
        (date(2023, 11, 20), "3 years ago"),
        (date(2026, 11, 21), "tomorrow"),
        (date(2026, 11, 23), "in 3 days"),
        (date(2027, 11, 20), "in 12 months"),
    ],
)
def test_how_long_ago_is_said_in_the_nearest_whole_words(day: date, said: str) -> None:
    assert ago(day, TODAY) == said
