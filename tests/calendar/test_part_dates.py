"""S3-06: a date is kept as well as it is known, and no better."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.calendar import NotADate, PartDate

PRECISIONS = ("day", "month", "year", "about")
part_dates = some.builds(PartDate, some.dates(date(1900, 1, 1), date(2100, 12, 30)), some.sampled_from(PRECISIONS))


@pytest.mark.parametrize(
    ("day", "month", "year", "about", "said"),
    [
        ("3", "3", "2019", False, "3 March 2019"),
        ("03", "03", "2019", False, "3 March 2019"),
        (" 3 ", "march", " 2019 ", False, "3 March 2019"),
        ("29", "Feb", "2028", False, "29 February 2028"),
        ("", "3", "2019", False, "March 2019"),
        ("", "sept", "2019", False, "September 2019"),
        ("", "", "2019", False, "2019"),
        ("", "", "2019", True, "about 2019"),
    ],
)
def test_three_boxes_are_read_as_far_as_they_are_filled(
    day: str, month: str, year: str, about: bool, said: str
) -> None:
    assert str(PartDate.from_boxes(day, month, year, about=about)) == said


@pytest.mark.parametrize(
    ("day", "month", "year", "about", "says"),
    [
        ("", "", "", False, "Enter at least the year."),
        ("3", "3", "", False, "Enter at least the year."),
        ("3", "", "2019", False, "Enter the month as well as the day."),
        ("", "", "19", False, "Write the year in full"),
        ("", "", "last year", False, "Write the year in full"),
        ("", "", "1066", False, "between 1880 and 2100"),
        ("", "", "9999", False, "between 1880 and 2100"),
        ("1", "13", "2019", False, "number from 1 to 12"),
        ("1", "0", "2019", False, "number from 1 to 12"),
        ("1", "-3", "2019", False, "number from 1 to 12"),
        ("1", "Mac", "2019", False, "number from 1 to 12"),
        ("1", "Ju", "2019", False, "number from 1 to 12"),
        ("31", "4", "2019", False, "April 2019 has only 30 days."),
        ("29", "2", "2027", False, "February 2027 has only 28 days."),
        ("0", "4", "2019", False, "The day must be a number."),
        ("²", "4", "2019", False, "The day must be a number."),
        ("first", "4", "2019", False, "The day must be a number."),
        ("", "4", "2019", True, "enter only the year"),
    ],
)
def test_what_is_not_a_date_is_refused_in_words_for_the_person_who_typed(
    day: str, month: str, year: str, about: bool, says: str
) -> None:
    with pytest.raises(NotADate, match=says):
        PartDate.from_boxes(day, month, year, about=about)


@given(some.text(max_size=6), some.text(max_size=6), some.text(max_size=6), some.booleans())
def test_whatever_is_typed_becomes_a_date_or_a_plain_refusal(day: str, month: str, year: str, about: bool) -> None:
    with suppress(NotADate):
        known = PartDate.from_boxes(day, month, year, about=about)
        assert known.on.year == int(year)


@given(part_dates)
def test_a_part_date_typed_as_it_reads_is_the_same_part_date(known: PartDate) -> None:
    words = str(known).removeprefix("about ").split()
    boxes = [""] * (3 - len(words)) + words
    assert PartDate.from_boxes(*boxes, about=known.precision == "about") == known


def test_two_ways_of_knowing_the_same_month_are_equal() -> None:
    assert PartDate(date(2019, 3, 17), "month") == PartDate(date(2019, 3, 1), "month")
    assert PartDate(date(2019, 3, 17), "year") != PartDate(date(2019, 3, 17), "about")


def test_uncertain_dates_sort_before_the_certain_ones_of_the_same_time() -> None:
    in_order = [
        PartDate(date(2018, 12, 31)),
        PartDate(date(2019, 1, 1), "about"),
        PartDate(date(2019, 1, 1), "year"),
        PartDate(date(2019, 1, 1), "month"),
        PartDate(date(2019, 1, 1)),
        PartDate(date(2019, 2, 28)),
        PartDate(date(2019, 3, 1), "month"),
        PartDate(date(2019, 3, 1)),
        PartDate(date(2020, 1, 1), "year"),
    ]
    shuffled = in_order[::-1]
    assert sorted(shuffled, key=lambda known: known.sort_key) == in_order


@given(part_dates)
def test_what_is_known_lies_between_its_earliest_and_latest_day(known: PartDate) -> None:
    assert known.earliest <= known.on <= known.latest


def test_a_part_date_knows_how_late_and_how_early_it_can_have_been() -> None:
    february = PartDate(date(2028, 2, 10), "month")
    assert (february.earliest, february.latest) == (date(2028, 2, 1), date(2028, 2, 29))
    about = PartDate(date(2019, 6, 1), "about")
    assert (about.earliest, about.latest) == (date(2018, 1, 1), date(2020, 12, 31))


def test_a_precision_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        PartDate(date(2019, 3, 1), "fortnight")  # type: ignore[arg-type]
