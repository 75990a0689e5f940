"""Moves between areas."""

from django.db.models import QuerySet

from kith.involvement.models import Transfer, TransferPaper
from kith.people.models import Person


def transfers_of(child: Person) -> QuerySet[Transfer]:
    """Newest first, with their papers. Two queries."""
    return Transfer.objects.filter(person=child).prefetch_related("papers__copy").order_by("-pk")


def transfer(pk: int) -> Transfer | None:
    return Transfer.objects.filter(pk=pk).first()


def transfer_paper(pk: int) -> TransferPaper | None:
    return TransferPaper.objects.filter(pk=pk).select_related("transfer").first()
