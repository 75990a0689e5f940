"""Working days, limits, part-dates and ages: plain dates in, plain dates and sentences out.

Nothing here reads a clock, a setting or a database: every function is handed the day it reasons about.
A limit counts from the day after its start ("day 0 never counts"), and is kept when the end falls on or
before the due day. Answers S3-09 (every visit and contact is timely) and S3-06 (part-dates sort).
"""

from kith.calendar.ages import age, age_in_words, ago, expected_in_words, months_between
from kith.calendar.limits import (
    ClockLimit,
    DayLimit,
    Days,
    Every,
    Hours,
    Limit,
    Minutes,
    Months,
    Weeks,
    Within,
    WorkingDays,
)
from kith.calendar.nations import Calendar, DayChange, Nation
from kith.calendar.partdates import NotADate, PartDate
from kith.calendar.spoken import MONTHS, WEEKDAYS, counted, in_full, joined

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Calendar",
    "ClockLimit",
    "DayChange",
    "DayLimit",
    "Days",
    "Every",
    "Hours",
    "Limit",
    "Minutes",
    "Months",
    "Nation",
    "NotADate",
    "PartDate",
    "Weeks",
    "Within",
    "WorkingDays",
    "age",
    "age_in_words",
    "ago",
    "counted",
    "expected_in_words",
    "in_full",
    "joined",
    "months_between",
]
