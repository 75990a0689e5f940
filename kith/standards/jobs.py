"""What the standards do by themselves: each day's figures are kept, so that a trend can be drawn."""

from kith.access import Actor
from kith.access.actor import HOME_TIME
from kith.record.jobs import job
from kith.standards import acts
from kith.standards.trends import newest

EVERY_HOUR = "23 * * * *"
NOT_BEFORE = 4  # o'clock: whatever was written late in the evening is in


@job("count_promises", every=EVERY_HOUR)
def count_promises(*, by: Actor, key: str) -> None:
    """Once a day, in the night; a night the worker slept through is made up for in the hour it wakes."""
    if by.now.astimezone(HOME_TIME).hour >= NOT_BEFORE and newest() != by.today:
        acts.count_promises(by=by, key=f"night-{by.today}")


@job("count_promises_again")
def count_promises_again(*, by: Actor, key: str) -> None:
    """Somebody asked for it: the day's figures are written over with those of now."""
    acts.count_promises(by=by, key=key)
