"""Thanks as far as the reader may see them (S4-26)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kith.feedback.models import Thanks, ThanksShown


@dataclass(frozen=True)
class Month:
    """The thanks of one team in one month. The number is the length of its list."""

    first: date
    team: str
    rows: tuple[Thanks, ...]


def thanks() -> QuerySet[Thanks]:
    """Newest first, with what of each is shown. One query."""
    return Thanks.objects.select_related("shown").order_by("-said_on", "-pk")


def thanks_row(pk: int) -> Thanks | None:
    return thanks().filter(pk=pk).first()


def thanks_for_team(team_id: int | None, since: date) -> list[Thanks]:
    """What was said to a team, or to somebody of it, since a day. One query."""
    return list(thanks().filter(team_id=team_id, said_on__gte=since)) if team_id else []


def thanks_by_month(rows: Iterable[Thanks]) -> list[Month]:
    """Newest month first, teams by name; those for everybody stand last."""
    found: dict[tuple[date, str], list[Thanks]] = {}
    for one in rows:
        found.setdefault((one.said_on.replace(day=1), one.team_name), []).append(one)
    keys = sorted(found, key=lambda key: (-key[0].toordinal(), key[1] == "", key[1]))
    return [Month(first, team, tuple(found[first, team])) for first, team in keys]


def shown_lately(since: date) -> QuerySet[ThanksShown]:
    """What everybody who works here may read, newest first. One query."""
    return ThanksShown.objects.filter(shown_on__gte=since, taken_back_on=None).order_by("-shown_on", "-pk")
