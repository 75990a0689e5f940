"""A time of day, read as people write it."""

import re
from datetime import date, datetime, time
from typing import Any

from django import forms

from kith import words
from kith.access.actor import HOME_TIME

_WRITTEN = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>am|pm)?")
_NAMED = {"noon": time(12), "12 noon": time(12), "midday": time(12), "midnight": time(0)}
FIRST_PLAIN_HOUR = 7  # 3:30 is far more often the afternoon than the night: ask, never guess
SHORT = "govuk-input--width-10"
HELP = "Write the time like 3:30pm or 15:30."


class ClockField(forms.CharField):
    """3:30pm, 3.30 pm, 15:30, 1530, 3pm or noon. Cleans to a `time`, or None when empty and not required."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value).lower()
        return read_clock(typed) if typed else None

    def prepare_value(self, value: Any) -> Any:
        return words.clock(datetime.combine(date.min, value)) if isinstance(value, time) else value


def read_clock(typed: str) -> time:
    """The time someone wrote. Raises ValidationError: no such time, or one that could be night or afternoon."""
    if typed in _NAMED:
        return _NAMED[typed]
    found = _WRITTEN.fullmatch(typed.strip())
    if not found or not (found["minute"] or found["half"]):
        raise forms.ValidationError(HELP)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if minute > 59 or hour > 23 or (found["half"] and not 1 <= hour <= 12):
        raise forms.ValidationError(HELP)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    elif 1 <= hour < FIRST_PLAIN_HOUR and len(found["hour"]) == 1:
        raise forms.ValidationError(f"Is that in the night or the afternoon? Write {typed}am or {typed}pm.")
    return time(hour, minute)


def at_home(day: date, clock: time) -> datetime:
    """A day and a time as the family's clock shows them."""
    return datetime.combine(day, clock, HOME_TIME)
