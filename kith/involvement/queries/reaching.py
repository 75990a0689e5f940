"""How a worker is reached, their photo, and what was agreed on working together (S4-28)."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from kith.involvement.models import HowToReach, WorkerPhoto, WorkingTerms
from kith.people.models import Person


def how_to_reach(accounts: Iterable[int | None]) -> dict[int, HowToReach]:
    """What each of these workers says of it, by account, as far as the reader may see it; each knows whether it
    `has_photo`. One query.
    """
    photo = WorkerPhoto.objects.filter(account_id=OuterRef("account_id"), ended_on=None)
    rows = HowToReach.objects.filter(account_id__in=[one for one in accounts if one]).annotate(has_photo=Exists(photo))
    return {row.account_id: row for row in rows}


def photo_of_worker(account_id: int | None) -> WorkerPhoto | None:
    """The one shown now, if the reader may see it."""
    return WorkerPhoto.objects.filter(account_id=account_id, ended_on=None).first()


def terms_of(child: Person) -> QuerySet[WorkingTerms]:
    """What stands first, then what it took the place of, each newest first; for a family, what the reader agreed
    themselves. One query.
    """
    return WorkingTerms.objects.filter(person=child).select_related("lead").order_by("-agreed_on", "-pk")
