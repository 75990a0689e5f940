"""Beginning early help without a social worker, and asking the services of the child's age in (S2-15, S1-29)."""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.directory.models import Staff, Tie
from kith.involvement import rules
from kith.involvement.acts.hearing import must_be_new
from kith.involvement.acts.sharing import must_be_shareable
from kith.involvement.acts.working import open_work
from kith.involvement.models import EarlyHelp, LeadWorker, ServiceAsked
from kith.people.acts.beginning import start
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

LEVEL = "early_help"


def _began(person: Any, details: dict[str, Any]) -> str:
    return "{by} began early help with {about}."


@act(_began, needs=Right.LEAD_EARLY_HELP, tie=False, story=True, significance=2, makes="involvement.EarlyHelp")
def begin_early_help(
    *, by: Actor, about: Person, on: date, wants: str, agreed: str, needed_on: date | None = None
) -> EarlyHelp:
    """The work, its lead worker, who is whoever begins it, and the services of the child's age to be asked, in one go:
    no plan is ever without somebody who leads it. Raises Refused: what the family wants or agreed to is not said; a
    day to come; work that is open already.
    """
    return _begin(by, about, on, wants, agreed, needed_on)


@act(
    "{by} began a record and early help for {about}.",
    needs=Right.LEAD_EARLY_HELP,
    tie=False,
    story=True,
    significance=2,
    makes="people.Person",
)
def begin_early_help_with(
    *,
    by: Actor,
    about: None = None,
    on: date,
    wants: str,
    agreed: str,
    needed_on: date | None = None,
    looked_at: Any = (),
    **person: Any,
) -> Person:
    """The same with a child nobody here had heard of; whoever may be the same child was looked at first. Raises
    Refused: as above, as `start`, and somebody alike who was not looked at.
    """
    must_be_new(person.get("given", ""), person.get("family", ""), person.get("born"), looked_at)
    child = start(by, **person)
    _begin(by, child, on, wants, agreed, needed_on)
    return child


@act("{by} asked whether a service joins in for {about}.", makes="involvement.ServiceAsked")
def answer_service(
    *, by: Actor, about: Person, on: date, service: ServiceAsked, ask: bool, because: str = ""
) -> ServiceAsked:
    """A proposed service is asked, or is not, for a reason. Raises Refused: answered already; no reason why not;
    somebody of the family does not agree that they are (S0-13).
    """
    found = ServiceAsked.objects.filter(pk=service.pk, person=about).first()
    if found is None or found.answered:
        raise Refused("This has been answered already.")
    if not ask and needs_words(because):
        raise Refused("Say why they are not asked.", field="because")
    if ask:
        label = packs.pack_for(settings.PACK, on).label("universal_service", found.service)
        must_be_shareable(about, on, called=label, field="ask")
    found.asked_on, found.not_asked_because = (on, "") if ask else (None, because.strip())
    found.save()
    return found


@act("{by} wrote down that a service has joined in for {about}.", makes="involvement.ServiceAsked")
def note_joined(*, by: Actor, about: Person, on: date, service: ServiceAsked, who: str) -> ServiceAsked:
    """The first thing somebody there did with the others: what the days from need to joint work end with. Raises
    Refused: nobody named, joined already, before the need.
    """
    found = ServiceAsked.objects.select_related("early_help").filter(pk=service.pk, person=about).first()
    if found is None or found.joined_on:
        raise Refused("This is written down already.")
    if not who.strip():
        raise Refused("Say who it was.", field="who")
    if on < found.early_help.needed_on:
        raise Refused("That day is before more help was needed.", field="on")
    found.joined_on, found.joined_by = on, who.strip()
    if not found.asked_on:
        found.asked_on, found.not_asked_because = on, ""
    found.save()
    return found


def _begin(by: Actor, about: Person, on: date, wants: str, agreed: str, needed_on: date | None) -> EarlyHelp:
    if needs_words(wants):
        raise Refused("Write what the family wants help with.", field="wants")
    if needs_words(agreed):
        raise Refused("Write who of the family agreed, and to what: early help is theirs to choose.", field="agreed")
    if needed_on and needed_on > by.today:
        raise Refused("That day has not come yet.", field="needed_on")
    spell = open_work(by, about, on, level=LEVEL)
    worker = Staff.objects.filter(account_id=by.account_id).first()
    LeadWorker(
        person=about,
        spell=spell,
        account_id=by.account_id,
        name=by.name,
        phone=worker.phone if worker else "",
        from_on=on,
        family_told_on=on,
    ).save()
    Tie(account_id=by.account_id, person=about, because="lead_worker", may_write=True, starts_at=by.now).save()
    begun = EarlyHelp(person=about, spell=spell, wants=wants.strip(), agreed=agreed.strip(), needed_on=needed_on or on)
    begun.save()
    pack = packs.pack_for(settings.PACK, on)
    for code in rules.services_for(about.born_on, on, pack):
        ServiceAsked(person=about, early_help=begun, service=code).save()
    return begun
