"""Limits and figures."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, InstanceOf

from kith.calendar import Calendar, DayLimit, Limit
from kith.packs.shapes.common import Cited, Dated, Key, LevelCode, Text, limit


class Timescale(Cited, Dated):
    """A limit and what starts it.

    `counted` says which way: "after" the event, "before" it (papers two days before a meeting), or "total", a sum
    of days that may not be passed and gives no due day, over the time `in_any` where one is given. `which` of several
    starting events of one kind counts: places differ. `more_time`: a manager may agree to it. `row` is the row of the
    domain table or requirement.
    """

    key: Key
    title: Text
    limit: Annotated[InstanceOf[Limit], BeforeValidator(limit)]
    counted: Literal["after", "before", "total"] = "after"
    in_any: Annotated[InstanceOf[DayLimit], BeforeValidator(limit)] | None = None
    counted_from: Text
    which: Literal["first", "last"] = "first"
    more_time: bool = False
    who: Text
    applies_to: list[LevelCode] = []
    row: Text

    def due(self, start: date, calendar: Calendar) -> date:
        """The last day (or moment) that keeps the limit. Raises ValueError for a total, which has none."""
        if self.counted == "total":
            raise ValueError(f"{self.key} is a total and has no due day")
        return self.limit.before(start, calendar) if self.counted == "before" else self.limit.after(start, calendar)

    def because(self, start: date, calendar: Calendar) -> str:
        """How that day comes about: 45 working days from 3 March 2026, skipping Good Friday and Easter Monday."""
        if self.counted == "total":
            return f"{self.limit} at most, in {'any ' + str(self.in_any) if self.in_any else 'one stay'}"
        if self.counted == "before":
            return self.limit.because_before(start, calendar)
        return self.limit.because(start, calendar)

    @property
    def in_words(self) -> str:
        """45 working days; the same day."""
        return str(self.limit) if self.limit.n else "the same day"

    @property
    def verified(self) -> bool:
        """Read in a source, or a local default: not one that is still to be checked."""
        return self.mark != "K"

    @property
    def caution(self) -> str:
        """What stands behind the limit wherever a person reads it, while it is still to be checked (S3-30)."""
        return "" if self.verified else "; this limit is not verified"


class Figure(Cited, Dated):
    """A number that is not a length of time: a share, a count, a reading age."""

    key: Key
    title: Text
    value: Annotated[float, Field(strict=False)]
    unit: Text
    row: Text
