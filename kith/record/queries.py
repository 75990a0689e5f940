"""Reading what is the asker's own."""

from django.db.models import QuerySet

from kith.access import Actor
from kith.record.models import Draft


def draft_for(actor: Actor, key: str) -> Draft | None:
    """This account's unsaved words in one form; None when there are none."""
    return Draft.objects.filter(account_id=actor.account_id, key=key).first()


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Everything this account began to write and has not finished, last touched first."""
    return Draft.objects.filter(account_id=actor.account_id).order_by("-saved_at")
