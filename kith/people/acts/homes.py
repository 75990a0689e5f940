"""Moves, and addresses kept from named people."""

from collections.abc import Iterable
from datetime import date

from kith.access import Actor
from kith.people.models import Address, AddressProtection, Person, Residence
from kith.record import Refused
from kith.record.acting import act


@act("{by} recorded where {about} lives.", story=True, significance=2, makes="people.Residence")
def move_home(
    *,
    by: Actor,
    about: Iterable[Person],
    on: date,
    address: Address | None = None,
    lines: str = "",
    postcode: str = "",
    called: str = "",
    kind: str = "home",
    precision: str = "day",
) -> list[Residence]:
    """One move, for everyone who made it: one address, a residence each. A new home ends the old one that day.

    Give an `address` already held, or its `lines`. Raises Refused without either.
    """
    if address is None:
        if not lines.strip():
            raise Refused("Write the address, or choose one already held.", field="lines")
        address = Address(lines=lines.strip(), postcode=postcode.strip().upper(), called=called)
        address.save()
    return [_settle(person, address, on, kind, precision) for person in _each(about)]


def _settle(person: Person, address: Address, on: date, kind: str, precision: str) -> Residence:
    if kind == "home":
        for old in Residence.objects.filter(person=person, kind="home", until_on=None):
            old.until_on = max(on, old.from_on)
            old.save()
    residence = Residence(person=person, address=address, kind=kind, from_on=on, from_precision=precision)
    residence.save()
    return residence


@act("{by} kept an address of {about} from someone.", makes="people.AddressProtection")
def protect_address(
    *,
    by: Actor,
    about: Iterable[Person],
    on: date,
    address: Address,
    from_person: Person,
    because: str,
    review_on: date,
) -> list[AddressProtection]:
    """Keep this address from a named person, for everyone it protects. Raises Refused without a reason."""
    if not because.strip():
        raise Refused("Say why the address must be kept from them.", field="because")
    made = []
    for person in _each(about):
        protection = AddressProtection(
            person=person, address=address, from_person=from_person, because=because, review_on=review_on
        )
        protection.save()
        made.append(protection)
    return made


@act("{by} ended a protection of {about}'s address.")
def end_address_protection(*, by: Actor, about: Person, on: date, protection: AddressProtection) -> AddressProtection:
    protection.ended_on = on
    protection.save()
    return protection


def _each(about: Iterable[Person] | Person) -> list[Person]:
    return [about] if isinstance(about, Person) else list(about)
