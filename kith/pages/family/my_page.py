"""My page: what a parent can expect now. Neutral title, no names in the address, nothing that was not released."""

from datetime import timedelta
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access import Audience
from kith.decisions import queries as decisions
from kith.involvement import queries as involvement
from kith.pages import trees
from kith.pages.challenged import waits_until
from kith.pages.papers import paper_file, say_of_copy
from kith.pages.pictures import as_picture
from kith.people import queries as people
from kith.sharing import queries as sharing
from kith.sharing.forms import SayClear
from kith.visits import queries as visits
from kith.web.asking import ask, posted
from kith.web.signed_out import sign_in_first

SORRY_FOR = timedelta(days=14)  # a visit we moved stays on the page that long


def family_only(page: Any) -> Any:
    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        if actor.account_id is None:
            return sign_in_first(request)
        if actor.audience != Audience.FAMILY:
            raise Http404
        return page(request, *args, **kwargs)

    return shown


@family_only
def my_page(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    mine = [child for child in people.people_i_am_tied_to() if child.pk != actor.person_id]
    leads, coming = involvement.leads_of(mine), visits.next_visits(mine, actor)
    reach = involvement.how_to_reach(lead.account_id for lead in leads.values())
    moved = {one.person_id: one for one in visits.moved_for_family(mine, actor.today - SORRY_FOR)}
    copies = list(sharing.with_answers(sharing.released_to(actor)))
    plans = sharing.plans_among(copies)
    said: dict[int, list[Any]] = {}
    for one in visits.said_by_family(mine):
        said.setdefault(one.person_id, []).append(one)
    challenged = decisions.my_challenges_waiting(actor, mine)
    children = [
        {
            "answer_by": waits_until(challenged.get(c.pk, [])),
            "said": said.get(c.pk, []),
            "child": c,
            "lead": leads.get(c.pk),
            "reach": reach.pop(leads[c.pk].account_id, None) if c.pk in leads else None,  # once for each worker
            "next_visit": coming.get(c.pk),
            "moved": moved.get(c.pk),
            "plan": plans.get(c.pk),
        }
        for c in mine
    ]
    return render(
        request,
        "pages/family/my_page.html",
        {"actor": actor, "children": children, "copies": copies},
    )


@family_only
def my_people(request: HttpRequest, ref: str) -> HttpResponse:
    """The family's own picture around one child of the reader's: those they are tied to, and nobody's home. What the
    child says of people is in it as far as the child lets the reader see (users.md 4.1).
    """
    actor = request.actor  # type: ignore[attr-defined]
    child = people.person_by_ref(ref)
    if child is None or child.pk == actor.person_id:
        raise Http404
    rows = people.family_rows(child, homes=False)
    pack = packs.pack_for(settings.PACK, actor.today)
    close = people.very_close(child)
    shown = trees.own(rows, child, actor.today, pack, people.called_by(child), matters=close)
    return render(request, "pages/family/my_people.html", {"child": child, "shown": shown})


@family_only
def lead_photo(request: HttpRequest, ref: str) -> HttpResponse:
    """The photo of whoever leads the work with a child of the reader's, where they put one in."""
    child = people.person_by_ref(ref)
    lead = involvement.who_leads(child) if child and child.pk != request.actor.person_id else None  # type: ignore[attr-defined]
    return as_picture(involvement.photo_of_worker(lead.account_id) if lead else None)


@family_only
def my_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """One copy released to this very person, and whether it is clear to them (S3-15, S3-21). A letter about a visit
    says whether that time still stands.
    """
    release = _mine(request, pk)
    told = sharing.my_appointment(release) if release.kind == "appointment" else None
    answers: Any = sharing.answers_to(release)
    return ask(
        request,
        "pages/family/my_copy.html",
        form=SayClear(posted(request)),
        do=partial(say_of_copy, request.actor, release),  # type: ignore[attr-defined]
        then=partial(_heard, request, reverse("my-copy", args=[pk])),
        release=release,
        told=told,
        answers=answers,
        lead=involvement.who_leads(release.person) if answers.walk_id else None,
        actor=request.actor,  # type: ignore[attr-defined]
    )


def _heard(request: HttpRequest, path: str, made: Any) -> str:
    waits = hasattr(made, "due_on")
    messages.success(request, "Thank you for telling us. Somebody goes through it with you." if waits else "Thank you.")
    return path


@family_only
def my_appointment(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar entry that went with a letter, while its time stands: what left then, checked then (design 7.8)."""
    told = sharing.my_appointment(_mine(request, pk))
    if told is None or not told.stands:
        raise Http404
    return paper_file(told.release, "ics", "appointment")


def _mine(request: HttpRequest, pk: int) -> Any:
    release = sharing.release(pk)
    if release is None or release.recipient_id != request.actor.person_id:  # type: ignore[attr-defined]
        raise Http404
    return release
