"""What every table of a pack is made of."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kith.calendar import Days, Hours, Limit, Minutes, Months, Weeks, WorkingDays

LevelCode = Literal[
    "universal",
    "early_help",
    "family_help",
    "child_in_need",
    "child_protection",
    "looked_after",
    "care_leaver",
]
Mark = Literal["V", "L", "K"]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]
CodeText = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Field(min_length=1)]

_UNITS: dict[str, type[Limit]] = {
    "minutes": Minutes,
    "hours": Hours,
    "days": Days,
    "working_days": WorkingDays,
    "weeks": Weeks,
    "months": Months,
}


def limit(given: Any) -> Limit:
    """{ working_days = 45 } becomes WorkingDays(45)."""
    if not isinstance(given, dict) or len(given) != 1:
        raise ValueError("must be one unit and a number, such as { working_days = 45 }")
    unit, n = next(iter(given.items()))
    if unit not in _UNITS:
        raise ValueError(f"'{unit}' is not a unit (use {', '.join(_UNITS)})")
    return _UNITS[unit](n)


MARKS = {"V": "read in that source", "L": "a local default, not law", "K": "not verified"}


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Cited(Strict):
    """Says where it comes from: `source` is a key of the file's [sources]."""

    source: Text
    mark: Mark
    note: str = ""


class Dated(Strict):
    """In force from a day until a day, both included; without dates, always."""

    from_: date | None = Field(None, alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            raise ValueError(f"ends on {self.until}, before it starts on {self.from_}")
        return self

    def in_force(self, on: date | None) -> bool:
        """On a day; or, with no day, still open-ended."""
        if on is None:
            return self.until is None
        return (self.from_ or date.min) <= on <= (self.until or date.max)
