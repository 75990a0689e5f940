"""How our work fits one family: what they have lived through, if they want to say, and what we do differently (S2-22).

For those who work with the child. For everybody else these pages are not there, and nothing else speaks of them.
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries
from kith.record.queries import draft_for

_ASKS = "How we fit our work to this family"
_WHO_READS = "Only those who work with this child read this. What was told stands in no copy, no story and no log."


@child_page("how we fit our work")
def child_fitting(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Two queries besides those of every page of a record."""
    if not queries.works_with(opened.ties):
        raise Http404
    pack = pack_of(opened)
    found = queries.fitting_of(opened.child, pack)
    given: dict[str, Any] = {"found": found, "now": found.now and _answer(found.now, pack), "who_reads": _WHO_READS}
    given["before"] = [_answer(one, pack) for one in found.before]
    return render(request, "pages/fitting/fitting.html", {**header(opened, "child-family"), **given})


@child_page("how we fit our work")
def say_fitting(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Whoever is told may write it down, and reads what they wrote; what others wrote they are not shown."""
    must_write(opened)
    key = f"say-fitting:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.NoteLivedThrough, request, kept, pack=pack_of(opened), initial={"on": opened.actor.today})
    do = partial(acts.note_lived_through, by=opened.actor, about=opened.child)
    return _asked(request, opened, form, do, title=_ASKS, draft=kept or key, kept=kept)


@child_page("how we fit our work")
def adapt_fitting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    told = own(opened, queries.lived_through(pk))
    key = f"adapt-fitting:{told.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.NoteAdaptation, request, kept, initial={"on": opened.actor.today})
    do = partial(acts.note_adaptation, by=opened.actor, about=opened.child, told=told)
    return _asked(request, opened, form, do, title="What do we do differently?", draft=kept or key, kept=kept)


def owed_in_plan(opened: Opened) -> Any:
    """The answer that asks us to work differently, with what we do so far; None for a reader who is none of those who
    work with the child, and where nothing was told. Two queries at most.
    """
    if not queries.works_with(opened.ties):
        return None
    found = queries.fitting_of(opened.child, pack_of(opened))
    return found if found.asks else None


def _asked(request: HttpRequest, opened: Opened, form: Any, do: Any, **given: Any) -> HttpResponse:
    page = "child-fitting" if queries.works_with(opened.ties) else "child-family"
    then = saying(request, "Kept.", reverse(page, args=[opened.child.ref]))
    return framed(request, opened, form, do, then=then, here="child-family", note=_WHO_READS, **given)


def _answer(one: Any, pack: Any) -> dict[str, Any]:
    whose = label(pack, "lived_whose", one.whose) if one.whose else ""
    return {"row": one, "said": label(pack, "lived_through", one.answer), "whose": whose}
