"""Work that goes to another area or comes from one: asked, its papers, accepted by somebody by name (E16)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import acts, forms, queries
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.sharing import queries as sharing
from kith.web.asking import posted

_ASKS: dict[str, tuple[str, Any, Any]] = {
    "accepted": ("Who accepted it?", forms.AcceptTransfer, acts.accept_transfer),
    "told": ("The goodbye, and who was told", forms.TellOfTransfer, acts.tell_of_transfer),
    "off": ("Call it off", forms.CallOff, acts.call_off_transfer),
}


@child_page("moves between areas")
def child_transfers(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every move with its papers, and what it lacks. Two queries."""
    pack = pack_of(opened)
    rows = [
        {
            "row": one,
            "papers": [(paper, label(pack, "transfer_paper", paper.paper)) for paper in one.papers.all()],
            "lacks": [
                words
                for words, day in (
                    ("the goodbye", one.goodbye_on),
                    ("telling the child", one.child_told_on),
                    ("telling the family", one.family_told_on),
                )
                if day is None
            ],
        }
        for one in queries.transfers_of(opened.child)
    ]
    return render(request, "pages/transfers/transfers.html", {**header(opened, "child-decisions"), "rows": rows})


@child_page("a move between areas")
def begin_transfer(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    do = partial(acts.begin_transfer, by=opened.actor, about=opened.child)
    form = forms.BeginTransfer(posted(request), initial={"on": opened.actor.today})
    return _ask(request, opened, form, do, "The work moves between areas")


@child_page("a paper of a move")
def note_paper(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    paper = own(opened, queries.transfer_paper(pk))
    copies = {str(one.pk): one for one in sharing.releases_about(opened.child)[:50]}
    initial = {"on": paper.on, "copy": str(paper.copy_id or ""), "not_because": paper.not_because}
    form = forms.NotePaper(posted(request), copies=copies, initial=initial)
    do = partial(acts.note_paper, by=opened.actor, about=opened.child, paper=paper)
    return _ask(request, opened, form, do, label(pack_of(opened), "transfer_paper", paper.paper))


@child_page("a move answered")
def answer_transfer(request: HttpRequest, opened: Opened, pk: int, what: str) -> HttpResponse:
    """`what`: accepted, told, off."""
    must_write(opened)
    found = own(opened, queries.transfer(pk))
    if what not in _ASKS or (what != "told" and not found.waits):
        raise Http404
    title, form, act = _ASKS[what]
    days = {name: getattr(found, name) for name in ("goodbye_on", "child_told_on", "family_told_on")}
    initial = days if what == "told" else {}
    do = partial(act, by=opened.actor, about=opened.child, transfer=found)
    return _ask(request, opened, form(posted(request), initial=initial), do, title)


def _ask(request: HttpRequest, opened: Opened, form: Any, do: Any, title: str) -> HttpResponse:
    back = reverse("child-transfers", args=[opened.child.ref])
    then = saying(request, "Kept.", back)
    context: dict[str, Any] = {
        "title": title,
        "then": then,
        "button": "Keep it",
        "back": ("Back", back),
        "here": "child-decisions",
    }
    return framed(request, opened, form, do, **context)
