"""The register of copies that left: and those that hold words since taken off the record (design 7.8, 7.14)."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages.staff.guarding import must_write, own, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.sharing import acts, queries
from kith.sharing.forms import TellRecalled
from kith.web.asking import ask

KINDS = {
    "overview": "Overview",
    "voice": "What I said, what you did",
    "story": "Story",
    "contacts": "Contacts",
    "appointment": "Letter about a visit",
    "plan": "The plan",
    "fridge": "The plan, as a sheet",
    "helps": "Which help there is",
    "helps-child": "Which help there is, for the child",
}


@child_page("copies")
def child_copies(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Two queries besides those of every page of a record."""
    return render(
        request,
        "pages/copies/copies.html",
        {
            **header(opened, "child"),
            "released": [
                (one, KINDS.get(one.kind, one.kind))
                for one in queries.with_answers(queries.releases_about(opened.child))
            ],
            "recalled": [(one, KINDS.get(one.kind, one.kind)) for one in queries.recalled_about(opened.child)],
        },
    )


@child_page("a copy called back")
def tell_recalled(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    recalled = own(opened, queries.recalled(pk))
    form = TellRecalled(request.POST or None, initial={"on": opened.actor.today, "told_by": opened.actor.name})
    return ask(
        request,
        "pages/copies/tell.html",
        form=form,
        do=partial(acts.tell_recalled, by=opened.actor, about=opened.child, recalled=recalled),
        then=saying(request, "Kept: they have been told.", reverse("child-copies", args=[opened.child.ref])),
        recalled=recalled,
        kind=KINDS.get(recalled.kind, recalled.kind),
        **header(opened, "child"),
    )
