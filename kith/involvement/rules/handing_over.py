"""Whether what was handed over was read before the first visit of a new lead worker (S4-27)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kith.involvement.models import LeadWorker

Receipt = Literal["read", "owed", "late", "not_read"]


@dataclass(frozen=True)
class HandedOver:
    """`state`: read in time; owed; late, read after the first visit; not_read, visited without it."""

    lead: LeadWorker
    first_visit_on: date | None
    state: Receipt


def handed_over(lead: LeadWorker, first_visit_on: date | None) -> HandedOver | None:
    """None for somebody who took over from nobody. On the day of the visit itself is in time; late stays late."""
    if not lead.takes_over:
        return None
    state: Receipt
    if lead.pack_read_on:
        state = "late" if first_visit_on and lead.pack_read_on > first_visit_on else "read"
    else:
        state = "not_read" if first_visit_on else "owed"
    return HandedOver(lead, first_visit_on, state)
