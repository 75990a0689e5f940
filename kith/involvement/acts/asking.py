"""Asking agencies for the whole picture, and what they answer. No answer is never "nothing held" (N40)."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.acts import notify
from kith.directory.models import Agency, PartnerWorker
from kith.involvement.models import AgencyRequest, Contact
from kith.record import Refused
from kith.record.acting import act

_ASKED = "You are asked what your agency knows of a child. Open it to answer."
_ANSWERED = "An agency has answered what you asked about a child."


@act("{by} asked agencies what they know.", needs=Right.DECIDE_CONTACTS, tie=False, makes="involvement.AgencyRequest")
def ask_agencies(
    *, by: Actor, about: None, on: date, contact: Contact, agencies: Sequence[Agency], question: str
) -> list[AgencyRequest]:
    """One question to each, answered by the pack's day. They are told the names and birthdays given, so that they can
    look, and nothing else. Raises Refused: nobody asked, no question, an agency that has it already.
    """
    if not agencies:
        raise Refused("Choose at least one agency.", field="agencies")
    if not question.strip():
        raise Refused("Write what you need to know.", field="question")
    waiting = AgencyRequest.objects.filter(contact=contact, agency__in=agencies, answered_at=None)
    if asked := waiting.select_related("agency").first():
        raise Refused(f"{asked.agency.name} has been asked, and has not answered yet.", field="agencies")
    pack = packs.pack_for(settings.PACK, on)
    due = pack.timescale("agency-reply", on).due(on, pack.calendar)
    return [_ask(by, contact, agency, question.strip(), due) for agency in agencies]


@act(
    "{by} answered what an agency knows.",
    needs=Right.DECIDE_CONTACTS,
    tie=False,
    open_to=frozenset({Audience.PARTNER}),
    again=lambda given: given["request"],
)
def answer_request(
    *, by: Actor, about: None, on: date, request: AgencyRequest, answer: str, words: str = "", answered_by: str = ""
) -> AgencyRequest:
    """Held, holds nothing, or cannot say; by the agency itself, or written down here as it was told. What they hold may
    follow in words later. Raises Refused: no answer chosen; answered already, with words.
    """
    pack = packs.pack_for(settings.PACK, on)
    if answer not in dict(pack.choices("agency_answer")):
        raise Refused("Choose what was answered. No answer is not “nothing held”.", field="answer")
    if request.answered_at and (request.words or answer != request.answer):
        raise Refused(f"{request.answered_by_name} has answered this already.")
    request.answer, request.words = answer, words.strip()
    request.answered_by_id, request.written_by_name = by.account_id, by.name
    request.answered_by_name = answered_by.strip() or by.name
    request.answered_at = by.now
    request.save()
    if request.asked_by_id != by.account_id:
        notify(request.asked_by_id, "agency_answered", None, _ANSWERED)
    return request


def _ask(by: Actor, contact: Contact, agency: Agency, question: str, due: date) -> AgencyRequest:
    asked = AgencyRequest(
        contact=contact,
        agency=agency,
        about=_who(contact),
        question=question,
        asked_by_id=by.account_id,
        asked_by_name=by.name,
        asked_at=by.now,
        answer_by_on=due,
    )
    asked.save()
    for account_id in PartnerWorker.objects.filter(agency=agency).values_list("account_id", flat=True):
        notify(account_id, "agency_asked", None, _ASKED)
    return asked


def _who(contact: Contact) -> str:
    named = [f"{child.called}, born {child.born}" if child.born else child.called for child in contact.children.all()]
    return "; ".join(named)[:500]
