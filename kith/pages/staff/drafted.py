"""The forms a draft was typed into, so that its answers can be read in the words they were asked in."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.forms import Form
from django.http import Http404, HttpRequest

from kith import packs
from kith.access import Audience
from kith.decisions import queries as decisions
from kith.decisions.forms import WriteDecision
from kith.involvement.forms import FirstContact
from kith.pages.staff.decisions import decision_options
from kith.pages.staff.front_door import deciding
from kith.pages.staff.opening import opened_for
from kith.pages.staff.taking import TAKING, contact_sheet, decide_sheet
from kith.pages.staff.visits import sheet
from kith.record.queries import draft_for
from kith.story import queries as story
from kith.story.forms import TellHistory
from kith.voice.forms import AnswerWish, WriteWords

FormsOf = Callable[[HttpRequest, str], Sequence[Form]]


def forms_of(request: HttpRequest, key: str) -> Sequence[Form]:
    """The forms of the page whose draft has this key; none when it is about somebody this reader may not see."""
    page, _, about = key.partition(":")
    try:
        return FORMS[page](request, about) if page in FORMS else []
    except Http404:
        return []


def _visit(request: HttpRequest, ref: str) -> Sequence[Form]:
    kept = draft_for(request.actor, f"record-visit:{ref}")  # type: ignore[attr-defined]
    visit = sheet(request, opened_for(request, ref), kept)
    return [visit.shared, *visit.rows]


def _words(request: HttpRequest, ref: str) -> Sequence[Form]:
    return [WriteWords(pack=_pack(request))]


def _answer(request: HttpRequest, pk: str) -> Sequence[Form]:
    return [AnswerWish(pack=_pack(request))]


def _history(request: HttpRequest, about: str) -> Sequence[Form]:
    """`about`: the child's reference, and after a colon the event it is told about."""
    called = opened_for(request, about.partition(":")[0]).child.called.partition(" ")[0]
    agencies = [(str(agency.pk), agency.name) for agency in story.agencies()]
    return [TellHistory(called=called, pack=_pack(request), agencies=agencies)]


def _contact(request: HttpRequest, about: str) -> Sequence[Form]:
    partner = request.actor.audience == Audience.PARTNER  # type: ignore[attr-defined]
    sheet = contact_sheet(request, TAKING, partner=partner)
    return [sheet.shared, *sheet.rows]


def _decision(request: HttpRequest, reference: str) -> Sequence[Form]:
    return decide_sheet(request, deciding(request, reference)).rows


def _deciding(request: HttpRequest, ref: str) -> Sequence[Form]:
    return [WriteDecision(**decision_options(opened_for(request, ref)))]


def _deciding_on(request: HttpRequest, pk: str) -> Sequence[Form]:
    found = decisions.decision(int(pk)) if pk.isdigit() else None
    return _deciding(request, found.person.ref) if found else []


def _beginning(request: HttpRequest, about: str) -> Sequence[Form]:
    return [FirstContact(pack=_pack(request))]


def _pack(request: HttpRequest) -> packs.Pack:
    return packs.pack_for(settings.PACK, request.actor.today)  # type: ignore[attr-defined]


FORMS: dict[str, FormsOf] = {
    "record-visit": _visit,
    "write-words": _words,
    "answer-wish": _answer,
    "add-history": _history,
    "take-contact": _contact,
    "tell-about-child": _contact,
    "decide": _deciding,
    "decide-contact": _decision,
    "revise-decision": _deciding_on,
    "begin-record": _beginning,
}
