"""Who can agree to what for a child, and what was written down of it (S1-18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.calendar import age
from kith.packs import Pack
from kith.people import rules
from kith.people.models import Agreed, Delegation, Person, Residence, Understanding
from kith.people.queries.families import who_may_decide

AWAY = "placement"


@dataclass(frozen=True)
class Consents:
    """The table, and the rows it rests on."""

    table: list[rules.CanAgree]
    delegations: Sequence[Delegation]
    understandings: Sequence[Understanding]
    agreed: Sequence[Agreed]

    @property
    def gaps(self) -> list[str]:
        return list(dict.fromkeys(gap for line in self.table for gap in line.gaps))


def consents_of(child: Person, pack: Pack, on: date) -> Consents:
    """Five queries."""
    delegations = list(Delegation.objects.filter(person=child).order_by("-from_on", "-pk"))
    understandings = list(Understanding.objects.filter(person=child).order_by("-judged_on", "-pk"))
    table = _table(child, pack, on, delegations, understandings)
    agreed = list(Agreed.objects.filter(person=child).order_by("-said_on", "-pk"))
    return Consents(table, delegations, understandings, agreed)


def who_can_agree(child: Person, pack: Pack, on: date) -> list[rules.CanAgree]:
    """Four queries."""
    delegations = list(Delegation.objects.filter(person=child))
    return _table(child, pack, on, delegations, list(Understanding.objects.filter(person=child)))


def _table(child: Person, pack: Pack, on: date, delegations: Any, understandings: Any) -> list[rules.CanAgree]:
    stays = Residence.objects.filter(person=child, kind=AWAY, from_on__lte=on)
    around = rules.Around(
        name=child.called.partition(" ")[0] if child.name_held else child.called,
        years=age(child.born_on, on) if child.born_on else None,
        holders=[(held.holder.called, held.acquired) for held in who_may_decide(child, on)],
        away=any(stay.until_on is None or stay.until_on > on for stay in stays),
        delegations=delegations,
        understandings=understandings,
    )
    return rules.who_can_agree(pack, around, on)


def delegation(pk: int) -> Delegation | None:
    return Delegation.objects.filter(pk=pk).first()
