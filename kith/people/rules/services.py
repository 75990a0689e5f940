"""Whether a child has a school, a doctor, a dentist, a health visitor; and who is asking when nobody knows (S1-20)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.packs import Pack, Service

NOT_KNOWN = "not_known"
SETTLED = ("registered", "elsewhere")


@dataclass(frozen=True)
class Standing:
    """One service of one child. `known`: the newest row, or none; `due_on`: by when it is owed, while it is a gap."""

    service: Service
    known: Any = None
    due_on: date | None = None

    @property
    def is_gap(self) -> bool:
        return self.known is None or self.known.standing not in SETTLED

    @property
    def asking(self) -> str:
        return self.known.asking if self.known else ""


def services_for(pack: Pack, years: int | None, rows: Iterable[Any], since: date | None) -> list[Standing]:
    """Each service for a child of that age, as it stands. `since`: the day the work began; from it the gap is owed."""
    newest: dict[str, Any] = {}
    for row in sorted(rows, key=lambda one: (one.said_on, one.pk)):
        newest[row.service] = row
    owed = pack.due("services-known", since) if since else None
    return [_standing(service, newest.get(service.key), owed) for service in pack.services if service.is_for(years)]


def _standing(service: Service, known: Any, owed: date | None) -> Standing:
    settled = known is not None and known.standing in SETTLED
    return Standing(service, known, None if settled else (known and known.ask_by) or owed)
