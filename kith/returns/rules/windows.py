"""The year a census covers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Window:
    """The census of 2026 covers 1 April 2025 to 31 March 2026, its reference date."""

    year: int

    @property
    def first(self) -> date:
        return date(self.year - 1, 4, 1)

    @property
    def last(self) -> date:
        return date(self.year, 3, 31)

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def meets(self, began: date | None, ended: date | None) -> bool:
        """Whether something was going on at any time in the year. It had begun unless a day says otherwise."""
        return (began is None or began <= self.last) and (ended is None or ended >= self.first)

    def as_known(self, day: date | None) -> date | None:
        """A day as the year's end knew it: nothing, when it had not come yet."""
        return day if day is None or day <= self.last else None
