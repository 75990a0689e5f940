"""Words of a child's own corner, as the worker meets them: have them, see the drawing, mark what tells of harm."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages.child.corner import picture
from kith.pages.staff import quoting
from kith.pages.staff.forms import SayWhatItShows
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.record import Refused
from kith.voice import acts, queries
from kith.web.asking import SeeOther, ask, key_of


@child_page("own drawing")
def drawing(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    return picture(own(opened, queries.drawing(pk)))


@child_page("own words")
def receive_words(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Tell the child, in their corner, that we have what they said."""
    must_write(opened)
    words = own(opened, queries.words(pk))
    if request.method != "POST":
        raise Http404
    try:
        acts.receive_words(by=opened.actor, about=opened.child, key=key_of(request), words=words)
        messages.success(request, "It says so in their corner now.")
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return SeeOther(reverse("child-voice", args=[opened.child.ref]))


@child_page("telling of harm")
def mark_harm(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Words that tell of harm are not a wish: asked once more, then duty is told on the next page (design 7.3)."""
    must_write(opened)
    words = own(opened, queries.words(pk))
    if request.method == "POST" and words.sort != "harm":
        acts.mark_tells_of_harm(by=opened.actor, about=opened.child, words=words)
        messages.success(request, "Marked. Now tell duty.")
        return SeeOther(f"{reverse('worried')}?child={opened.child.ref}")
    page = {**header(opened, "child-voice"), "quote": quoting.quote(words, opened, pack_of(opened)), "words": words}
    return render(request, "pages/voice/mark_harm.html", page)


@child_page("own drawing")
def say_what_it_shows(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The twin in words of a drawing that came without any."""
    must_write(opened)
    found = own(opened, queries.drawing(pk))
    return ask(
        request,
        "pages/voice/shows.html",
        form=SayWhatItShows(request.POST or None),
        do=partial(acts.say_what_it_shows, by=opened.actor, about=opened.child, drawing=found),
        then=saying(request, "Kept with the drawing.", reverse("child-voice", args=[opened.child.ref])),
        drawing=found,
        **header(opened, "child-voice"),
    )
