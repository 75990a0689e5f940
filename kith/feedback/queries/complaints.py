"""Complaints as far as the reader may see them, and how each stands today (S4-25)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from kith.access import Actor
from kith.feedback import rules
from kith.feedback.models import Complaint, ComplaintChild, ComplaintStage
from kith.packs import Clock, Pack

_STAGES = Prefetch("stages", ComplaintStage.objects.order_by("place"))
_CHILDREN = Prefetch("children", ComplaintChild.objects.select_related("person").order_by("pk"))


@dataclass(frozen=True)
class Stood:
    """A complaint today. `stage`: the one it is at, of those this reader may see; `late`: that one, or one before it,
    was answered after its day or waits past it.
    """

    row: Complaint
    stage: Any
    late: bool
    state: str  # open, answered, withdrawn
    lacks: tuple[str, ...] = ()


def complaints() -> QuerySet[Complaint]:
    """Those the reader may see, newest first, with their stages and children. Three queries."""
    return Complaint.objects.prefetch_related(_STAGES, _CHILDREN).order_by("-received_on", "-pk")


def complaint(pk: int) -> Complaint | None:
    return complaints().filter(pk=pk).first()


def my_complaints(actor: Actor) -> list[Complaint]:
    """What somebody complained of on their own page, newest first."""
    return list(complaints().filter(told_by_id=actor.account_id)) if actor.account_id else []


def stage_waiting(row: Complaint) -> Any:
    """The stage that is not answered yet; None when all are, or it is not for this reader."""
    return next((one for one in row.stages.all() if one.ended_on is None), None)


def stood(row: Complaint, today: date) -> Stood:
    stages: Sequence[ComplaintStage] = list(row.stages.all())
    stage = stages[-1] if stages else None
    late = any(rules.is_late(one.due_on, one.ended_on, today, row.withdrawn_on) for one in stages)
    state = "withdrawn" if row.withdrawn_on else "answered" if stage and stage.ended_on else "open"
    return Stood(row, stage, late, state, tuple(rules.lacks(row, stage)) if state != "withdrawn" else ())


def clock(row: Complaint, stage: ComplaintStage, in_turn: Sequence[Pack], today: date) -> Clock | None:
    """Day n of m of a stage, and why that day."""
    return rules.clock_of(in_turn, stage.limit_key, stage.began_on, today, stage.ended_on, row.withdrawn_on)
