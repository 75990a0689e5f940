"""A decision with its parts, gathered as they stand now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q

from kith import packs
from kith.decisions.models.decision import Agreement, Considered, Decision
from kith.decisions.models.lines import BottomLine
from kith.people.models import ParentalResponsibility, Person


@dataclass(frozen=True)
class Written:
    """`holders`: (id, name) of everyone with parental responsibility, when their agreement is asked."""

    decision: Decision
    options: Sequence[Considered] = ()
    lines: Sequence[BottomLine] = ()
    agreements: Sequence[Agreement] = ()
    evidence: int = 0
    holders: Sequence[tuple[int, str]] = ()
    asks_agreement: bool = False
    ends_work: bool = False


def as_written(found: Decision) -> Written:
    """Five queries at most."""
    asks = is_kind(found, "asks_agreement")
    return Written(
        decision=found,
        options=list(found.considered.filter(set_aside_on=None).order_by("pk")),
        lines=list(found.bottom_lines.filter(until_on=None).order_by("pk")),
        agreements=list(found.agreements.select_related("holder").order_by("pk")),
        evidence=found.evidence.count(),
        holders=holders_of(found.person, found.decided_on) if asks else (),
        asks_agreement=asks,
        ends_work=is_kind(found, "ends_work"),
    )


def is_kind(found: Decision, flag: str) -> bool:
    """Whether the pack says so of its kind: asks_agreement, ends_work, less_protection, second_reader."""
    return found.kind in packs.pack_for(settings.PACK, found.decided_on).flagged("decision_kind", flag)


def holders_of(child: Person, day: date) -> list[tuple[int, str]]:
    """(id, name) of everyone with parental responsibility, as far as their record is open. One query."""
    held = ParentalResponsibility.objects.filter(Q(until_on=None) | Q(until_on__gt=day), person=child)
    return list(held.order_by("pk").values_list("holder_id", "holder__called"))
