"""Whose record a child told of is: looked for by staff alone, before any is begun (design 7.9)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.involvement.acts.hearing import must_be_new
from kith.involvement.models import Contact, ContactChild, ContactLine, LeadWorker
from kith.people.acts.beginning import start
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_REACHED = "A worry about a child you lead has reached the front door."
_SAYS = "{by} found that a contact is about {about}."


@act(_SAYS, needs=Right.DECIDE_CONTACTS, staff_only=True, makes="involvement.ContactLine")
def match_child(*, by: Actor, about: Person, on: date, child: ContactChild) -> ContactLine:
    """This is the child who was told of. Changed freely until it is decided; whoever leads the work is told. Raises
    Refused: decided already; two children of one contact cannot be the same person.
    """
    line = line_of(child)
    _must_be_open(line, child.contact)
    if ContactLine.objects.filter(contact=child.contact_id, person=about).exclude(child=child).exists():
        raise Refused(f"Another child of this contact is {about} already.", field="match")
    if line.person_id != about.pk:
        _match(by, line, about)
        for lead in LeadWorker.objects.filter(person=about, until_on=None):
            notify(lead.account_id, "contact", about, _REACHED)
    return line


@act(
    "{by} began a record for {about}, who was told of in a contact.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="people.Person",
)
def begin_from_contact(
    *,
    by: Actor,
    about: None = None,
    on: date,
    child: ContactChild,
    looked_at: Collection[str] = (),
    **person: Any,
) -> Person:
    """A record for a child nobody here had heard of; no work begins before it is decided. `person` is what `start`
    takes. Raises Refused: somebody alike who was not looked at; decided already; and as `start`.
    """
    line = line_of(child)
    _must_be_open(line, child.contact)
    must_be_new(person.get("given", ""), person.get("family", ""), person.get("born"), looked_at)
    begun = start(by, **person)
    _match(by, line, begun)
    return begun


def line_of(child: ContactChild) -> ContactLine:
    """The child's own line of the contact: the one there is, or a new one."""
    return ContactLine.objects.filter(child=child).first() or ContactLine(contact=child.contact, child=child)


def _must_be_open(line: ContactLine, contact: Contact) -> None:
    if line.decided_at:
        raise Refused("This has been decided. Whose record it is does not change any more.", field="match")


def _match(by: Actor, line: ContactLine, person: Person) -> None:
    line.person, line.matched_by_name, line.matched_at = person, by.name, by.now
    line.save()
