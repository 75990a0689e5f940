"""Early help as it began, and who joined in."""

from kith.involvement.models import EarlyHelp, ServiceAsked
from kith.people.models import Person


def early_help_of(child: Person) -> EarlyHelp | None:
    """The newest there was, with the services proposed. Two queries."""
    found = EarlyHelp.objects.filter(person=child).select_related("spell").prefetch_related("services")
    return found.order_by("-pk").first()


def service_asked(pk: int) -> ServiceAsked | None:
    return ServiceAsked.objects.filter(pk=pk).select_related("early_help").first()
