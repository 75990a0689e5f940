"""Family: who belongs to a child, where home is and was, what is known of them, and what nobody has asked (S3-07)."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.packs import Pack
from kith.pages.staff import clocks, keeping, relating
from kith.pages.staff.guarding import must_describe, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.households import households
from kith.pages.staff.opening import Opened, child_page
from kith.people import acts, forms, queries, rules
from kith.web.asking import ask, posted

LOOK_AGAIN = timedelta(days=182)  # a protection is looked at again within half a year, unless said


@child_page("family", around=True)
def child_family(request: HttpRequest, opened: Opened) -> HttpResponse:
    return _family_page(request, opened)


@child_page("revealed address", around=True)
def reveal_address(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """A protected address, shown once to a reader who asked for it; the look says so (users.md 3.6)."""
    if request.method != "POST":
        raise Http404
    own(opened, queries.residence(pk))
    return _family_page(request, opened, show=pk)


def _family_page(request: HttpRequest, opened: Opened, show: int | None = None) -> HttpResponse:
    """Six queries besides those of every page of a record."""
    child, today, pack = opened.child, opened.actor.today, pack_of(opened)
    homes = queries.homes_of(child, today, show)
    members = queries.family_of(child, today, homes.household, opened.siblings)
    known, kept = queries.known_by(child), queries.protections_of(child)
    places = queries.places_of([one.person for one in members if not one.lives_with], today)
    top = header(opened, "child-family")
    return render(
        request,
        "pages/family/family.html",
        {
            **top,
            "freshness": clocks.strip(opened, top["spell"]),
            "households": households(members, homes, places, opened, pack),
            "homes": [relating.home(one, opened, pack, kept) for one in homes.now],
            "homes_before": [relating.home(one, opened, pack, kept) for one in homes.before],
            "shown": show,
            "may_fit": queries.works_with(opened.ties),
            **keeping.around(opened, [*(one.person for one in members), *homes.household]),
            **relating.described(child, known, pack, today),
            "questions": rules.questions(
                child,
                [one.person for one in members if one.is_parent],
                today=today,
                responsible=any(one.responsible for one in members),
                home=bool(homes.now),
                language=bool(known.languages),
                identity_by=_identity_by(top["spell"], pack),
            ),
        },
    )


def _identity_by(spell: Any, pack: Pack) -> date | None:
    if spell is None or spell.started_on is None:
        return None
    return pack.timescale("identity-asked").due(spell.started_on, pack.calendar)


@child_page("adding someone", around=True)
def add_relationship(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Someone already known, someone found, or someone new."""
    must_describe(opened)
    called = opened.child.called.partition(" ")[0]
    return ask(
        request,
        "pages/family/relationship.html",
        form=forms.AddRelationship(
            posted(request),
            known=queries.known_nearby(opened.child, opened.family, opened.homes.household),
            called=called,
            pack=pack_of(opened),
        ),
        do=partial(_add, opened),
        then=saying(request, "The family has been added to.", _family(opened)),
        **header(opened, "child-family"),
    )


def _add(opened: Opened, *, person: Any = None, **told: Any) -> Any:
    if person is None:
        return acts.add_new_relative(by=opened.actor, about=opened.child, **told)
    return acts.add_relationship(by=opened.actor, about=opened.child, other=person, **told)


@child_page("a move", around=True)
def move_home(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_describe(opened)
    child, today = opened.child, opened.actor.today
    household = opened.homes.household
    around = [child, *household, *opened.everyone_around]
    places = queries.places_of(around, today)
    addresses = {address.pk: address for address, _, _ in places}
    mine = queries.may_be_described(dict.fromkeys(around), opened.actor)
    form = forms.MoveHome(
        posted(request),
        people=mine,
        others=[one for one in household if one not in mine],
        places=[relating.place(*place) for place in places],
        pack=pack_of(opened),
        initial={"people": [child.ref], "on": today},
    )
    return ask(
        request,
        "pages/family/move.html",
        form=form,
        do=partial(_move, opened, addresses),
        then=saying(request, "The home is kept.", _family(opened)),
        **header(opened, "child-family"),
    )


def _move(opened: Opened, addresses: dict[int, Any], *, people: list[Any], place: int | None, **told: Any) -> Any:
    return acts.move_home(by=opened.actor, about=people, address=addresses.get(place) if place else None, **told)


@child_page("protecting an address", around=True)
def protect_address(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep one of the child's addresses from a named person."""
    must_describe(opened)
    child, today, pack = opened.child, opened.actor.today, pack_of(opened)
    homes = opened.homes
    form = forms.ProtectAddress(
        posted(request),
        known=opened.everyone_around,
        people=queries.may_be_described([child, *homes.household], opened.actor),
        places=[(one.residence_id, relating.stay(one, pack)) for one in (*homes.now, *homes.before)],
        review=today + LOOK_AGAIN,
    )
    return ask(
        request,
        "pages/family/protect.html",
        form=form,
        do=partial(_protect, opened),
        then=saying(request, "The address is kept from them from now on.", _family(opened)),
        **header(opened, "child-family"),
    )


def _protect(opened: Opened, *, people: list[Any], place: int, **told: Any) -> Any:
    address = own(opened, queries.residence(place)).address
    return acts.protect_address(by=opened.actor, about=people, address=address, **told)


def _family(opened: Opened) -> str:
    return reverse("child-family", args=[opened.child.ref])
