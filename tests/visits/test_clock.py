"""A time of day as people write it: read when it is plain, asked about when it could be night or afternoon."""

from datetime import UTC, date, time

import pytest
from django.core.exceptions import ValidationError

from kith.visits.forms import ClockField
from kith.web.clock import at_home, read_clock


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("3:30pm", 15, 30),
        ("3.30 pm", 15, 30),
        ("3pm", 15, 0),
        ("15:30", 15, 30),
        ("1530", 15, 30),
        ("15.30", 15, 30),
        ("9:05am", 9, 5),
        ("9:05", 9, 5),
        ("12pm", 12, 0),
        ("12am", 0, 0),
        ("12:15am", 0, 15),
        ("noon", 12, 0),
        ("midnight", 0, 0),
        ("03:30", 3, 30),
        ("00:10", 0, 10),
    ],
)
def test_plain_times_are_read(written, hour, minute):
    assert read_clock(written) == time(hour, minute)


@pytest.mark.parametrize("written", ["3:30", "6.15", "1:00"])
def test_a_time_that_could_be_night_is_asked_about(written):
    with pytest.raises(ValidationError, match="night or the afternoon"):
        read_clock(written)


@pytest.mark.parametrize("written", ["25:00", "12:60", "13pm", "0am", "half past three", "3", "15", "3:3pm", "-1:00"])
def test_what_is_no_time_is_said_so(written):
    with pytest.raises(ValidationError, match="Write the time like"):
        read_clock(written)


def test_an_empty_time_is_none_and_a_kept_one_is_written_as_people_say_it():
    field = ClockField(required=False)
    assert field.clean("") is None
    assert field.clean(" 3:30PM ") == time(15, 30)
    assert field.prepare_value(time(15, 30)) == "3:30pm"
    assert field.prepare_value("half past") == "half past"


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 7, 1), 14), (date(2026, 12, 1), 15)])
def test_the_familys_clock_is_the_one_that_counts(day, hour):
    assert at_home(day, time(15)).astimezone(UTC).hour == hour
