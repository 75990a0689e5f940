"""Days written down by hand from the published lists, to hold the computed ones against."""

from datetime import date

from kith.calendar import Calendar, Nation

ENGLAND = Calendar(Nation.ENGLAND)
SCOTLAND = Calendar(Nation.SCOTLAND)
JERSEY = Calendar(Nation.JERSEY)

_ENGLAND = (
    "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 "
    "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28"
)
_SCOTLAND = (
    "2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25 2026-12-28 "
    "2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28"
)

WEEKDAYS_CLOSED = {
    ENGLAND: frozenset(map(date.fromisoformat, _ENGLAND.split())),
    SCOTLAND: frozenset(map(date.fromisoformat, _SCOTLAND.split())),
    # Jersey keeps England's list; Liberation Day falls on a Saturday in 2026 and a Sunday in 2027.
    JERSEY: frozenset(map(date.fromisoformat, _ENGLAND.split())),
}
