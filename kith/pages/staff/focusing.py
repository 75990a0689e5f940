"""Whose story do our records tell? And support for the adults in their own right, met elsewhere (S1-06, S2-13)."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries
from kith.people.rules import is_grown
from kith.story import queries as story
from kith.story.rules.focus import Focus
from kith.web.asking import ask, posted

KINDS = {"visit": "Visit", "words": "Words heard", "life": "Life today"}


@child_page("whose story our records tell")
def child_focus(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Four queries besides those of every page of a record."""
    found = story.focus_of(opened.child, opened.actor.today)
    return render(
        request,
        "pages/focus/focus.html",
        {
            **header(opened, "child-whole"),
            "focus": found,
            "share_title": f"About {opened.child.called.partition(' ')[0]}",
            "share_number": f"{found.percent}%",
            "share_note": f"of the last {len(found.records)}; at least {found.least}%",
            "prompt": prompt(found, opened.child.called),
            "records": [
                {
                    "on": record.on,
                    "kind": KINDS[record.kind],
                    "child": record.share.child,
                    "adults": record.share.adults,
                    "nobody": record.share.nobody,
                }
                for record in found.records
            ],
            "support": [_told(line, opened) for line in queries.support_around(opened.child)],
        },
    )


def prompt(found: Focus, called: str) -> str:
    """What to do about it, for the worker and for supervision; empty while the child is not lost behind the adults."""
    if not found.is_low:
        return ""
    return (
        f"Only {found.percent}% of the last records speaks of {called.partition(' ')[0]}; "
        f"at least {found.least}% should. "
        "Spend the next visit with the child, and write what they did, said and showed."
    )


def fading(led: Iterable[Any], today: date) -> list[dict[str, Any]]:
    """Of the children whose work is led, those our records lose behind the adults, the most lost first. Three
    queries."""
    leads = list(led)
    found = story.focus_of_each([lead.person_id for lead in leads], today)
    low = [{"lead": lead, "person": lead.person, "focus": found[lead.person_id]} for lead in leads]
    return sorted((one for one in low if one["focus"].is_low), key=lambda one: one["focus"].percent)


def _told(line: Any, opened: Opened) -> dict[str, Any]:
    """One line of an adult's own support, and what it still lacks."""
    pack = pack_of(opened)
    lacks = [
        words
        for words, held in (
            ("who is asked to help", line.asked_who),
            ("what happens next", line.next_step),
            ("how it affects the child", line.on_child),
            ("what it changes in how we work with them", line.on_offer),
        )
        if not held and not line.ended_on
    ]
    return {
        "row": line,
        "who": line.other.called,
        "need": label(pack, "adult_need", line.need),
        "state": label(pack, "adult_support", line.state),
        "lacks": lacks,
        "late": bool(line.next_on and line.next_on < opened.actor.today and not line.ended_on),
    }


@child_page("an adult’s own support")
def note_adult_support(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    today = opened.actor.today
    adults = [one for one in opened.everyone_around if one != opened.child and is_grown(one, today)]
    form = forms.NoteAdultSupport(posted(request), adults=adults, pack=pack_of(opened), initial={"state": "to_ask"})
    return _ask(request, opened, form, acts.note_adult_support, "note", adults=adults)


@child_page("an adult’s own support: a change")
def change_adult_support(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    line = own(opened, queries.adult_support(pk))
    held = {name: getattr(line, name) for name in forms.ChangeAdultSupport.base_fields}
    form = forms.ChangeAdultSupport(posted(request), pack=pack_of(opened), initial=held)
    return _ask(
        request, opened, form, partial(acts.change_adult_support, line=line), "change", told=_told(line, opened)
    )


def _ask(request: HttpRequest, opened: Opened, form: Any, do: Any, template: str, **context: Any) -> HttpResponse:
    return ask(
        request,
        f"pages/focus/{template}.html",
        form=form,
        do=partial(do, by=opened.actor, about=opened.child),
        then=saying(request, "Kept. It stands apart from the child’s own page.", _focus(opened)),
        **context,
        **header(opened, "child-whole"),
    )


def _focus(opened: Opened) -> str:
    return reverse("child-focus", args=[opened.child.ref])
