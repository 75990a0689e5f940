"""Moves, and addresses kept from named people."""

from collections.abc import Iterable
from datetime import date

from kith.access import Actor, Right
from kith.people.acts.rights import kept_address_of
from kith.people.models import Address, AddressProtection, Person, Residence
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} recorded where {about} lives.",
    needs=Right.RECORD_ON_ANY_CHILD,
    around=True,
    story=True,
    significance=2,
    makes="people.Residence",
)
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
    until_on: date | None = None,
) -> list[Residence]:
    """One move, for everyone who made it: one address, a residence each. A new home ends the old one that day; one
    before the present home ends when the next begins. Whoever the old home was kept from is kept from the new one too.

    Give an `address` already held, or its `lines`. Raises Refused: neither; someone lives there already; an end before
    the beginning.
    """
    people = _each(about)
    if until_on and until_on < on:
        raise Refused("They cannot have left before they came.", field="until_on")
    if address is None:
        address = _new_address(lines, postcode, called)
    elif there := Residence.objects.filter(address=address, person__in=people, kind=kind, until_on=None).first():
        raise Refused(f"{there.person.called} is recorded as living there already.", field="where")
    return [_settle(person, address, on, kind, precision, until_on) for person in people]


def place_inside(
    by: Actor,
    person: Person,
    on: date,
    *,
    address: Address | None = None,
    lines: str = "",
    postcode: str = "",
    kept_from: Iterable[Person] = (),
    because: str = "",
    review_on: date | None = None,
) -> Residence:
    """A home with carers, inside the act at hand; it leaves the family’s own home as it is. Whoever a home of the child
    was kept from is kept from this one too, and whoever is named besides: from the first moment.

    Raises Refused: neither an address nor its lines; kept from somebody without a reason, or without a day to come.
    """
    others = list(kept_from)
    if others and not because.strip():
        raise Refused("Say why the address must be kept from them.", field="kept_because")
    if others and (review_on is None or review_on < on):
        raise Refused("Give a day still to come, when someone will look at this again.", field="kept_review_on")
    residence = _settle(person, address or _new_address(lines, postcode, ""), on, "placement", "day", None)
    for other in others:
        if review_on and (kept := _keep_from(person, residence.address, other.pk, because.strip(), review_on)):
            kept_address_of(by, kept, on)
    return residence


def leave_inside(residence: Residence, on: date) -> None:
    """A home with carers ends, inside the act at hand."""
    if residence.until_on is None:
        residence.until_on = max(on, residence.from_on)
        residence.save()


def _new_address(lines: str, postcode: str, called: str) -> Address:
    if not lines.strip():
        raise Refused("Write the address, or choose one already held.", field="lines")
    address = Address(lines=lines.strip(), postcode=postcode.strip().upper(), called=called.strip())
    address.save()
    return address


def _settle(person: Person, address: Address, on: date, kind: str, precision: str, until_on: date | None) -> Residence:
    if kind == "home" and until_on is None:
        until_on = _make_room(person, on)
    if until_on is None:
        _keep_kept(person, address)
    residence = Residence(
        person=person, address=address, kind=kind, from_on=on, from_precision=precision, until_on=until_on
    )
    residence.save()
    return residence


def _make_room(person: Person, on: date) -> date | None:
    """End the home they lived in that day; the day the next one begins, when this is a move of the past."""
    homes = list(Residence.objects.filter(person=person, kind="home").order_by("from_on"))
    for old in homes:
        if old.from_on <= on and (old.until_on is None or old.until_on > on):
            old.until_on = on
            old.save()
    return next((home.from_on for home in homes if home.from_on > on), None)


def _keep_kept(person: Person, new: Address) -> None:
    """Protection follows the person it protects: a move never undoes it. Someone who lives at the new address is not
    kept from it.
    """
    for kept in AddressProtection.objects.filter(person=person, ended_on=None).exclude(address=new):
        if not Residence.objects.filter(address=new, person_id=kept.from_person_id, until_on=None).exists():
            _keep_from(person, new, kept.from_person_id, kept.because, kept.review_on)


@act(
    "{by} kept an address of {about} from someone.",
    needs=Right.RECORD_ON_ANY_CHILD,
    around=True,
    makes="people.AddressProtection",
)
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
    """Keep this address from a named person, for everyone it protects. Raises Refused: no reason, from one of the very
    people it protects, a review already past, or kept from them already.
    """
    people = _each(about)
    if not because.strip():
        raise Refused("Say why the address must be kept from them.", field="because")
    if from_person in people:
        raise Refused("Choose someone else: they are one of the people this protects.", field="who")
    if review_on < on:
        raise Refused("Give a day still to come, when someone will look at this again.", field="review_on")
    made = [_keep_from(person, address, from_person.pk, because.strip(), review_on) for person in people]
    if not any(made):
        raise Refused(f"The address is kept from {from_person.called} already.", field="who")
    for kept in filter(None, made):
        kept_address_of(by, kept, on)
    return [kept for kept in made if kept]


def _keep_from(
    person: Person, address: Address, from_id: int, because: str, review_on: date
) -> AddressProtection | None:
    standing = AddressProtection.objects.filter(person=person, address=address, from_person=from_id, ended_on=None)
    if standing.exists():
        return None
    kept = AddressProtection(
        person=person, address=address, from_person_id=from_id, because=because, review_on=review_on
    )
    kept.save()
    return kept


def _each(about: Iterable[Person] | Person) -> list[Person]:
    return [about] if isinstance(about, Person) else list(about)
