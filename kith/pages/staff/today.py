"""Today: promises, not tasks. And the lists it opens."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.decisions import queries as decisions
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.pages.staff import alert, dangers, focusing, promises, signing_off
from kith.pages.staff.forms import Search
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.people import queries as people
from kith.plans import queries as plans
from kith.record.queries import drafts_of
from kith.sharing import queries as sharing
from kith.visits import queries as visits
from kith.voice import queries as voice

LINES = 7
SOON = timedelta(days=14)  # what is to be asked again stands here so long before its day


@staff_only
def today(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    led = list(involvement.led_by(actor))
    children = [lead.person_id for lead in led]
    now, later = visits.coming_visits(actor)
    return render(
        request,
        "pages/today.html",
        {
            "actor": actor,
            "children": len(led),
            "close": [(one, dangers.in_words(one)) for one in involvement.exposures_told_to(actor)],
            "patterns": alert.waiting(children, pack_of(actor)),
            "not_accepted": plans.steps_chased(children),
            "needs": involvement.needs_now_of(actor)[:LINES],
            "visits": now,
            "week": later[:LINES],
            "wishes": voice.wishes_owed_by(actor)[:LINES],
            "corner_words": voice.corner_words_waiting(actor)[:LINES],
            "to_go_through": sharing.walks_waiting_for(actor)[:LINES],
            "promised": visits.promises_by(actor)[:LINES],
            "gaps": visits.to_complete_by(actor)[:LINES],
            "owed": promises.owed_today(actor, children)[:LINES],
            "said_waiting": involvement.differences_waiting(actor, children)[:LINES],
            "to_ask_again": involvement.to_ask_again(actor, actor.today + SOON)[:LINES],
            "rights_owed": people.rights_owed_by(actor)[:LINES],
            "fading": focusing.fading(led, actor.today)[:LINES],
            "drafts": drafts_of(actor),
            "decisions": decisions.owed_by(actor)[:LINES],
            "revisits": decisions.revisits_asked_of(actor)[:LINES],
            "signs": signing_off.may_sign(actor),
            "notices": directory.notices_for(actor)[:LINES],
            "on_duty": actor.may(Right.BE_ON_DUTY),
        },
    )


@staff_only
def my_families(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    led = list(involvement.led_by(actor))
    return render(request, "pages/my_families.html", {"actor": actor, "led": led})


@staff_only
def search(request: HttpRequest) -> HttpResponse:
    """People open to this reader; restricted ones say only that a record exists; sealed ones are not there."""
    form = Search(request.GET or None)
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    found = people.find(text) if text else None
    begin = f"{reverse('begin-record')}?{urlencode({'q': text})}"
    actor = request.actor  # type: ignore[attr-defined]
    may_begin = actor.may(Right.RECORD_ON_ANY_CHILD) or actor.may(Right.LEAD_EARLY_HELP)
    shown = {"form": form, "found": found, "begin_url": begin if may_begin else "", **_levels(found)}
    return render(request, "pages/search.html", shown)


def _levels(found: Any) -> dict[str, Any]:
    return {"levels": involvement.levels_of([p.pk for p in found.people]) if found else {}}
