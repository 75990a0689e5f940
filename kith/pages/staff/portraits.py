"""A child's photo at the top of their record: put in, shown to whoever may read it all, taken out of sight."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.pictures import as_picture
from kith.pages.staff.guarding import must_write, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, opened_for, staff_only
from kith.people import acts, forms, queries
from kith.web.asking import ask, posted


@staff_only
def portrait(request: HttpRequest, ref: str) -> HttpResponse:
    """The picture itself, for the reader of the page it stands on: that look is kept already."""
    opened = opened_for(request, ref)
    return as_picture(queries.portrait_of(opened.child) if opened.whole else None)


@child_page("a photo")
def keep_portrait(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return ask(
        request,
        "pages/family/portrait.html",
        form=forms.KeepPortrait(*sent),
        do=partial(acts.keep_portrait, by=opened.actor, about=opened.child),
        then=saying(request, "The photo is kept.", _record(opened)),
        shown=queries.portrait_of(opened.child),
        **header(opened, "child-family"),
    )


@child_page("a photo out of sight")
def end_portrait(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    shown = queries.portrait_of(opened.child)
    if shown is None:
        raise Http404
    return ask(
        request,
        "pages/family/portrait_off.html",
        form=forms.EndPortrait(posted(request)),
        do=partial(acts.end_portrait, by=opened.actor, about=opened.child, portrait=shown),
        then=saying(request, "The photo is shown to nobody from now on.", _record(opened)),
        shown=shown,
        **header(opened, "child-family"),
    )


def _record(opened: Opened) -> str:
    return reverse("child", args=[opened.child.ref])
