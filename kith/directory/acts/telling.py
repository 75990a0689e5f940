"""Telling one account something, and keeping who opened what. No acts: nothing in the world happened."""

from typing import Any

from django.db import connection

from kith.access import Actor
from kith.directory.models import Look, Notice


def notify(account_id: int | None, kind: str, person: Any, sentence: str) -> None:
    """Tell one account something. The sentence names nobody: `person` leads to a page that checks again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_notify(%s, %s, %s, %s)", [account_id, kind, person.pk if person else None, sentence]
        )


def keep_look(*, by: Actor, person: Any, because: str, whole_record: bool, page: str) -> None:
    """Someone opened this record: kept before the page is shown. Not an act: nothing in the world happened."""
    Look(
        person=person,
        account_id=by.account_id,
        name=by.name,
        because=because[:200],
        whole_record=whole_record,
        page=page,
        at=by.now,
    ).save(force_insert=True)


def see_notice(*, by: Actor, notice: Notice) -> None:
    notice.seen_at = by.now
    notice.save(update_fields=["seen_at"])
