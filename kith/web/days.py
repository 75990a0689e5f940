"""A day, asked for in three boxes, with errors that say which box and what to write."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

BOXES = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Boxes(forms.Widget):
    """Three inputs, ``name-day``, ``name-month``, ``name-year``; its value is a dict of what was typed."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {box: str(data.get(f"{name}-{box}") or "").strip() for box in BOXES}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{box}" in data for box in BOXES)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}-day"


class DayField(forms.Field):
    """A known day. Cleans to a ``date`` or, when not required and left empty, None.

    Months may be written as numbers or words. Raises ValidationError whose params name the wrong boxes.
    """

    widget = Boxes

    def clean(self, value: Any) -> date | None:
        typed = boxes_of(value)
        if not any(typed.values()):
            if self.required:
                raise wrong("required", f"Write the date: “{self.label}”", *BOXES)
            return None
        if missing := [box for box in BOXES if not typed[box]]:
            raise wrong("incomplete", f"Add the {' and the '.join(missing)}", *missing)
        day = read_day(typed)
        self.run_validators(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        return boxes_of(initial) != boxes_of(data)


def boxes_of(value: Any) -> dict[str, str]:
    """What each box shows, for a date, for what was typed, or for nothing."""
    if isinstance(value, date):
        return {box: str(getattr(value, box)) for box in BOXES}
    return {box: str((value or {}).get(box) or "") for box in BOXES}


def read_day(typed: Mapping[str, str]) -> date:
    """The day three filled boxes mean. Raises ValidationError."""
    day, month, year = whole(typed["day"]), read_month(typed["month"]), whole(typed["year"])
    if day is None or not 1 <= day <= 31:
        raise wrong("day", "Write the day as a number from 1 to 31", "day")
    if month is None:
        raise wrong("month", "Write the month as a number from 1 to 12, or its name", "month")
    if year is None or not 1900 <= year <= 2200:
        raise wrong("year", "Write the year in full, for example 2026", "year")
    try:
        return date(year, month, day)
    except ValueError:
        raise wrong("unreal", f"There is no {day} {date(2000, month, 1):%B} in {year}", "day") from None


def read_month(typed: str) -> int | None:
    """1 to 12 from a number or a month's name, whole or cut short; None when it is neither."""
    number = whole(typed)
    if number is not None:
        return number if 1 <= number <= 12 else None
    start = typed[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else None


def whole(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else None


def wrong(code: str, words: str, *boxes: str) -> forms.ValidationError:
    return forms.ValidationError(words, code=code, params={"boxes": list(boxes)})
