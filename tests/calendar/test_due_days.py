"""S3-09: due days against a table made by hand, bank holidays and month ends included."""

from datetime import date

import pytest

from kith.calendar import Calendar, DayLimit, Days, Months, Weeks, WorkingDays
from tests.calendar.days import ENGLAND, JERSEY, SCOTLAND

TABLE = [
    # the decision on a referral: 1 working day
    (ENGLAND, WorkingDays(1), "2026-11-23", "2026-11-24"),
    (ENGLAND, WorkingDays(1), "2026-11-20", "2026-11-23"),
    (ENGLAND, WorkingDays(1), "2026-11-21", "2026-11-23"),
    (ENGLAND, WorkingDays(1), "2026-04-02", "2026-04-07"),
    (SCOTLAND, WorkingDays(1), "2026-04-02", "2026-04-06"),
    (JERSEY, WorkingDays(1), "2026-04-02", "2026-04-07"),
    (ENGLAND, WorkingDays(1), "2026-12-31", "2027-01-04"),
    (SCOTLAND, WorkingDays(1), "2026-12-31", "2027-01-05"),
    # an assessment: 45 working days
    (ENGLAND, WorkingDays(45), "2026-03-03", "2026-05-08"),
    (SCOTLAND, WorkingDays(45), "2026-03-03", "2026-05-07"),
    # strategy discussion to conference: 15 working days, over Christmas
    (ENGLAND, WorkingDays(15), "2026-12-18", "2027-01-13"),
    (SCOTLAND, WorkingDays(15), "2026-12-18", "2027-01-14"),
    # visits to a child with a protection plan: 10 working days
    (ENGLAND, WorkingDays(10), "2026-11-24", "2026-12-08"),
    (SCOTLAND, WorkingDays(10), "2026-11-24", "2026-12-09"),
    (ENGLAND, WorkingDays(10), "2026-05-22", "2026-06-08"),
    (SCOTLAND, WorkingDays(10), "2026-06-08", "2026-06-23"),
    (ENGLAND, WorkingDays(10), "2027-12-20", "2028-01-06"),
    # visits to a child in need: 20 working days
    (ENGLAND, WorkingDays(20), "2026-11-06", "2026-12-04"),
    # looked after: first week, then six weeks, then three months
    (ENGLAND, Weeks(1), "2026-12-18", "2026-12-25"),
    (ENGLAND, Weeks(6), "2026-11-20", "2027-01-01"),
    (ENGLAND, Months(3), "2026-11-30", "2027-02-28"),
    # private fostering: six, then twelve weeks
    (ENGLAND, Weeks(6), "2026-02-27", "2026-04-10"),
    (ENGLAND, Weeks(12), "2026-02-27", "2026-05-22"),
    # review conferences: three, then six months, month ends clamped
    (ENGLAND, Months(3), "2026-01-31", "2026-04-30"),
    (ENGLAND, Months(6), "2026-08-31", "2027-02-28"),
    (ENGLAND, Months(6), "2027-08-31", "2028-02-29"),
    (ENGLAND, Months(12), "2028-02-29", "2029-02-28"),
    # Jersey over Liberation Day on a Sunday; a fortnight of the calendar; the same day
    (JERSEY, WorkingDays(5), "2027-05-05", "2027-05-12"),
    (JERSEY, WorkingDays(2), "2028-05-08", "2028-05-11"),
    (ENGLAND, Days(14), "2026-12-20", "2027-01-03"),
    (ENGLAND, Days(0), "2026-11-22", "2026-11-22"),
    # ten and sixty-five working days for complaints
    (ENGLAND, WorkingDays(65), "2026-06-01", "2026-09-01"),
    (ENGLAND, WorkingDays(25), "2027-03-10", "2027-04-16"),
]


@pytest.mark.parametrize(("calendar", "limit", "start", "due"), TABLE)
def test_the_due_day_is_the_one_counted_by_hand(calendar: Calendar, limit: DayLimit, start: str, due: str) -> None:
    assert limit.after(date.fromisoformat(start), calendar) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("calendar", "limit", "event", "latest"),
    [
        (ENGLAND, WorkingDays(2), "2026-04-08", "2026-04-02"),
        (SCOTLAND, WorkingDays(2), "2026-04-08", "2026-04-06"),
        (SCOTLAND, WorkingDays(5), "2027-01-06", "2026-12-24"),
        (ENGLAND, Weeks(6), "2026-06-01", "2026-04-20"),
        (ENGLAND, Months(1), "2027-03-31", "2027-02-28"),
    ],
)
def test_papers_are_due_so_long_before_a_meeting(calendar: Calendar, limit: DayLimit, event: str, latest: str) -> None:
    assert limit.before(date.fromisoformat(event), calendar) == date.fromisoformat(latest)
