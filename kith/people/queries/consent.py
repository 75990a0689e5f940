"""Who can agree to what for a child, and what was written down of it (S1-18)."""

from dataclasses import dataclass
from datetime import date

from kith.packs import Pack
from kith.people import rules
from kith.people.models import Agreed, Agreeing, Delegation, Person, agreeing_of


@dataclass(frozen=True)
class Consents:
    """The table, and the rows it rests on."""

    table: list[rules.CanAgree]
    rests_on: Agreeing
    agreed: list[Agreed]

    @property
    def gaps(self) -> list[str]:
        return list(dict.fromkeys(gap for line in self.table for gap in line.gaps))


def consents_of(child: Person, pack: Pack, on: date) -> Consents:
    """Five queries."""
    rests_on = agreeing_of(child, on)
    agreed = list(Agreed.objects.filter(person=child).order_by("-said_on", "-pk"))
    return Consents(rules.who_can_agree(pack, rests_on, on), rests_on, agreed)


def delegation(pk: int) -> Delegation | None:
    return Delegation.objects.filter(pk=pk).first()
