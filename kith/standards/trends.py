"""How the promises stood on the days that were counted, and which of those days are missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max
from django.db.models.fields.json import KT, KeyTransform

from kith.access.actor import HOME_TIME
from kith.calendar import in_full
from kith.standards.models import FiguresCopy, Snapshot

COUNTED_BY = 6  # o'clock: from then on the figures of the day should be there
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Point:
    """One day's figures of one promise. `changed`: it was counted another way the time before."""

    on: date
    counts: dict[str, int]
    version: str
    pack: str
    changed: bool = False


def trend(standard_id: str, team_id: int | None, since: date) -> list[Point]:
    """Every day counted since then, the oldest first: of a team's children, or of everyone's. One query."""
    return trends_of([standard_id], team_id, since)[standard_id]


def trends_of(ids: Sequence[str], team_id: int | None, since: date) -> dict[str, list[Point]]:
    """The same of several promises, each its own: they are never put together. One query."""
    told: dict[str, Any] = {}
    for n, id_ in enumerate(ids):
        told |= {f"own_{n}": KeyTransform(id_, "counts"), f"version_{n}": KT(f"definitions__{id_}")}
    rows = Snapshot.objects.filter(team_id=team_id, on__gte=since).annotate(**told).order_by("on")
    found: dict[str, list[Point]] = {id_: [] for id_ in ids}
    for row in rows.values("on", "pack", *told) if ids else ():
        for n, id_ in enumerate(ids):
            if row[f"own_{n}"] is not None:
                _add(found[id_], Point(row["on"], row[f"own_{n}"], row[f"version_{n}"], row["pack"]))
    return found


def _add(points: list[Point], new: Point) -> None:
    before = points[-1] if points else None
    changed = before is not None and (before.version, before.pack) != (new.version, new.pack)
    points.append(replace(new, changed=changed))


def newest() -> date | None:
    """The last day counted. One query."""
    return Snapshot.objects.filter(team=None).aggregate(last=Max("on"))["last"]


def behind(last: date | None, now: datetime) -> str:
    """These figures are from Friday: what to say when the night's count has not run that should have; else empty."""
    if last is None:
        return ""
    here = now.astimezone(HOME_TIME)
    expected = here.date() if here.hour >= COUNTED_BY else here.date() - _A_DAY
    if last >= expected:
        return ""
    day = f"{last:%A}" if here.date() - last < _A_WEEK else in_full(last)
    return f"These figures are from {day}: the nightly count has not run since."


def figures_copy(pk: int) -> FiguresCopy | None:
    return FiguresCopy.objects.filter(pk=pk).select_related("team").first()


def added_up(boards: Sequence[dict[str, dict[str, int]]]) -> dict[str, dict[str, int]]:
    """Several boards as one: the states of each promise added up, never their shares."""
    total: dict[str, Any] = {}
    for board in boards:
        for standard, counts in board.items():
            states = total.setdefault(standard, dict.fromkeys(counts, 0))
            for state, n in counts.items():
                states[state] += n
    return total
