"""What has reached the front door: what waits, whose it is, what was decided, what was asked of agencies."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Prefetch, QuerySet

from kith.access import Actor
from kith.involvement.models import AgencyRequest, Contact, ContactChild, ContactLine, ContactReply, Teller
from kith.people.models import Person


class SourceCount(NamedTuple):
    source: str
    contacts: int


def contacts_undecided() -> QuerySet[Contact]:
    """Those with a child nobody has decided about yet, oldest first, each with its children. Two queries."""
    return Contact.objects.filter(decided_at=None).order_by("received_at", "pk").prefetch_related(_with_lines())


def contacts_decided(most: int) -> QuerySet[Contact]:
    """The newest decided. Two queries."""
    decided = Contact.objects.exclude(decided_at=None).order_by("-decided_at", "-pk")
    return decided.prefetch_related(_with_lines())[:most]


def contact_called(reference: str) -> Contact | None:
    """With its children, each with their line, record and reply. Two queries."""
    return Contact.objects.filter(reference=reference).prefetch_related(_with_lines()).first()


def _with_lines() -> Prefetch:
    children = ContactChild.objects.select_related("line__person", "line__spell", "reply").order_by("place")
    return Prefetch("children", queryset=children)


def line_of(child: ContactChild) -> ContactLine | None:
    return getattr(child, "line", None)


def people_of(contact: Contact) -> list[Person]:
    """Whose records it is about, as far as anybody has said."""
    lines = [line_of(child) for child in contact.children.all()]
    return [line.person for line in lines if line and line.person]


def tellers_of(contacts: Iterable[Contact]) -> dict[int, Teller]:
    """Who told us, by contact, for those the reader may know. One query."""
    return {teller.contact_id: teller for teller in Teller.objects.filter(contact__in=list(contacts))}


def requests_of(contact: Contact) -> QuerySet[AgencyRequest]:
    return AgencyRequest.objects.filter(contact=contact).select_related("agency").order_by("asked_at", "pk")


def requests_open() -> QuerySet[AgencyRequest]:
    """Asked of an agency and not answered, the longest due first."""
    waiting = AgencyRequest.objects.filter(answered_at=None).select_related("agency", "contact")
    return waiting.order_by("answer_by_on", "pk")


def request_of(contact: Contact, pk: int) -> AgencyRequest | None:
    return AgencyRequest.objects.filter(contact=contact, pk=pk).select_related("agency").first()


def requests_about(person_ids: Iterable[int]) -> QuerySet[AgencyRequest]:
    """What agencies were asked about these people in work that is still open, each with `child_id`. One query."""
    asked = AgencyRequest.objects.annotate(
        child_id=F("contact__children__line__person_id"), closed_on=F("contact__children__line__spell__closed_on")
    )
    found = asked.filter(child_id__in=list(person_ids), closed_on=None).select_related("agency")
    return found.order_by("asked_at", "pk")


def replies_owed() -> QuerySet[ContactReply]:
    """Decided, and whoever told us still has to be told."""
    owed = ContactReply.objects.filter(told_on=None, cannot_be_told="").select_related("contact", "child")
    return owed.order_by("said_at", "pk")


def reply_of(contact: Contact, place: int) -> ContactReply | None:
    return ContactReply.objects.filter(contact=contact, child__place=place).select_related("child").first()


def counts_by_source(since: date) -> list[SourceCount]:
    """How many reached us from whom, by the census code (S2-01), since a day. One query."""
    rows = (
        Contact.objects.filter(received_on__gte=since).values_list("source").annotate(n=Count("pk")).order_by("source")
    )
    return [SourceCount(source, n) for source, n in rows]


def contacts_about(person: Person) -> list[ContactLine]:
    """What reached us about this person, newest first. One query."""
    lines = ContactLine.objects.filter(person=person).select_related("contact", "child")
    return list(lines.order_by("-contact__received_at", "-pk"))


def reply(pk: int) -> ContactReply | None:
    return ContactReply.objects.filter(pk=pk).first()


def contacts_told_by(actor: Actor) -> QuerySet[Contact]:
    """What this partner has told us, newest first, each with its children and what was told back. Two queries."""
    children = ContactChild.objects.select_related("reply").order_by("place")
    mine = Contact.objects.filter(told_by_id=actor.account_id).order_by("-received_at", "-pk")
    return mine.prefetch_related(Prefetch("children", queryset=children))


def requests_to(agency_id: int) -> list[AgencyRequest]:
    """What an agency was asked: open ones first, then the newest answered. For its own workers."""
    asked = AgencyRequest.objects.filter(agency_id=agency_id)
    waiting = list(asked.filter(answered_at=None).order_by("answer_by_on", "pk"))
    return waiting + list(asked.exclude(answered_at=None).order_by("-answered_at")[:20])


def request_to(agency_id: int, pk: int) -> AgencyRequest | None:
    return AgencyRequest.objects.filter(agency_id=agency_id, pk=pk).first()
