"""The three freshness dials of a child's record, and saying that what is known is still right (N8)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith import words
from kith.pages.staff.guarding import must_write
from kith.pages.staff.opening import Opened, child_page
from kith.people.queries import FamilyRows
from kith.story import acts, queries
from kith.story.rules.freshness import ASSESSMENT, STORY, TREE, Dial
from kith.web.asking import SeeOther, key_of

_NAMES = {STORY: "Story", TREE: "Family tree", ASSESSMENT: "Assessment"}
_PAGES = {STORY: "child-story", TREE: "child-tree", ASSESSMENT: "child-assessment"}
_MOST = 3  # reasons named; the rest are counted


def strip(opened: Opened, spell: Any) -> list[dict[str, Any]]:
    """What `pages/freshness.html` shows: three dials, each in words, with what made it so."""
    dials = queries.freshness(opened.child, opened.actor.today, level=spell.level if spell else "")
    return [_shown(dial, opened) for dial in dials]


def of_tree(opened: Opened, family: FamilyRows) -> list[dict[str, Any]]:
    """The family tree's dial alone."""
    return [_shown(queries.tree_dial(opened.child, opened.actor.today, family), opened)]


def of_assessment(opened: Opened, spell: Any) -> dict[str, Any]:
    """The assessment's alone: is it still right?"""
    return strip(opened, spell)[2]


def _shown(dial: Dial, opened: Opened) -> dict[str, Any]:
    today = opened.actor.today
    return {
        "clock": dial.clock,
        "name": _NAMES[dial.clock],
        "href": reverse(_PAGES[dial.clock], args=[opened.child.ref]),
        "state": dial.state,
        "confirmed": words.short_day(dial.confirmed_on, today) if dial.confirmed_on else "",
        "because": dial.because[:_MOST],
        "more": max(0, len(dial.because) - _MOST),
        "confirm": _confirm(dial, opened) if opened.may_write and not dial.current else "",
        "asks": dial.clock == TREE,
    }


def _confirm(dial: Dial, opened: Opened) -> str:
    """Where "It is still right" goes: at once, but for the tree, which asks who of the family looked at it too."""
    ref = opened.child.ref
    if dial.clock == ASSESSMENT:
        return reverse("still-right", args=[ref, dial.clock])
    return reverse("confirm-tree" if dial.clock == TREE else "review-story", args=[ref])


@child_page("still right")
def still_right(request: HttpRequest, opened: Opened, clock: str) -> HttpResponse:
    must_write(opened)
    if request.method != "POST" or clock != ASSESSMENT:
        raise Http404
    acts.say_still_right(by=opened.actor, about=opened.child, clock=clock, key=key_of(request))
    return SeeOther(reverse(_PAGES[clock], args=[opened.child.ref]))
