"""The map of people and places, and what the family's own network offers, before any service (S0-05, N12)."""

from datetime import date

from kith.access import Actor, Right
from kith.people.acts.listed import must_be_listed
from kith.people.models import MapPlace, Offer, Person, ServiceInstead
from kith.record import Refused
from kith.record.acting import act


@act("{by} put someone or something on the map of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.MapPlace")
def put_on_map(
    *,
    by: Actor,
    about: Person,
    on: date,
    kind: str,
    ring: int,
    called: str = "",
    other: Person | None = None,
    whose: str = "worker",
    line: str = "ordinary",
    flow: str = "none",
    what_for: str = "",
    said_by: str = "",
    family_may_see: bool = False,
) -> MapPlace:
    """A place on the child's own map or the worker's; the same one put again is moved, and where it stood before is
    kept. `called` may be left out for somebody with a record. Raises Refused: nobody and nothing; a map, kind, ring,
    line or flow there is none of.
    """
    name = called.strip() or (other.called if other else "")
    if not name:
        raise Refused("Write who or what it is.", field="called")
    _must_be_on_the_lists(on, whose, kind, ring, line, flow)
    for before in MapPlace.objects.filter(person=about, whose=whose, until_on=None):
        if (before.kind, before.called.lower()) == (kind, name.lower()) or (other and before.other_id == other.pk):
            _leave(before, on, "put somewhere else")
    place = MapPlace(
        person=about,
        whose=whose,
        kind=kind,
        other=other,
        called=name,
        ring=ring,
        line=line,
        flow=flow,
        what_for=what_for.strip(),
        said_by=said_by.strip(),
        from_on=on,
        family_may_see=family_may_see,
    )
    place.save()
    return place


def _must_be_on_the_lists(on: date, whose: str, kind: str, ring: int, line: str, flow: str) -> None:
    if whose not in dict(MapPlace._meta.get_field("whose").choices or []):
        raise Refused("Choose whose map it is.", field="whose")
    must_be_listed(on, "map_kind", kind, "kind", "Choose who or what it is.")
    must_be_listed(on, "map_ring", str(ring), "ring", "Choose how close.")
    must_be_listed(on, "map_line", line, "line", "Choose how it is between them.")
    must_be_listed(on, "map_flow", flow, "flow", "Choose whether it gives strength, or takes it.")


@act("{by} took someone or something off the map of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.MapPlace")
def take_off_map(*, by: Actor, about: Person, on: date, place: MapPlace, because: str = "") -> MapPlace:
    """Raises Refused: taken off already."""
    if place.until_on:
        raise Refused("This is off the map already.")
    return _leave(place, on, because.strip())


def _leave(place: MapPlace, on: date, because: str) -> MapPlace:
    place.until_on, place.ended_because = max(on, place.from_on), because
    place.save()
    return place


@act("{by} recorded an offer of help to {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Offer")
def record_offer(
    *,
    by: Actor,
    about: Person,
    on: date,
    role: str,
    what: str,
    called: str = "",
    other: Person | None = None,
    when_words: str = "",
    said_by: str = "",
    agreed: bool = False,
) -> Offer:
    """Somebody of the network will do something, from a day. It is kept whether or not the family has agreed yet.
    Raises Refused: nobody, nothing that they will do, or a kind of help there is none of.
    """
    name = called.strip() or (other.called if other else "")
    if not name:
        raise Refused("Write who offers this.", field="called")
    if not what.strip():
        raise Refused("Write what they will do.", field="what")
    must_be_listed(on, "offer_role", role, "role", "Choose what kind of help it is.")
    offer = Offer(
        person=about,
        other=other,
        called=name,
        role=role,
        what=what.strip(),
        when_words=when_words.strip(),
        said_by=said_by.strip(),
        agreed=agreed,
        from_on=on,
    )
    offer.save()
    return offer


@act("{by} changed an offer of help to {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Offer")
def change_offer(*, by: Actor, about: Person, on: date, offer: Offer, outcome: str, because: str = "") -> Offer:
    """The family agreed to it ("agreed"), or it has ended ("ended"). Raises Refused: ended already."""
    if offer.until_on:
        raise Refused("This offer has ended already.")
    if outcome == "agreed":
        offer.agreed = True
    else:
        offer.until_on, offer.ended_because = max(on, offer.from_on), because.strip()
    offer.save()
    return offer


@act(
    "{by} said why a service helps {about} and not the network.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.ServiceInstead",
)
def say_why_service(
    *, by: Actor, about: Person, on: date, service: str, because: str = "", considered: str = ""
) -> ServiceInstead:
    """Why not the network? Kept with the reason still to be written, which the page then asks for. Raises Refused: no
    service.
    """
    if not service.strip():
        raise Refused("Write which service it is.", field="service")
    for before in ServiceInstead.objects.filter(person=about, service__iexact=service.strip(), until_on=None):
        before.until_on = max(on, before.from_on)
        before.save()
    row = ServiceInstead(
        person=about, service=service.strip(), because=because.strip(), considered=considered.strip(), from_on=on
    )
    row.save()
    return row
