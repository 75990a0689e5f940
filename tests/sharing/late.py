"""Time that has passed on a paper nobody has gone through."""

from datetime import timedelta

from kith.sharing.models import WalkThrough
from tests.decisions.making import written_past_the_guard


def asked_days_ago(walk: WalkThrough, days: int) -> None:
    back = timedelta(days=days)
    written_past_the_guard(
        WalkThrough.objects.filter(pk=walk.pk), asked_on=walk.asked_on - back, due_on=walk.due_on - back
    )
