"""What is learnt of a child's school, doctor, dentist and health visitor (S1-20)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person, ServiceKnown
from kith.people.rules.services import SETTLED
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down how {about} stands with a service every child has.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.ServiceKnown",
)
def say_service(
    *,
    by: Actor,
    about: Person,
    on: date,
    service: str,
    standing: str,
    name: str = "",
    since_on: date | None = None,
    how_it_goes: str = "",
    said_by: str = "",
    asking: str = "",
    ask_by: date | None = None,
) -> ServiceKnown:
    """The newest of a service is how it stands. Not registered, waiting or not known: whoever writes it is asking,
    unless somebody else is named; by `ask_by`, or by the pack's limit from today.

    Raises Refused: no service or no answer of the pack's; a day to come.
    """
    pack = packs.pack_for(settings.PACK, on)
    if service not in {one.key for one in pack.services}:
        raise Refused("Choose which service it is.", field="service")
    if standing not in dict(pack.choices("service_standing")):
        raise Refused("Choose what is known.", field="standing")
    if since_on and since_on > by.today:
        raise Refused("That day has not come yet.", field="since_on")
    gap = standing not in SETTLED
    row = ServiceKnown(
        person=about,
        service=service,
        standing=standing,
        name=name.strip(),
        since_on=since_on,
        how_it_goes=how_it_goes.strip(),
        said_on=on,
        said_by=said_by.strip(),
        asking=(asking.strip() or by.name) if gap else "",
        ask_by=(ask_by or pack.due("services-known", on)) if gap else None,
    )
    row.save()
    return row
