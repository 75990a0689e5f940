"""A copy of the family tree for one named person: what leaves is what was seen, checked like every copy (design 7.8).

How people get on is never in a copy for the family, nor is where anybody lives (users.md 4.1).
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.calendar import in_full
from kith.pages import trees
from kith.pages.staff.guarding import must_write, pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plainness import items_of
from kith.pages.staff.printing import choices, recipients
from kith.people import forms, queries
from kith.record import Refused
from kith.sharing import acts
from kith.sharing.forms import ReleasePicture
from kith.sharing.rules import OWN_TREE
from kith.web.asking import ask, posted


@child_page("printing the family tree")
def tree_print(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    view = request.GET.get("view", "practice")
    view = view if view in dict(forms.VIEWS) else "practice"
    family = recipients(opened)
    form = ReleasePicture(posted(request), people=choices(family), items=items_of(opened))
    chosen = family.get(form.data.get("recipient", "")) if form.is_bound else None
    for_child = chosen == opened.child
    view = "own" if for_child and view == "practice" else view
    at_home = view != "own" and chosen is None
    rows = queries.family_rows(opened.child, homes=at_home)
    shown = trees.pictured(rows, opened.child, opened.actor.today, view, pack_of(opened))
    words = _for_the_child(opened, shown) if for_child else _words(opened, shown, view)

    def release(*, recipient: str, recipient_name: str, paper: str, **more: Any) -> Any:
        if chosen and view == "getting_on":
            raise Refused("How people get on is never in a copy for the family.", field="recipient")
        made = acts.release_copy(
            by=opened.actor,
            about=opened.child,
            recipient=chosen,
            recipient_name=chosen.called if chosen else recipient_name,
            kind=OWN_TREE if for_child else "tree",
            text=words,
            picture=shown.picture,
            travels=for_child,  # it is on a device that goes from home to home
            **more,
        )
        return f"{reverse('released-copy', args=[opened.child.ref, made.pk])}?paper={paper}"

    return ask(
        request,
        "pages/tree/print.html",
        form=form,
        do=release,
        then=lambda path: path,
        shown=shown,
        view=view,
        views=forms.VIEWS,
        lines=words.splitlines(),
        **header(opened, "child-family"),
    )


def _words(opened: Opened, shown: trees.Shown, view: str) -> str:
    """The list that goes with the picture: everything it shows, the day it is of, and whose work it is."""
    title = f"{shown.told.words.title}. Drawn for this copy by {opened.actor.name} on {in_full(opened.actor.today)}."
    people = [_person(row, view) for row in shown.told.people]
    notes = [f"{note.text} ({note.told_by})" for note in shown.notes]
    between = [one.text for one in shown.told.sentences]
    return "\n\n".join("\n".join(part) for part in ([title], people, between, notes) if part)


def _for_the_child(opened: Opened, shown: trees.Shown) -> str:
    """The list under a child's own picture, one person a line: who they are to the child, and nothing else of them."""
    title = f"My family, as {opened.actor.name.partition(' ')[0]} knows it on {in_full(opened.actor.today)}."
    people = [row for row in shown.told.people if row.person.id != opened.child.pk]
    return "\n".join([title, *(f"{row.person.called}: {row.relation or 'of my family'}" for row in people)])


def _person(row: Any, view: str) -> str:
    known = [row.relation, row.died or row.age, row.home]
    if row.responsible and view != "own":
        known.append(f"holds parental responsibility: {row.responsible}")
    return f"{row.person.called}: {', '.join(part for part in known if part)}".rstrip(": ")
