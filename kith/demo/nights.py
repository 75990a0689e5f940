"""The nights of the last three months: how the promises stood then, counted from what had been written by then."""

from collections.abc import Callable
from datetime import datetime, timedelta

from kith.access import SYSTEM, acting_as
from kith.access.actor import HOME_TIME
from kith.standards.acts import count_promises
from kith.standards.as_at import as_at

WEEKS = 12


def count_the_nights(now: datetime, progress: Callable[[int, int], None]) -> None:
    """One night of each week, and the last ones: enough for a trend."""
    days = [*range(7 * WEEKS, 6, -7), *range(5, -1, -1)]
    for done, days_ago in enumerate(days, 1):
        day = now.astimezone(HOME_TIME) - timedelta(days=days_ago)
        night = min(day.replace(hour=4, minute=23, second=0, microsecond=0), now)
        with as_at(night), acting_as(SYSTEM(night)) as by:
            count_promises(by=by, about=None, on=by.today)
        progress(done, len(days))
