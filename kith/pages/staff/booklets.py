"""“My story so far”: a booklet for the child, chosen with care, checked, and printed large (users.md 4.3)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.calendar import age
from kith.pages.papers import paper_file
from kith.pages.staff.guarding import must_write, own
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.sharing import queries as sharing
from kith.story import acts, forms, queries
from kith.story.rules import booklet as rules
from kith.story.rules.booklet import Piece
from kith.web.asking import ask, posted

TITLES = {
    rules.ME: "This is me",
    rules.PEOPLE: "My people",
    rules.SAID: "What I said, and what you did",
    rules.GOOD: "Good things",
    rules.HAPPENED: "Things that happened",
}
_WORRIES_APART = "Worries are talked about together. Someone else at home may read this."


@child_page("making a booklet")
def booklet_make(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    child, today = opened.child, opened.actor.today
    reading = queries.read(child)
    pieces = queries.pieces_of(child, today, reading, opened.family, opened.situation)
    worries = {f"words-{w.pk}" for some in reading.said.values() for w in some if w.sort == "worry"}
    usual = [piece.key for piece in pieces if piece.key not in worries]
    years = age(child.born_on, today) if child.born_on else None
    band = rules.band_for(years)
    given = posted(request)
    inside = set(given.getlist("inside")) if given else set(usual)
    content = rules.content(
        child.called, queries.facts_about(child, today), band, [p for p in pieces if p.key in inside]
    )
    return ask(
        request,
        "pages/story/booklet_make.html",
        form=forms.MakeBooklet(
            given,
            pieces=[(piece.key, piece.label) for piece in pieces],
            initial={"band": band, "left_out_because": _WORRIES_APART if worries else ""},
        ),
        do=lambda **chosen: _make(opened, pieces, **chosen),
        then=lambda made: reverse("booklet", args=[child.ref, made.pk]),
        chapters=_chapters(pieces, inside),
        reading_age=rules.reading_age(content),
        too_hard=rules.too_hard(content),
        made=queries.booklets_of(child)[:5],
        **header(opened, "child-story"),
    )


def _make(opened: Opened, pieces: list[Piece], *, inside: list[str], **chosen: Any) -> Any:
    return acts.make_booklet(
        by=opened.actor,
        about=opened.child,
        first=opened.child.called.partition(" ")[0],
        facts=queries.facts_about(opened.child, opened.actor.today),
        pieces=[piece for piece in pieces if piece.key in inside],
        left_out=[piece for piece in pieces if piece.key not in inside],
        **chosen,
    )


def _chapters(pieces: list[Piece], inside: set[str]) -> list[dict[str, Any]]:
    return [
        {"title": title, "pieces": [(piece, piece.key in inside) for piece in pieces if piece.chapter == name]}
        for name, title in TITLES.items()
        if any(piece.chapter == name for piece in pieces)
    ]


@child_page("booklet")
def booklet(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The booklet itself, as it was given: to read together, to print, or as a file."""
    made = own(opened, queries.booklet(pk))
    papers = sharing.papers_of(made.release)
    return render(
        request,
        "pages/story/booklet.html",
        {"booklet": made, "content": made.frozen, "child": opened.child, "pages": papers["pdf"]["pages"]},
    )


@child_page("booklet, file")
def booklet_file(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    return paper_file(own(opened, queries.booklet(pk)).release, "pdf", "my-story-so-far")
