"""Early help as it began, and who joined in."""

from collections.abc import Iterable
from datetime import date

from kith.access.actor import HOME_TIME
from kith.involvement.models import EarlyHelp, Need, ServiceAsked, Spell
from kith.people.models import Person


def early_help_of(child: Person) -> EarlyHelp | None:
    """The newest there was, with the services proposed. Two queries."""
    found = EarlyHelp.objects.filter(person=child).select_related("spell").prefetch_related("services")
    return found.order_by("-pk").first()


def service_asked(pk: int) -> ServiceAsked | None:
    return ServiceAsked.objects.filter(pk=pk).select_related("early_help").first()


def known_since(children: Iterable[int]) -> dict[int, date]:
    """The first sign of the work that is open, by child: since when more was needed, as the family says, or the day the
    work counts from. Two queries (S0-08).
    """
    people = list(children)
    spells = Spell.objects.filter(person_id__in=people, closed_on=None).order_by("-started_on")
    since = {child: on for child, on in spells.values_list("person_id", "started_on") if on}
    needed = EarlyHelp.objects.filter(person_id__in=list(since), spell__closed_on=None)
    return since | dict(needed.order_by("pk").values_list("person_id", "needed_on"))


def first_helped(children: Iterable[int]) -> dict[int, date]:
    """The day somebody first did something: a service that joined in, or a need that was met. Two queries."""
    people = list(children)
    joined = ServiceAsked.objects.filter(person_id__in=people).values_list("person_id", "joined_on")
    met = Need.objects.filter(person_id__in=people).values_list("person_id", "met_at")
    days = [*joined, *((child, at.astimezone(HOME_TIME).date()) for child, at in met if at)]
    found: dict[int, date] = {}
    for child, on in days:
        if on:
            found[child] = min(on, found.get(child, on))
    return found
