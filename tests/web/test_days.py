"""A day asked for in three boxes."""

from datetime import date

import pytest
from django import forms

from kith.web.days import DayField


class Birthday(forms.Form):
    born = DayField(label="When was Leo born?")
    moved = DayField(label="When did he move?", required=False)


def typed(day: str, month: str, year: str) -> Birthday:
    return Birthday({"born-day": day, "born-month": month, "born-year": year})


@pytest.mark.parametrize("month", ["11", "nov", "November", "NOV "])
def test_a_month_may_be_a_number_or_a_word(month: str) -> None:
    form = typed("6", month, "2020")
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"born": date(2020, 11, 6), "moved": None}


@pytest.mark.parametrize(
    ("boxes", "words", "wrong"),
    [
        (("", "", ""), "Write the date: “When was Leo born?”", ["day", "month", "year"]),
        (("6", "11", ""), "Add the year", ["year"]),
        (("", "", "2020"), "Add the day and the month", ["day", "month"]),
        (("31", "2", "2020"), "There is no 31 February in 2020", ["day"]),
        (("29", "2", "2021"), "There is no 29 February in 2021", ["day"]),
        (("32", "1", "2020"), "Write the day as a number from 1 to 31", ["day"]),
        (("6", "13", "2020"), "Write the month as a number from 1 to 12, or its name", ["month"]),
        (("6", "smarch", "2020"), "Write the month as a number from 1 to 12, or its name", ["month"]),
        (("6", "11", "20"), "Write the year in full, for example 2026", ["year"]),
        (("6", "11", "²⁰²⁰"), "Write the year in full, for example 2026", ["year"]),
        (("-6", "11", "2020"), "Write the day as a number from 1 to 31", ["day"]),
    ],
)
def test_what_is_wrong_is_said_and_the_box_is_named(boxes: tuple[str, str, str], words: str, wrong: list[str]) -> None:
    form = typed(*boxes)
    assert form.errors["born"] == [words]
    assert form.errors["born"].as_data()[0].params["boxes"] == wrong


def test_the_error_lands_on_the_wrong_box_and_keeps_what_was_typed() -> None:
    drawn = str(typed("6", "11", "20"))
    assert 'href="#id_born-year"' in drawn
    assert 'value="20"' in drawn
    assert drawn.count("govuk-input--error") == 1


def test_a_known_date_fills_the_boxes() -> None:
    drawn = str(Birthday(initial={"born": date(2020, 11, 6)}))
    assert [f'value="{value}"' in drawn for value in ("6", "11", "2020")] == [True, True, True]
