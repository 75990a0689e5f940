"""What a real record needs before its promises can be read: a visit, and how each promise then stands."""

from datetime import timedelta
from typing import Any

from kith.standards import queries
from kith.visits.acts import Seen, record_visit
from tests.cast import NOW, Cast


def visit(cast: Cast, *lines: Seen, days_ago: int = 1, mode: str = "home") -> Any:
    when = NOW - timedelta(days=days_ago)
    return record_visit(
        by=cast.aisha,
        about=[line.person for line in lines],
        on=when.date(),
        lines=lines,
        happened_at=when,
        mode=mode,
        for_everyone="Warm, and food in the cupboard.",
    )


def states(cast: Cast, child: Any) -> dict[str, str]:
    return {row.id: row.state.value for row in queries.panel(child, cast.aisha)}


def one(cast: Cast, id_: str, child: Any = None) -> Any:
    return next(row for row in queries.panel(child or cast.maya, cast.aisha) if row.id == id_)
