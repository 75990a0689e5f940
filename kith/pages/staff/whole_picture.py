"""Asking agencies what they know of a child, writing down what they say, and telling back whoever told us."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.directory import queries as directory
from kith.involvement import acts, forms, queries
from kith.pages.staff.front_door import deciding, pack_of
from kith.pages.staff.guarding import as_typed
from kith.pages.staff.opening import staff_only
from kith.web.asking import ask, posted


@staff_only
def ask_agency(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = deciding(request, reference), request.actor  # type: ignore[attr-defined]
    agencies = {str(agency.pk): agency for agency in directory.other_agencies()}

    def do(*, agencies: list[str], **given: Any) -> Any:
        return acts.ask_agencies(by=actor, contact=found, agencies=[by_pk[pk] for pk in agencies], **given)

    by_pk = agencies
    return ask(
        request,
        "pages/front/ask.html",
        form=forms.AskAgencies(posted(request), agencies=[(pk, one.name) for pk, one in agencies.items()]),
        do=do,
        then=reverse("contact", args=[reference]),
        contact=found,
        limit=str(pack_of(actor).timescale("agency-reply", actor.today).limit),
    )


@staff_only
def agency_answer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Written down here, as it was told on the telephone or in a letter."""
    found, actor = deciding(request, reference), request.actor  # type: ignore[attr-defined]
    one = queries.request_of(found, pk)
    if one is None:
        raise Http404
    return ask(
        request,
        "pages/front/answer.html",
        **as_typed(request, actor, f"agency-answer:{pk}", forms.AnswerRequest, pack=pack_of(actor), here=True),
        do=partial(acts.answer_request, by=actor, request=one),
        then=reverse("contact", args=[reference]),
        contact=found,
        one=one,
    )


@staff_only
def tell_back(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    found, actor = deciding(request, reference), request.actor  # type: ignore[attr-defined]
    reply = queries.reply_of(found, place)
    if reply is None or reply.told_on or reply.cannot_be_told:
        raise Http404
    return ask(
        request,
        "pages/front/tell_back.html",
        form=forms.TellBack(posted(request)),
        do=partial(acts.tell_back, by=actor, reply=reply),
        then=reverse("contact", args=[reference]),
        contact=found,
        reply=reply,
        teller=queries.tellers_of([found]).get(found.pk),
    )
