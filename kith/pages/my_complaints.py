"""What somebody complained of on their own page, as they read it there: where it is, by when, and the answer."""

from typing import Any

from django.conf import settings

from kith import packs
from kith.feedback import queries, rules
from kith.pages.staff.quoting import label


def told_back(actor: Any) -> list[dict[str, Any]]:
    """Newest first. Of each stage: by when they are answered, whether we are late, what we found and why. Three
    queries.
    """
    pack = packs.pack_for(settings.PACK, actor.today)
    return [
        {"row": row, "stages": [_stage(row, one, pack, actor.today) for one in row.stages.all()]}
        for row in queries.my_complaints(actor)
    ]


def _stage(row: Any, one: Any, pack: packs.Pack, today: Any) -> dict[str, Any]:
    return {
        "row": one,
        "late": rules.is_late(one.due_on, one.ended_on, today, row.withdrawn_on),
        "found": label(pack, "complaint_outcome", one.outcome) if one.outcome else "",
        "waits": one.ended_on is None and not row.withdrawn_on,
    }
