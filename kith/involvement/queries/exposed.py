"""Which children someone who may be a danger is close to, who answers for them, and what has been done."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kith.access import Actor
from kith.directory import queries as directory
from kith.directory.models import Staff
from kith.involvement.models import Exposure
from kith.involvement.queries.work import leads_of
from kith.people.models import Person, RiskFlag

_CLOSE = (Path(__file__).parent.parent / "exposed.sql").read_text()


def close_to_children(today: date) -> dict[tuple[int, int], list[str]]:
    """(child, flag) -> the ways they are close, over everyone; asked by the system. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, {"eighteen_years_ago": today.replace(year=today.year - 18, day=min(today.day, 28))})
        return {(child, flag): ways for child, flag, ways in cursor.fetchall()}


def exposures_open() -> QuerySet[Exposure]:
    return Exposure.objects.filter(ended_on=None).select_related("person", "flag").order_by("pk")


def exposed(child_id: int, flag_id: int) -> tuple[Person, RiskFlag]:
    return Person.objects.get(pk=child_id), RiskFlag.objects.get(pk=flag_id)


def ladder(child: Person, by: Actor) -> list[tuple[int, str]]:
    """Who answers for a child, first to last: the lead worker unless away, who covers, the managers of the lead's
    team, then duty. Each an account and a name.
    """
    lead, accounts = leads_of([child]).get(child.pk), []
    if lead:
        away = directory.away(lead.account_id, by.today)
        accounts = [away.cover_id if away else lead.account_id]
        team = Staff.objects.filter(account_id=lead.account_id).values_list("team_id", flat=True).first()
        accounts += directory.managers_of(team)
    accounts += [turn.account_id for turn in directory.on_duty(by.now)]
    wanted = list(dict.fromkeys(account for account in accounts if account))
    names = dict(Staff.objects.filter(account_id__in=wanted).values_list("account_id", "name"))
    return [(account, names[account]) for account in wanted if account in names]


@dataclass(frozen=True)
class Danger:
    """What is needed of the danger someone is: who, of which kind (the pack's code), the least to know, who says so."""

    called: str
    kind: str
    needs_to_know: str
    source: str


@dataclass(frozen=True)
class Close:
    """An exposure as one reader may know it: without `flag` when the record of the one who is close is shut to them."""

    exposure: Exposure
    flag: Danger | None


_DANGER = RiskFlag.objects.filter(pk=OuterRef("flag_id")).values(
    danger=JSONObject(called=F("person__called"), **{name: name for name in ("kind", "needs_to_know", "source")})
)


def close_to(child: Person) -> list[Close]:
    """Who may be a danger and is close to this child now; those nobody has taken up first. One query."""
    return _known(Exposure.objects.filter(person=child, ended_on=None).order_by("taken_at", "found_at").reverse())


def exposure(pk: int) -> Exposure | None:
    return Exposure.objects.filter(pk=pk).select_related("person").first()


def as_known(found: Exposure) -> Close:
    return _known(Exposure.objects.filter(pk=found.pk))[0]


def exposures_told_to(actor: Actor) -> list[Close]:
    """Waiting to be taken up, of those this worker was told."""
    mine = Q(told_id=actor.account_id) | Q(told_before__contains=[actor.account_id])
    return _known(_waiting().filter(mine))


def exposures_waiting(person_ids: list[int]) -> list[Close]:
    """Waiting for anyone to take up, about these children or told to nobody."""
    return _known(_waiting().filter(Q(person_id__in=person_ids) | Q(told=None)))


def _waiting() -> QuerySet[Exposure]:
    return Exposure.objects.filter(taken_at=None, ended_on=None).select_related("person").order_by("found_at", "pk")


def _known(exposures: QuerySet[Exposure]) -> list[Close]:
    return [
        Close(one, Danger(**one.danger) if one.danger else None) for one in exposures.annotate(danger=Subquery(_DANGER))
    ]
