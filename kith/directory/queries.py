"""Who works here, who is on duty, and what a signed-in account may do."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import InterfaceError, OperationalError, connection
from django.db.models import Max, Q, QuerySet
from django.db.models.functions import TruncDate

from kith.access import Actor, Audience, Right
from kith.access.actor import HOME_TIME
from kith.directory.models import (
    Absence,
    Account,
    Agency,
    DutyTurn,
    Look,
    Notice,
    PartnerWorker,
    Restriction,
    Role,
    RoleHeld,
    Staff,
    Team,
    Tie,
)
from kith.directory.models.ties import BECAUSE

_REACHED: tuple[Any, ...] = (Staff, Team, Agency, DutyTurn)


def actor_for(account: Account, now: datetime) -> Actor:
    """The actor behind a signed-in account, with the rights its roles give today. Two queries."""
    audience = Audience(account.audience)
    bare = Actor(account.pk, audience, now, account.name, account.person_id)
    held = Role.objects.filter(
        Q(held_by__until_on=None) | Q(held_by__until_on__gte=bare.today),
        held_by__account_id=account.pk,
        held_by__from_on__lte=bare.today,
    )
    rights = frozenset(Right(r) for role in held for r in role.rights)
    team = Staff.objects.filter(account_id=account.pk).values_list("team_id", flat=True).first()
    return Actor(account.pk, audience, now, account.name, account.person_id, rights, team)


def staff_of(team_id: int | None) -> QuerySet[Staff]:
    return Staff.objects.filter(team_id=team_id).select_related("team").order_by("name")


def all_staff() -> QuerySet[Staff]:
    return Staff.objects.select_related("team").order_by("name")


def teams() -> QuerySet[Team]:
    """Every team somebody works in, by name."""
    return Team.objects.filter(pk__in=Staff.objects.values("team_id")).order_by("name", "pk")


def team(team_id: int) -> Team | None:
    return Team.objects.filter(pk=team_id).first()


def teams_called(name: str) -> list[Team]:
    """By name, however it is spelled in capitals; names need not be unique."""
    return list(Team.objects.filter(name__iexact=name))


def on_duty(now: datetime) -> list[DutyTurn]:
    """The rota at this moment, first to be told first; empty when nobody is on."""
    return list(DutyTurn.objects.filter(starts_at__lte=now, ends_at__gt=now).order_by("place", "id"))


def office() -> Agency | None:
    """Children's services themselves: the number when no name will do."""
    return Agency.objects.filter(kind="social_care").exclude(phone="").order_by("pk").first()


def partner_of(actor: Actor) -> PartnerWorker | None:
    """The worker of another agency behind this account, with the agency."""
    return PartnerWorker.objects.select_related("agency").filter(account_id=actor.account_id).first()


def ties_of_partners(person_ids: Iterable[int]) -> list[Tie]:
    """The ties of workers of other agencies to these people now, oldest first. One query."""
    theirs = PartnerWorker.objects.exclude(agency__kind="social_care").values("account_id")
    rows = Tie.objects.filter(person_id__in=list(person_ids), ends_at=None, account_id__in=theirs)
    return list(rows.exclude(because="conflict").order_by("starts_at", "pk"))


def closed_to(account_id: int, people: Iterable[int], at: datetime) -> set[int]:
    """Which of these people's records are closed to an account, as `closed_to_me` has it: for whoever writes to
    somebody else of what they would read themselves. Two queries.
    """
    asked = list(people)
    now = Q(starts_at__lte=at) & (Q(ends_at=None) | Q(ends_at__gt=at))
    ties = set(Tie.objects.filter(now, account_id=account_id, person_id__in=asked).values_list("person_id", "because"))
    barred = {person for person, because in ties if because == "conflict"}
    named = {person for person, because in ties if because == "named"}
    levels = Restriction.objects.filter(person_id__in=asked, ended_at=None).values_list("person_id", "level")
    lets_in = {"sealed": named, "restricted": {person for person, _ in ties}}
    return barred | {person for person, level in levels if person not in lets_in[level]}


def partners(account_ids: Iterable[int | None]) -> dict[int, PartnerWorker]:
    """Workers of other agencies with their agency, by account. One query."""
    found = PartnerWorker.objects.filter(account_id__in=list(account_ids)).select_related("agency")
    return {worker.account_id: worker for worker in found}


def partner_workers() -> QuerySet[PartnerWorker]:
    """Everyone who works in another agency and signs in here, with the agency. One query."""
    return PartnerWorker.objects.exclude(agency__kind="social_care").select_related("agency").order_by("pk")


def workers_called(agency: str) -> list[str]:
    """The names of those of another agency who sign in here. One query."""
    return list(PartnerWorker.objects.filter(agency__name__iexact=agency).values_list("name", flat=True))


def team_managers() -> list[Staff]:
    """Whoever may see a team's list, by name. One query."""
    held = RoleHeld.objects.filter(until_on=None, role__rights__contains=[Right.SEE_TEAM.value])
    return list(Staff.objects.filter(account_id__in=held.values("account_id")).order_by("name"))


def other_agencies() -> list[Agency]:
    """Everyone who may be asked what they know: all but ourselves."""
    return list(Agency.objects.exclude(kind="social_care").order_by("name"))


def away(account_id: int, day: date) -> Absence | None:
    """The absence this account is on that day."""
    return Absence.objects.filter(account_id=account_id, from_on__lte=day, until_on__gte=day).first()


def absences(team_id: int | None, day: date) -> list[dict[str, Any]]:
    """Who of a team is away now or soon, and who covers: from_on, until_on, name, cover. Two queries."""
    team = Staff.objects.filter(team_id=team_id).values("account_id")
    rows = list(Absence.objects.filter(account_id__in=team, until_on__gte=day).order_by("from_on", "pk"))
    wanted = {row.account_id for row in rows} | {row.cover_id for row in rows}
    names = dict(Staff.objects.filter(account_id__in=wanted).values_list("account_id", "name"))
    return [
        {
            "from_on": row.from_on,
            "until_on": row.until_on,
            "name": names[row.account_id],
            "cover": names[row.cover_id] if row.cover_id else "",
        }
        for row in rows
    ]


def team_of(account_id: int | None) -> int | None:
    return Staff.objects.filter(account_id=account_id).values_list("team_id", flat=True).first()


def managers_of(team_id: int | None) -> list[int]:
    """The accounts of those who manage a team: in it, and allowed to allocate its work."""
    return [one.account_id for one in holding(Right.ALLOCATE_WORK).filter(team_id=team_id)]


def holding(right: Right) -> QuerySet[Staff]:
    """Staff a role of whom gives this right, in the order they came."""
    given = RoleHeld.objects.filter(role__rights__contains=[right], until_on=None).values("account_id")
    return Staff.objects.filter(account_id__in=given).order_by("pk")


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """What this account has been told and has not yet opened, newest first."""
    return Notice.objects.filter(account_id=actor.account_id, seen_at=None).order_by("-at", "-pk")


def looks_at(person_id: int) -> QuerySet[Look]:
    """Who opened this record, newest first."""
    return Look.objects.filter(person_id=person_id).order_by("-at", "-pk")


def looks_by_day(person_id: int, most: int = 200) -> list[Any]:
    """The same, one line for what one person opened on one day for one reason: name, because, whole_record, the last
    moment, and the pages. Newest first. One query.
    """
    found = looks_at(person_id).annotate(day=TruncDate("at", tzinfo=HOME_TIME))
    lines = found.order_by().values("account_id", "name", "because", "whole_record", "day")
    lines = lines.annotate(last=Max("at"), pages=ArrayAgg("page", distinct=True, order_by="page"))
    return list(lines.order_by("-last")[:most])


def notice(actor: Actor, pk: int) -> Notice | None:
    return Notice.objects.filter(account_id=actor.account_id, pk=pk).select_related("person").first()


def staff_member(pk: int) -> Staff | None:
    return Staff.objects.filter(pk=pk).select_related("team").first()


def accounts_to_be() -> list[Account]:
    """Everyone who can be chosen on the demo's sign-in page, in the order they were made. Asked before sign-in."""
    return list(Account.objects.filter(is_active=True, email__regex=r"^[a-z]+@demo\.test$").order_by("pk"))


def why_looked(because: str) -> str:
    """The because of a look in words: the ties it was made by, or the reason that was given."""
    ties = dict(BECAUSE)
    return ", ".join(ties.get(part, part) for part in because.split(", "))


def answering() -> bool:
    """Does the database answer? A connection that has died is let go of, so that the next question opens another."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
            return cursor.fetchone() == (1,)
    except (OperationalError, InterfaceError):
        connection.close()
        return False


def work_numbers() -> list[str]:
    """Every telephone number the directory knows of a worker, a team, an agency or the rota. Four queries."""
    rows = (model.objects.exclude(phone="").values_list("phone", flat=True) for model in _REACHED)
    return sorted({number for found in rows for number in found})


def staff_of_account(account_id: int | None) -> Staff | None:
    return Staff.objects.filter(account_id=account_id).select_related("team").first() if account_id else None


def phone_of(actor: Actor) -> str:
    """The number a family rings this worker on: their own, else their team's; empty when neither is known."""
    own = Staff.objects.filter(account_id=actor.account_id).values_list("phone", "team__phone").first()
    return next((number for number in own or () if number), "")
