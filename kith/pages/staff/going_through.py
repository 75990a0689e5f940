"""Whether a copy is clear to whoever has it, and going through it with them (S3-15, S3-21)."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.opening import Opened, child_page
from kith.sharing import acts, forms, queries
from kith.web.asking import posted


def _question(request: HttpRequest, opened: Opened, form: Any, do: Any, *, done: str, **context: Any) -> HttpResponse:
    back = reverse("child-copies", args=[opened.child.ref])
    context |= {"then": saying(request, done, back), "back": ("Copies that left this record", back), "here": "child"}
    return framed(request, opened, form, do, **context)


@child_page("a copy answered")
def copy_said(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What somebody who reads on paper told a worker of it."""
    must_write(opened)
    release = own(opened, queries.release(pk))
    form = forms.WriteWhatWasSaid(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.write_what_was_said, by=opened.actor, about=opened.child, release=release)
    title = f"Is it clear to {release.recipient_name}?"
    return _question(request, opened, form, do, title=title, done="Kept.")


@child_page("a copy to go through")
def offer_walk_through(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    release = own(opened, queries.release(pk))
    form = forms.OfferWalkThrough(posted(request))
    do = partial(acts.offer_walk_through, by=opened.actor, about=opened.child, release=release)
    title = f"Go through this paper with {release.recipient_name}"
    return _question(request, opened, form, do, title=title, done="Kept. It is on your list.")


@child_page("a copy gone through")
def walk_through(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    walk = own(opened, queries.walk(pk))
    form = forms.GoThrough(
        posted(request), pack=pack_of(opened), initial={"on": opened.actor.today, "with_whom": walk.with_whom}
    )
    do = partial(acts.walk_through, by=opened.actor, about=opened.child, walk=walk)
    title = f"Going through a paper with {walk.who}"
    return _question(request, opened, form, do, title=title, done="Kept.", about=walk.words)
