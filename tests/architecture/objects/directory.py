"""Notices: what somebody was told."""

from typing import Any

from kith.directory.models import Notice
from tests.cast import Cast


def of_directory(cast: Cast) -> dict[str, dict[str, Any]]:
    return {
        "open-notice": {"pk": Notice.objects.filter(account_id=cast.aisha.account_id).first().pk},
    }
