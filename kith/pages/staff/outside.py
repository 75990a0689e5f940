"""Harm outside the home: a place and this young person's line to it; looks at what pulls and what protects."""

from functools import partial
from typing import Any

from django import forms as django_forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.directory import queries as directory
from kith.involvement import acts, forms, queries
from kith.pages.staff.around import ask_around
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.web.asking import SeeOther, posted

_SAID = (
    ("signs", "What is seen or told"),
    ("push", "What pushes them"),
    ("pull", "What pulls them"),
    ("strengths", "What protects them"),
    ("no_strength_because", "Nothing was found that protects them: how we looked"),
    ("child_words", "What they say"),
    ("not_asked_because", "They were not asked, because"),
    ("what_it_means", "What it means, and what happens next"),
)


@child_page("a place")
def worry_place(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The place, this child's own line, and how many others there are: by name only those the reader works with.

    Three queries besides those of every page of a record.
    """
    link, pack = own(opened, queries.place_link(pk)), pack_of(opened)
    others = queries.others_at(link, [one.pk for one in people.people_i_am_tied_to()])
    return render(
        request,
        "pages/around/place.html",
        {
            **header(opened, "child-around"),
            "link": link,
            "place": link.place,
            "kind": label(pack, "place_kind", link.place.kind),
            "mine": [one.person for one in others if one.mine],
            "more": sum(not one.mine for one in others),
        },
    )


@child_page("a place")
def link_place(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    linked = {one.place_id for one in queries.places_linked(opened.child) if not one.ended_on}
    places = [one for one in queries.known_places() if one.pk not in linked]
    form = forms.LinkPlace(posted(request), pack=pack_of(opened), places=places, initial={"on": opened.actor.today})
    do = partial(acts.link_place, by=opened.actor, about=opened.child)
    note = "This line is this young person’s alone. Others linked to the place have lines of their own."
    return ask_around(request, opened, form, do, title="A place outside the home", note=note)


@child_page("a place")
def note_place(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    link = own(opened, queries.place_link(pk))
    names = [name for name in forms.NotePlace.base_fields if name != "owner"]
    staff = sorted(directory.all_staff(), key=lambda one: one.name)
    owner = next((str(one.pk) for one in staff if one.account_id == link.place.owner_id), "")
    held = {**{name: getattr(link.place, name) for name in names}, "owner": owner}
    form = forms.NotePlace(posted(request), staff=staff, nobody="Nobody of us", initial=held)
    do = partial(acts.note_place, by=opened.actor, about=opened.child, link=link)
    note = "What you write here is of the place: name no young person."
    then = saying(request, "Saved.", reverse("worry-place", args=[opened.child.ref, link.pk]))
    return ask_around(request, opened, form, do, title=link.place.name, then=then, note=note)


@child_page("a place")
def unlink_place(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    link = own(opened, queries.place_link(pk))
    if request.method != "POST" or link.ended_on:
        raise Http404
    acts.unlink_place(by=opened.actor, about=opened.child, link=link)
    return SeeOther(reverse("child-around", args=[opened.child.ref]))


@child_page("a look outside the home")
def screening(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found, pack = own(opened, queries.screening(pk)), pack_of(opened)
    return render(
        request,
        "pages/around/screening.html",
        {
            **header(opened, "child-around"),
            "look": found,
            "dangers": [label(pack, "outside_danger", code) for code in found.dangers],
            "texts": [(title, getattr(found, name)) for name, title in _SAID if getattr(found, name)],
        },
    )


@child_page("a look outside the home")
def screen_outside(request: HttpRequest, opened: Opened, pk: int = 0) -> HttpResponse:
    """Begun, or added to until it is finished."""
    must_write(opened)
    found = _unfinished(opened, pk) if pk else None
    key = f"outside:{opened.child.ref}:{pk}"
    kept = draft_for(opened.actor, key)
    names = [name for name in forms.ScreenOutside.base_fields if name != "on"]
    held = {name: getattr(found, name) for name in names} | {"on": found.looked_on} if found else {}
    form = at_hand(forms.ScreenOutside, request, kept, pack=pack_of(opened), initial=held or {"on": opened.actor.today})
    do = partial(acts.screen_outside, by=opened.actor, about=opened.child, screening=found)

    def then(made: Any) -> str:
        return reverse("screening", args=[opened.child.ref, made.pk])

    title = "A look outside the home"
    return ask_around(request, opened, form, do, title=title, then=then, draft=kept or key, kept=kept)


@child_page("a look outside the home finished")
def finish_screening(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = _unfinished(opened, pk)
    do = partial(acts.finish_screening, by=opened.actor, about=opened.child, screening=found)
    then = saying(request, "Finished.", reverse("screening", args=[opened.child.ref, found.pk]))
    form = django_forms.Form(posted(request))
    note = "It holds dangers and strengths, their own words or why they were not asked, and what it means."
    return ask_around(request, opened, form, do, title="Finish this look", then=then, note=note, button="Finish it")


def _unfinished(opened: Opened, pk: int) -> Any:
    found = own(opened, queries.screening(pk))
    if found.finished_on:
        raise Http404
    return found
