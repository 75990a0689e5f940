"""“I want to complain” and “Say thank you”: a parent's own words, and where they have come to (S4-25, S4-26, J10)."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith import packs
from kith.directory import queries as directory
from kith.feedback import acts, forms, queries
from kith.involvement import queries as involvement
from kith.pages.family.my_page import family_only
from kith.pages.my_complaints import told_back
from kith.people import queries as people
from kith.web.asking import SeeOther, ask, posted


@family_only
def my_complaint(request: HttpRequest) -> HttpResponse:
    """One box; below it, what they said before and how it stands. Five queries."""
    actor = request.actor  # type: ignore[attr-defined]
    children = [one for one in people.people_i_am_tied_to() if one.pk != actor.person_id]

    def then(made: Any) -> str:
        messages.success(request, f"We have it. Your number is {made.reference}.")
        return reverse("my-complaint")

    return ask(
        request,
        "pages/family/my_complaint.html",
        form=forms.Complain(posted(request)),
        do=partial(acts.complain, by=actor, about=None, children=children),
        then=then,
        actor=actor,
        rows=told_back(actor),
    )


@require_POST
@family_only
def withdraw_my_complaint(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    row = next((one for one in queries.my_complaints(actor) if one.pk == pk), None)
    if row is None or row.withdrawn_on:
        raise Http404
    acts.withdraw_complaint(by=actor, about=None, complaint=row)
    messages.success(request, "You took it back. We keep what you said.")
    return SeeOther(reverse("my-complaint"))


@family_only
def my_thanks(request: HttpRequest) -> HttpResponse:
    """For somebody who works with them, or for everybody. Four queries."""
    actor = request.actor  # type: ignore[attr-defined]
    mine = [one for one in people.people_i_am_tied_to() if one.pk != actor.person_id]
    leads = {one.account_id: one.name for one in involvement.leads_of(mine).values() if one.account_id}

    def then(_made: Any) -> str:
        messages.success(request, "Thank you. We pass it on.")
        return reverse("my-page")

    return ask(
        request,
        "pages/family/my_thanks.html",
        form=forms.SayThanks(
            posted(request), pack=packs.pack_for(settings.PACK, actor.today), staff=sorted(leads.items())
        ),
        do=partial(_thank, actor),
        then=then,
    )


def _thank(actor: Any, *, staff: int | None, **given: Any) -> Any:
    return acts.say_thanks(by=actor, about=None, staff=directory.staff_of_account(staff), **given)
