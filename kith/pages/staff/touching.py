"""Other work that touches a child and has days of its own: begun, added to, handed on, ended (E17, E27-E33).

Its pages have one neutral name for the looks that are kept: who was where does not tell of what.
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.directory import queries as directory
from kith.involvement import acts, forms, queries
from kith.packs import NotInPack, Touchpoint
from kith.pages.staff.around import ask_around, clocks_about
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.time_limits import shown
from kith.record.queries import draft_for
from kith.standards.clocks.around import AROUND_CLOCKS
from kith.web.asking import posted

NAME = "around the child"
_LIMITS = {runs.limit for runs in AROUND_CLOCKS} - {"urgent-need-action", "family-meeting-held", "screening-again"}


@child_page(NAME)
def touchpoint(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What happened, what is owed next and by when. Four queries besides those of every page of a record."""
    found = own(opened, queries.touchpoint(pk))
    shape, ref = _shape(opened, found.kind), opened.child.ref if opened.may_write else ""
    lines = clocks_about(opened, _LIMITS, found.pk)
    return render(
        request,
        "pages/around/touchpoint.html",
        {
            **header(opened, "child-around"),
            "touchpoint": found,
            "shape": shape,
            "steps": [(one, shape.step(one.step)) for one in found.steps.all()],
            "clocks": [shown(line, opened.actor, ref) for line in lines if line.is_open],
            "kept": [shown(line, opened.actor, ref) for line in lines if not line.is_open],
            "outcome": shape.outcome(found.outcome) if found.outcome else "",
        },
    )


@child_page(NAME)
def begin_touchpoint(request: HttpRequest, opened: Opened, kind: str) -> HttpResponse:
    must_write(opened)
    shape, key = _shape(opened, kind), f"touchpoint:{opened.child.ref}:{kind}"
    kept = draft_for(opened.actor, key)
    given = {"on": opened.actor.today}
    form = at_hand(forms.BeginTouchpoint, request, kept, shape=shape, staff=_colleagues(opened), initial=given)
    do = partial(acts.begin_touchpoint, by=opened.actor, about=opened.child, kind=kind)
    note = (
        "Only you, who owns it and who guards sealed records see that this is here. Whoever it is about never does."
        if shape.kept_close
        else ""
    )

    def then(made: Any) -> str:
        return _to(opened, made)

    return ask_around(request, opened, form, do, title=shape.title, then=then, note=note, draft=kept or key, kept=kept)


@child_page(NAME)
def note_touchpoint(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found = _open(opened, pk)
    shape, key = _shape(opened, found.kind), f"touchpoint:{found.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.NoteTouchpoint, request, kept, shape=shape, initial={"on": opened.actor.today})
    do = partial(acts.note_touchpoint, by=opened.actor, about=opened.child, touchpoint=found)
    then = saying(request, "Saved.", _to(opened, found))
    return ask_around(request, opened, form, do, title="What happened?", then=then, draft=kept or key, kept=kept)


@child_page(NAME)
def hand_touchpoint(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found = _open(opened, pk)
    staff = [one for one in _colleagues(opened) if one.account_id != found.about_account_id]
    form = forms.HandTouchpoint(posted(request), staff=staff, nobody="Choose")
    do = partial(acts.hand_touchpoint, by=opened.actor, about=opened.child, touchpoint=found)
    then = saying(request, "Handed on.", _to(opened, found))
    return ask_around(request, opened, form, do, title="Hand it to somebody", then=then, button="Hand it on")


@child_page(NAME)
def end_touchpoint(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found = _open(opened, pk)
    form = forms.EndTouchpoint(posted(request), shape=_shape(opened, found.kind), initial={"on": opened.actor.today})
    do = partial(acts.end_touchpoint, by=opened.actor, about=opened.child, touchpoint=found)
    then = saying(request, "It is over.", _to(opened, found))
    return ask_around(request, opened, form, do, title="How did it end?", then=then, button="End it")


def _shape(opened: Opened, kind: str) -> Touchpoint:
    try:
        return pack_of(opened).touchpoint(kind)
    except NotInPack:
        raise Http404 from None


def _colleagues(opened: Opened) -> list[Any]:
    """Everybody who works here but the reader, who owns it unless somebody is named."""
    staff = [one for one in directory.all_staff() if one.account_id != opened.actor.account_id]
    return sorted(staff, key=lambda one: one.name)


def _open(opened: Opened, pk: int) -> Any:
    must_write(opened)
    found = own(opened, queries.touchpoint(pk))
    if found.ended_on:
        raise Http404
    return found


def _to(opened: Opened, found: Any) -> str:
    return reverse("touchpoint", args=[opened.child.ref, found.pk])
