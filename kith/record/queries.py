"""Reading what is the asker's own."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from kith.access import Actor
from kith.record.models import Draft


def draft_for(actor: Actor, key: str) -> Draft | None:
    """This account's unsaved words in one form; None when there are none."""
    return Draft.objects.filter(account_id=actor.account_id, key=key).first()


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Everything this account began to write and has not finished, last touched first."""
    return Draft.objects.filter(account_id=actor.account_id).order_by("-saved_at")


@dataclass(frozen=True)
class Left:
    """How many drafts of one worker nobody has touched since that day, and of what kind of work. No word of any."""

    account_id: int
    work: str
    since: date
    count: int


def drafts_left() -> list[Left]:
    """Older than two days, of the team the reader manages; the oldest first, and none for anybody else. One query,
    through a narrow door: drafts are their writer's alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("select account_id, work, since, drafts from kith_drafts_left()")
        return [Left(*row) for row in cursor.fetchall()]
