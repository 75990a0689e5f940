"""What says who may agree to something for a child: read by acts and pages alike (S1-18)."""

from dataclasses import dataclass
from datetime import date

from kith.people.models.consent import Delegation, Understanding
from kith.people.models.families import ParentalResponsibility
from kith.people.models.homes import Residence
from kith.people.models.person import Person

AWAY = "placement"


@dataclass(frozen=True)
class Agreeing:
    """`holders`: (name, how it came about) of everybody with parental responsibility on the day; `away`: the child
    lives away from home.
    """

    child: Person
    holders: list[tuple[str, str]]
    away: bool
    delegations: list[Delegation]
    understandings: list[Understanding]


def agreeing_of(child: Person, on: date) -> Agreeing:
    """Four queries."""
    responsible = ParentalResponsibility.objects.filter(person=child).select_related("holder").order_by("pk")
    stays = Residence.objects.filter(person=child, kind=AWAY, from_on__lte=on)
    return Agreeing(
        child,
        [(one.holder.called, one.acquired) for one in responsible if one.until_on is None or one.until_on > on],
        any(stay.until_on is None or stay.until_on > on for stay in stays),
        list(Delegation.objects.filter(person=child).order_by("-from_on", "-pk")),
        list(Understanding.objects.filter(person=child).order_by("-judged_on", "-pk")),
    )
