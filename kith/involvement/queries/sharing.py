"""Who agreed that what is shared with whom, and what was shared without it. Staff alone read it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kith.access import Actor
from kith.involvement import rules
from kith.involvement.models import ShareAgreed, SharedAnyway
from kith.people.models import Person


@dataclass(frozen=True)
class Shareable:
    """`with_whom`: by agency, why nothing new is shared with it today; empty where something may be."""

    said: list[ShareAgreed]
    anyway: list[SharedAnyway]
    with_whom: dict[str, str]


def shareable_of(child: Person, on: date) -> Shareable:
    """Newest first. Two queries."""
    said = list(ShareAgreed.objects.filter(person=child).order_by("-from_on", "-pk"))
    anyway = list(SharedAnyway.objects.filter(person=child).order_by("-shared_on", "-pk"))
    each = {row.called: row.agency_id for row in reversed(said)}
    stopped = {
        called: rules.share_stopped(said, anyway, on, agency_id=agency, called=called)
        for called, agency in each.items()
    }
    return Shareable(said, anyway, stopped)


def shares_to_authorise(actor: Actor) -> QuerySet[SharedAnyway]:
    """Shared without agreement by somebody else, and nobody has said yet whether that was right: oldest first."""
    waiting = SharedAnyway.objects.filter(authorised=None).exclude(by_account_id=actor.account_id)
    return waiting.select_related("person").order_by("shared_on", "pk")


def share_agreed(pk: int) -> ShareAgreed | None:
    return ShareAgreed.objects.filter(pk=pk).first()


def shared_anyway(pk: int) -> SharedAnyway | None:
    return SharedAnyway.objects.filter(pk=pk).first()


def shares_to_answer(children: Collection[int]) -> QuerySet[SharedAnyway]:
    """What was shared about these children without agreement and no manager has answered for, the oldest day first."""
    rows = SharedAnyway.objects.filter(person_id__in=children, authorised=None).select_related("person")
    return rows.order_by("authorise_by_on", "pk")


def shares_late_untold(today: date) -> QuerySet[SharedAnyway]:
    """Those whose day has gone by, and no manager was told so yet. One query."""
    late = SharedAnyway.objects.filter(authorised=None, late_told_on=None, authorise_by_on__lt=today)
    return late.select_related("person").order_by("authorise_by_on", "pk")


def shared_narrowly(child: Person) -> bool:
    """Whether somebody agreed to some things only, so that a copy says what it is about. One query."""
    return ShareAgreed.objects.filter(person=child, said="yes", withdrawn_on=None).exclude(items=[]).exists()
