"""The front door: what has reached us and waits, oldest first; and one contact with everything about it (S2-01, E1)."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith import packs
from kith.access import Right
from kith.access.actor import HOME_TIME
from kith.calendar.limits import DayLimit
from kith.involvement import acts, queries, rules
from kith.packs import NotInPack, Pack
from kith.pages.staff.opening import Opened, staff_only
from kith.pages.staff.quoting import label
from kith.record import Refused
from kith.web.asking import SeeOther
from kith.words import joined

FEW = 30
COUNTED = timedelta(days=90)


@dataclass(frozen=True)
class Clock:
    """How long a contact has waited, in words: "day 1 of 1"; and why that is the limit. Late stays late."""

    day_of: str
    due: date | None
    late: bool
    because: str = ""


@dataclass(frozen=True)
class Child:
    """One child of a contact as the page tells of them."""

    told: Any
    line: Any
    decision: dict[str, Any] | None
    reply: Any
    ended: Any = None  # how our work with them ended, when we work with them no more
    texts: Sequence[Any] = ()  # what was made of it together, newest first
    standing: Sequence[Any] = ()  # and how each agency that was asked stands to it

    @property
    def alone(self) -> bool:
        return rules.ours_alone(self.standing)

    @property
    def to_give(self) -> bool:
        return any(not one.given for one in self.standing)

    @property
    def unsigned(self) -> str:
        return joined(rules.not_signed(self.standing))


@staff_only
def front_door(request: HttpRequest) -> HttpResponse:
    """Everything that waits. Eight queries, however much it is."""
    actor = _must_decide(request)
    pack, every = pack_of(actor), request.GET.get("all") == "1"
    waiting = list(queries.contacts_undecided()[: None if every else FEW + 1])
    return render(
        request,
        "pages/front/front_door.html",
        {
            "actor": actor,
            "terms": pack.terms,
            "waiting": [row(contact, pack, actor) for contact in waiting[: None if every else FEW]],
            "more": len(waiting) > FEW and not every,
            "overdue": [asked(one, actor.today) for one in queries.requests_open()[:FEW]],
            "to_tell": queries.replies_owed()[:FEW],
            "decided": [row(contact, pack, actor) for contact in queries.contacts_decided(10)],
            "counts": [
                (label(pack, "referral_source", one.source) if one.source else "Not said yet", one.source, one.contacts)
                for one in queries.counts_by_source(actor.today - COUNTED)
            ],
        },
    )


@staff_only
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    """For the front door, and for whoever took it."""
    found = opened(request, reference)
    actor = request.actor  # type: ignore[attr-defined]
    pack = pack_of(actor)
    return render(request, "pages/front/contact.html", shown(found, actor, pack))


@require_POST
@staff_only
def take_up_contact(request: HttpRequest, reference: str) -> HttpResponse:
    actor = _must_decide(request)
    with suppress(Refused):  # it is theirs already: the page says so
        acts.take_up_contact(by=actor, contact=opened(request, reference))
    return SeeOther(reverse("contact", args=[reference]))


def opened(request: HttpRequest, reference: str) -> Any:
    """The contact, or 404: it is not there, or not for this reader."""
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.contact_called(reference)
    if found is None or not (actor.may(Right.DECIDE_CONTACTS) or found.taken_by_id == actor.account_id):
        raise Http404
    return found


def deciding(request: HttpRequest, reference: str) -> Any:
    """The contact, for those who decide what becomes of it."""
    _must_decide(request)
    return opened(request, reference)


def shown(found: Any, actor: Any, pack: Pack) -> dict[str, Any]:
    """Template variables of one contact. Five queries."""
    requests, texts = list(queries.requests_of(found)), queries.pictures_of(found)
    told = [child(one, requests, texts.get(one.pk, [])) for one in found.children.all()]
    ended = queries.how_work_ended(one.line.person_id for one in told if one.line and one.line.person_id)
    children = [replace(one, ended=ended.get(one.line.person_id)) if one.line else one for one in told]
    return {
        "actor": actor,
        "contact": found,
        "clock": clock(found, pack, actor.today),
        "teller": queries.tellers_of([found]).get(found.pk),
        "how": label(pack, "contact_how", found.how) if found.how else "Not said yet",
        "source": label(pack, "referral_source", found.source) if found.source else "Not said yet",
        "family_told": label(pack, "contact_family_told", found.family_told) if found.family_told else "Not said yet",
        "children": children,
        "undecided": [one for one in children if one.decision is None],
        "requests": [asked(one, actor.today) for one in requests],
        "may_decide": actor.may(Right.DECIDE_CONTACTS),
    }


def child(told: Any, requests: Sequence[Any], texts: Sequence[Any]) -> Child:
    line = queries.line_of(told)
    decision = decision_of(line) if line and line.decided_at else None
    reply = getattr(told, "reply", None) if decision else None
    return Child(told, line, decision, reply, texts=texts, standing=rules.stand(requests, texts))


def decision_of(line: Any) -> dict[str, Any]:
    """A decision as it was made: in the words of the threshold document of its day (S2-24)."""
    pack = packs.pack_for(settings.PACK, line.decided_on)
    try:
        document = pack.threshold_document(version=line.thresholds)
    except packs.NotInPack:  # one that is not kept here any more: today's words stand beside its version
        document = pack.threshold_document(line.decided_on)
    level = document.level(line.level)
    below, above = document.beside(line.level)
    signs = {sign.code: sign.text for each in document.levels for sign in each.indicators}
    return {
        "line": line,
        "outcome": label(pack, "contact_outcome", line.outcome),
        "level": level,
        "document": document,
        "above": above,
        "below": below,
        "need": label(pack, document.needs, line.need) if document.needs and line.need else "",
        "signs": [signs.get(code, code) for code in line.indicators],
        "told": label(pack, "decision_told", line.family_told),
        "late": bool(line.contact.decide_by_on and line.decided_on > line.contact.decide_by_on),
    }


def reached(opened: Opened) -> list[dict[str, Any]]:
    """What reached us about this child, newest first, with what was decided; who told us only where the reader may
    know (design 7.9). Two queries.
    """
    lines = queries.contacts_about(opened.child)
    tellers = queries.tellers_of(line.contact for line in lines) if lines else {}
    pack, actor = pack_of(opened.actor), opened.actor
    return [
        {
            "line": line,
            "contact": line.contact,
            "clock": clock(line.contact, pack, actor.today),
            "teller": tellers.get(line.contact_id),
            "decision": decision_of(line) if line.decided_at else None,
            "may_open": actor.may(Right.DECIDE_CONTACTS) or line.contact.taken_by_id == actor.account_id,
        }
        for line in lines
    ]


def row(found: Any, pack: Pack, actor: Any) -> dict[str, Any]:
    """One line of a list of contacts."""
    children = list(found.children.all())
    decided = [one for one in children if (line := queries.line_of(one)) and line.decided_at]
    return {
        "contact": found,
        "clock": clock(found, pack, actor.today),
        "children": children,
        "left": len(children) - len(decided),
        "source": label(pack, "referral_source", found.source) if found.source else "Not said yet",
        "mine": found.read_by_id == actor.account_id,
        "outcomes": [(one.called, label(pack, "contact_outcome", one.line.outcome)) for one in decided],
    }


def clock(found: Any, pack: Pack, today: date) -> Clock:
    """Counted to the day it was decided, or to today. The due day is the one fixed when it came."""
    if found.decide_by_on is None:
        return Clock("", None, False)
    ended = found.decided_at.astimezone(HOME_TIME).date() if found.decided_at else today
    late = ended > found.decide_by_on
    try:
        timescale = pack.timescale("referral-decision", found.received_on)
    except NotInPack:
        return Clock("", found.decide_by_on, late)
    limit = timescale.limit
    if not isinstance(limit, DayLimit):
        return Clock("", found.decide_by_on, late)
    return Clock(
        limit.day_of(found.received_on, ended, pack.calendar),
        found.decide_by_on,
        late,
        limit.because(found.received_on, pack.calendar) + timescale.caution,
    )


def asked(one: Any, today: date) -> dict[str, Any]:
    """A question to an agency: held, holds nothing, cannot say; or no answer yet, which is none of them (N40)."""
    state = "done" if one.answered_at else "missed" if one.answer_by_on < today else "due"
    words = "" if one.answered_at else "No answer, and overdue" if state == "missed" else "No answer yet"
    pack = packs.pack_for(settings.PACK, today)
    return {"request": one, "state": state, "words": words or label(pack, "agency_answer", one.answer)}


def pack_of(actor: Any) -> Pack:
    return packs.pack_for(settings.PACK, actor.today)


def _must_decide(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.DECIDE_CONTACTS):
        raise Http404
    return actor
