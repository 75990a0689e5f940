"""What I was told: which help there is, who leads it, what was decided; and "I don’t agree" (S3-20, S4-28, J4)."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.decisions import acts, queries
from kith.involvement import queries as involvement
from kith.pages.challenged import raised
from kith.pages.family import forms
from kith.pages.family.my_page import family_only
from kith.pages.staff.said_did import in_words
from kith.people import queries as people
from kith.web.asking import ask, posted


@family_only
def my_told(request: HttpRequest, ref: str) -> HttpResponse:
    """For a child of the reader's: only what somebody told them. Nine queries."""
    actor, child = request.actor, _child(request, ref)  # type: ignore[attr-defined]
    pack = packs.pack_for(settings.PACK, actor.today)
    lead = involvement.who_leads(child)
    return render(
        request,
        "pages/family/my_told.html",
        {
            "actor": actor,
            "child": child,
            "lead": lead,
            "reach": involvement.how_to_reach([lead.account_id]).get(lead.account_id) if lead else None,
            "terms": list(involvement.terms_of(child)),
            "help": help_in_words(involvement.help_told(child), pack),
            "told": queries.told_of(child),
            "difference": [in_words(one, pack, actor.today) for one in involvement.differences_of(child)],
            "challenges": raised(actor, child, pack),
        },
    )


@family_only
def my_disagreement(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One question; somebody who did not decide it answers."""
    actor, child = request.actor, _child(request, ref)  # type: ignore[attr-defined]
    told = queries.my_told(child, pk)
    if told is None:
        raise Http404

    def then(_made: Any) -> str:
        messages.success(request, "We have it. Somebody who did not decide this answers you here.")
        return reverse("my-told", args=[ref])

    return ask(
        request,
        "pages/family/my_disagreement.html",
        form=forms.Disagree(posted(request)),
        do=partial(acts.disagree, by=actor, about=child, decision_id=told.decision_id),
        then=then,
        child=child,
        told=told,
    )


def help_in_words(told: Any, pack: packs.Pack) -> dict[str, Any] | None:
    if told is None:
        return None
    level = next((one for one in pack.levels if one.code == told.level), None)
    return {"told": told, "label": level.label if level else "", "plain": level.plain if level else ""}


def _child(request: HttpRequest, ref: str) -> Any:
    child = people.person_by_ref(ref)
    if child is None or child.pk == request.actor.person_id:  # type: ignore[attr-defined]
        raise Http404
    return child
