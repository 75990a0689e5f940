"""Who stays with a child, and a child who asks for somebody else: kept, answered by a manager, told (S1-21)."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith import packs
from kith import words as spoken
from kith.access import Right
from kith.involvement import acts, forms, queries
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.web.asking import ask


def stays(opened: Opened) -> dict[str, Any]:
    """Who leads, how often that changed in twelve months and why; and what the child asked for. Two queries."""
    pack, today = pack_of(opened), opened.actor.today
    held = queries.continuity_of(opened.child, today)
    last = held.leads[-1] if held.leads and held.leads[-1].until_on is None else None
    return {
        "last": last,
        "workers": held.workers,
        "changes": [
            {
                "name": one.name,
                "on": one.until_on,
                "why": label(pack, "worker_change_reason", one.reason_ended) if one.reason_ended else "",
            }
            for one in held.changes
        ],
        "asked": [_asked(one, opened, pack) for one in queries.asked_of(opened.child)],
    }


def _asked(one: Any, opened: Opened, pack: packs.Pack) -> dict[str, Any]:
    late = one.answered_on is None and one.answer_by_on < opened.actor.today
    state = "answered" if one.told_on else "owed_late" if late else "owed"
    by = spoken.short_day(one.answer_by_on, opened.actor.today)
    waits = f"answer was owed by {by}" if late else f"answer owed by {by}"
    return {
        "row": one,
        "state": state,
        "words": "" if one.told_on else "to be told" if one.answered_on else waits,
        "outcome": label(pack, "answer_outcome", one.outcome) if one.outcome else "",
        "may_answer": one.answered_on is None
        and opened.actor.may(Right.ALLOCATE_WORK)
        and one.lead_id != opened.actor.account_id,
    }


def many_workers(led: Iterable[Any], today: date) -> dict[str, Any]:
    """Of the children whose work a team leads, those with so many lead workers in twelve months. One query."""
    at_least = int(packs.pack_for(settings.PACK, today).figure("many-workers", today))
    held = queries.continuity_of_each([lead.person_id for lead in led], today)
    rows = sorted((one for one in held.values() if one.workers >= at_least), key=lambda one: -one.workers)
    return {
        "at_least": at_least,
        "rows": [{"person": one.leads[0].person, "count": one.workers, "names": _names(one)} for one in rows],
    }


def _names(held: Any) -> str:
    return spoken.joined(list(dict.fromkeys(lead.name for lead in held.leads)))


@child_page("asks for another worker")
def ask_another_worker(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.AskForAnother(request.POST or None, initial={"on": opened.actor.today})
    do = partial(acts.ask_for_another_worker, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "ask", "Kept as it was said. Whoever manages the work has been told.")


@child_page("another worker: the answer", minimum=True)
def answer_another_worker(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    if not (opened.whole and opened.actor.may(Right.ALLOCATE_WORK)):
        raise Http404
    asked = own(opened, queries.worker_asked(pk))
    form = forms.AnswerAnother(request.POST or None, pack=pack_of(opened))
    do = partial(acts.answer_worker_asked, by=opened.actor, about=opened.child, asked=asked)
    return _ask(request, opened, form, do, "answer", "The answer is kept.", asked=asked)


@child_page("another worker: the answer told")
def tell_another_worker(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    asked = own(opened, queries.worker_asked(pk))
    if not asked.answered_on:
        raise Http404
    form = forms.TellAnother(request.POST or None, initial={"on": opened.actor.today, "told_by": opened.actor.name})
    do = partial(acts.tell_worker_answer, by=opened.actor, about=opened.child, asked=asked)
    return _ask(request, opened, form, do, "tell", "Kept: they have been told.", asked=asked)


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, template: str, done: str, **context: Any
) -> HttpResponse:
    return ask(
        request,
        f"pages/asking/{template}.html",
        form=form,
        do=do,
        then=saying(request, done, f"{reverse('child-voice', args=[opened.child.ref])}#stays"),
        **context,
        **header(opened, "child-voice"),
    )
