"""Drafts: what somebody began to write."""

from typing import Any

from kith.record.models import Draft
from tests.cast import NOW, Cast


def begun_to_write(cast: Cast) -> None:
    Draft.objects.create(
        account_id=cast.aisha.account_id, key="record-visit:x", title="A visit", fields={}, saved_at=NOW
    )


def of_drafts() -> dict[str, dict[str, Any]]:
    return {
        "draft": {"key": "record-visit:x"},
        "draft-carry-on": {"key": "record-visit:x"},
        "draft-discard": {"key": "record-visit:x"},
    }
