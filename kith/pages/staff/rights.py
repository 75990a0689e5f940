"""What limits a child, and the rights it is held against: a warning and something owed, never a barrier."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith import words as spoken
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries
from kith.web.asking import ask, posted


@child_page("rights")
def child_rights(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Four queries besides those of every page of a record."""
    met = {one.pk: one for one in queries.contact_of(opened.child)}
    rows = [_told(one, opened, met) for one in queries.restrictions_on(opened.child)]
    return render(
        request,
        "pages/rights/rights.html",
        {
            **header(opened, "child-family"),
            "restrictions": [one for one in rows if not one["row"].ended_on],
            "ended": [one for one in rows if one["row"].ended_on],
            "leaflets": list(queries.leaflets_given(opened.child)),
        },
    )


def _told(one: Any, opened: Opened, met: dict[int, Any]) -> dict[str, Any]:
    """One restriction in words. Whom an arrangement is about is named only when their record is open to the reader."""
    pack, today = pack_of(opened), opened.actor.today
    late = one.checked_on is None and one.due_on < today
    by = spoken.short_day(one.due_on, today)
    arranged = met.get(one.arrangement_id)
    what = one.what
    if arranged:
        what = f"{arranged.other.called}: {label(pack, 'contact_way', arranged.way).lower()}"
    return {
        "row": one,
        "kind": label(pack, "restriction_on_child", one.kind),
        "what": what,
        "articles": in_words(pack, one.articles),
        "state": "met" if one.checked_on else "owed_late" if late else "owed",
        "state_words": "looked at" if one.checked_on else f"{'was due' if late else 'due'} by {by}",
        "ends_here": not (one.arrangement_id or one.protection_id),
    }


def in_words(pack: packs.Pack, articles: Any) -> list[str]:
    """Article 16: privacy."""
    return [f"Article {code}: {_lower(label(pack, 'uncrc_article', code))}" for code in articles]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


@child_page("something that limits a child")
def record_restriction(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.RecordRestriction(posted(request), pack=pack_of(opened), initial={"on": opened.actor.today})
    do = partial(acts.record_restriction, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "record", then=lambda made: warned(request, opened, made, _rights(opened)))


@child_page("looking at a child’s rights")
def check_rights(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    one, pack = own(opened, queries.rights_check(pk)), pack_of(opened)
    held = {"articles": one.articles or pack.rights(one.kind), "weighed": one.weighed, "on": opened.actor.today}
    if one.checked_on:
        told = {"told": "yes" if one.told_on else "no", "told_on": one.told_on}
        held |= {**told, "not_told_because": one.not_told_because}
    met = {arranged.pk: arranged for arranged in queries.contact_of(opened.child)}
    do = partial(acts.check_rights, by=opened.actor, about=opened.child, restriction=one)
    form = forms.CheckRights(posted(request), pack=pack, initial=held)
    return _ask(request, opened, form, do, "check", told=_told(one, opened, met))


@child_page("something no longer limits a child")
def end_restriction(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    one = own(opened, queries.rights_check(pk))
    do = partial(acts.end_restriction, by=opened.actor, about=opened.child, restriction=one)
    form = forms.EndRestriction(posted(request), initial={"on": opened.actor.today})
    return _ask(request, opened, form, do, "end", told=_told(one, opened, {}))


@child_page("the rights leaflet")
def give_leaflet(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.GiveLeaflet(posted(request), initial={"on": opened.actor.today, "given_by": opened.actor.name})
    do = partial(acts.give_rights_leaflet, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "leaflet")


def warned(request: HttpRequest, opened: Opened, restriction: Any, path: str) -> str:
    """It is saved. What it owes the child is said at once, and waits on the page and on Today."""
    if restriction is not None:
        by = spoken.short_day(restriction.due_on, opened.actor.today)
        messages.warning(
            request,
            f"Saved. It limits {opened.child.called.partition(' ')[0]}: by {by}, write which of their rights it bears "
            "on, what was weighed, and that they were told.",
        )
    return path


def _ask(
    request: HttpRequest,
    opened: Opened,
    form: Any,
    do: Any,
    template: str,
    then: Callable[[Any], str] | None = None,
    **context: Any,
) -> HttpResponse:
    return ask(
        request,
        f"pages/rights/{template}.html",
        form=form,
        do=do,
        then=then or saying(request, "Saved.", _rights(opened)),
        **context,
        **header(opened, "child-family"),
    )


def _rights(opened: Opened) -> str:
    return reverse("child-rights", args=[opened.child.ref])
