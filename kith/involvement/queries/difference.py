"""What people say of our work, what we did about it, and of whom it is asked again after the work has ended (S3-16)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kith.access import Actor
from kith.directory.models import Staff
from kith.involvement.models import Closure, DifferenceSaid, LeadWorker
from kith.people.models import Person


def differences_of(child: Person) -> QuerySet[DifferenceSaid]:
    """Newest first; for a family and a child, what the reader said themselves. One query."""
    return DifferenceSaid.objects.filter(person=child).order_by("-asked_on", "-pk")


def difference(pk: int) -> DifferenceSaid | None:
    return DifferenceSaid.objects.select_related("person", "person_who").filter(pk=pk).first()


def differences_waiting(
    actor: Actor, children: Collection[int] = (), *, team_id: int | None = None
) -> QuerySet[DifferenceSaid]:
    """Of these children, and of those whose ended work this account (or this team) led last: answers nobody has sorted,
    and those that ask for something and were not answered; the first due first. One query.
    """
    waits = Q(said="") | Q(due_on__isnull=False)
    ended = Closure.objects.alias(last=_last_lead("account_id")).filter(last__in=_accounts(actor, team_id))
    whose = Q(person_id__in=children) | Q(person_id__in=ended.values("person_id"))
    rows = DifferenceSaid.objects.filter(waits, whose, done_on=None).select_related("person")
    return rows.order_by("due_on", "asked_on", "pk")


def to_ask_again(actor: Actor, soon: date, *, team_id: int | None = None) -> QuerySet[Closure]:
    """Ended work of which it is asked by `soon` what difference it made: led last by this account, or in this team. The
    closure says by `last_name` who led it. One query.
    """
    rows = Closure.objects.filter(ask_again_on__lte=soon, asked_again_on=None, person__died_on=None)
    rows = rows.annotate(last_name=_last_lead("name")).alias(last=_last_lead("account_id"))
    return (
        rows.filter(last__in=_accounts(actor, team_id)).select_related("person", "spell").order_by("ask_again_on", "pk")
    )


def _last_lead(name: str) -> Subquery:
    leads = LeadWorker.objects.filter(spell=OuterRef("spell")).order_by("-until_on", "-pk")
    return Subquery(leads.values(name)[:1])


def _accounts(actor: Actor, team_id: int | None) -> Any:
    if team_id is None:
        return [actor.account_id]
    return Staff.objects.filter(team_id=team_id).values("account_id")


def closure(pk: int) -> Closure | None:
    return Closure.objects.select_related("person", "spell").filter(pk=pk).first()


def closures_asking(child: Person) -> QuerySet[Closure]:
    """Ended work with this child of which it is still to be asked. One query."""
    rows = Closure.objects.filter(person=child, ask_again_on__isnull=False, asked_again_on=None)
    return rows.select_related("spell").order_by("ask_again_on", "pk")
