"""Reading drafts back."""

from django.db.models import QuerySet

from kith.access import Actor
from kith.record.models import Draft


def draft_for(actor: Actor, key: str) -> Draft | None:
    return Draft.objects.filter(account_id=actor.account_id, key=key).first()


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Unfinished writing, newest first."""
    return Draft.objects.filter(account_id=actor.account_id).order_by("-saved_at")
