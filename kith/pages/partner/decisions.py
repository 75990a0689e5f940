"""What a worker of another agency is told of decisions about a child they work with; and "I disagree" (S3-20)."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.decisions import acts, forms, queries
from kith.pages.partner.telling import partner_only
from kith.pages.staff.guarding import as_typed
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.web.asking import ask


@partner_only
def decisions_told(request: HttpRequest, ref: str) -> HttpResponse:
    """The words released to workers of other agencies, and what became of this reader's own challenges."""
    actor, child = request.actor, _child(request, ref)  # type: ignore[attr-defined]
    pack = packs.pack_for(settings.PACK, actor.today)
    mine = [(one, label(pack, "challenge_outcome", one.outcome)) for one in queries.my_challenges(actor, child)]
    return render(
        request,
        "pages/partner/decisions.html",
        {"child": child, "told": queries.told_of(child), "challenges": mine},
    )


@partner_only
def disagree(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """ "I disagree with this decision": answered by somebody who did not decide it."""
    actor, child = request.actor, _child(request, ref)  # type: ignore[attr-defined]
    told = next((one for one in queries.told_of(child) if one.pk == pk), None)
    if told is None or not people.may_be_written([child], actor):
        raise Http404

    def then(_made: Any) -> str:
        messages.success(request, "Your challenge is lodged. Somebody who did not decide answers it.")
        return reverse("decisions-told", args=[ref])

    return ask(
        request,
        "pages/partner/disagree.html",
        **as_typed(request, actor, f"disagree:{pk}", forms.ChallengeDecision),
        do=partial(acts.challenge_decision, by=actor, about=child, decision_id=told.decision_id),
        then=then,
        child=child,
        told=told,
    )


def _child(request: HttpRequest, ref: str) -> Any:
    child = people.person_by_ref(ref)
    if child is None:
        raise Http404
    return child
