"""A partner adds what their own agency knows of a child's life; they see what they added, and nothing else of it."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith import packs
from kith.access import Audience
from kith.calendar import PartDate
from kith.people import queries as people
from kith.story import acts, forms, queries
from kith.web.asking import ask, posted


def tell(request: HttpRequest, ref: str) -> HttpResponse:
    """For a child this partner works with, and may write about; for any other the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return redirect("account_login")
    child = people.person_by_ref(ref) if actor.audience == Audience.PARTNER else None
    if child is None or not people.may_be_written([child], actor):
        raise Http404

    def then(_made: object) -> str:
        messages.success(request, "Added. The lead worker has been told.")
        return reverse("tell-as-agency", args=[ref])

    told = queries.told_by_me(actor, child)
    return ask(
        request,
        "pages/partner/my_story.html",
        form=forms.TellAsAgency(posted(request), pack=packs.pack_for(settings.PACK, actor.today)),
        do=partial(acts.tell_as_agency, by=actor, about=child),
        then=then,
        child=child,
        told=[{"what": row.what, "when": str(PartDate(row.happened_on, row.happened_precision))} for row in told],
    )
