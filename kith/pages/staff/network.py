"""The people and places of a child's life, and the family's own network before any service (S0-05, N12)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from kith.calendar import age
from kith.packs import Pack
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries, rules
from kith.people.rules import Helper
from kith.people.tree import ecomap
from kith.people.tree.ecomap import Spoke
from kith.people.tree.people import ADULT
from kith.web.asking import ask, posted


@child_page("people and places")
def child_map(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Six queries besides those of every page of a record."""
    form = forms.ShowMap(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    child, today, pack = opened.child, opened.actor.today, pack_of(opened)
    whose, day = chosen.get("whose") or "worker", min(chosen.get("on") or today, today)
    places = queries.places_on_map(child, whose, day)
    offers = list(queries.offers_to(child))
    services = list(queries.services_instead(child))
    askings = queries.askings(child)
    first = child.called.partition(" ")[0]
    top = header(opened, "child-family")
    spokes = [_spoke(place, pack) for place in places] + _led(top["lead"], whose)
    return render(
        request,
        "pages/tree/map.html",
        {
            **top,
            "form": form
            if form.errors
            else forms.ShowMap(initial={"whose": whose, "on": day if day != today else None}),
            "picture": mark_safe(ecomap.rings(first, spokes, _ring_names(pack))),  # noqa: S308 - escaped there
            "in_short": ecomap.in_short(spokes),
            "places": [_listed(one, row, pack) for one, row in zip(spokes, [*places, *[None] * 2], strict=False)],
            "empty": not places,
            "whose": whose,
            "ways": forms.VIEWS,
            "day": day,
            "then": day != today,
            "offers": [{"row": offer, "role": label(pack, "offer_role", offer.role)} for offer in offers],
            "services": services,
            "questions": _questions(opened, places, offers, services, askings),
            "asked": [one for one in askings if one.topic in ("help", "family_meeting")],
            "outcomes": dict(pack.choices("asking_outcome")),
        },
        status=200 if form.is_valid() else 422,
    )


def _ring_names(pack: Pack) -> dict[int, str]:
    return {int(code): words for code, words in pack.choices("map_ring")}


def _spoke(place: Any, pack: Pack) -> Spoke:
    words = label(pack, "map_kind", place.kind)
    return Spoke(place.pk, place.called, place.kind, words, place.ring, place.line, place.flow)


def _led(lead: Any, whose: str) -> list[Spoke]:
    """The lead worker stands on the worker's map by the record itself."""
    if whose == "child" or lead is None:
        return []
    return [Spoke(0, lead.name, "agency", "lead worker", 3)]


def _listed(spoke: Spoke, row: Any, pack: Pack) -> dict[str, Any]:
    """One line of the list: the same as the drawing, in words. The lead worker has no row of their own."""
    return {
        "called": spoke.called,
        "kind": spoke.kind_words,
        "ring": label(pack, "map_ring", str(spoke.ring)),
        "line": label(pack, "map_line", spoke.line),
        "flow": label(pack, "map_flow", spoke.flow),
        "row": row,
    }


def _questions(
    opened: Opened, places: list[Any], offers: list[Any], services: list[Any], askings: list[Any]
) -> list[Any]:
    standing = [offer for offer in offers if offer.until_on is None]
    at_home = {person.pk for person in queries.household_of(opened.child, opened.actor.today)}
    helpers = [
        Helper(place.called, place.ring, sum(_same(place, offer) for offer in standing))
        for place in places
        if place.flow in ("gives", "both") and _could_help(place, at_home, opened.actor.today)
    ]
    kinds: dict[str, int] = {}
    for place in places:
        kinds[place.kind] = kinds.get(place.kind, 0) + 1
    unexplained = [service.service for service in services if not service.because]
    return rules.network_questions(helpers, kinds, askings, unexplained)


def _could_help(place: Any, at_home: set[int], today: date) -> bool:
    """A grown-up of the family or a friend of it, who does not live with the child."""
    if place.other is None:
        return place.kind == "family"
    grown = place.other.born_on is None or (age(place.other.born_on, today) or 0) >= ADULT
    return grown and place.other_id not in at_home


def _same(place: Any, offer: Any) -> bool:
    one_person = place.other_id is not None and place.other_id == offer.other_id
    return one_person or place.called.lower() == offer.called.lower()


# -- writing


@child_page("putting on the map")
def put_on_map(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    people = [one for one in queries.family_rows(opened.child).people if one.id != opened.child.pk]
    first = {"whose": request.GET.get("whose", "worker"), "family_may_see": False}
    form = forms.PutOnMap(posted(request), people=people, pack=pack_of(opened), initial=first)
    do = partial(_with_person, acts.put_on_map, {one.ref: one.id for one in people})
    return _ask(request, opened, form, do, "put_on_map", then=_by_map(opened))


def _by_map(opened: Opened) -> Any:
    return lambda made: f"{_map(opened)}?whose={made.whose}"


@child_page("off the map")
def take_off_map(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    place = own(opened, queries.map_place(pk))
    do = partial(acts.take_off_map, place=place)
    return _ask(
        request, opened, forms.TakeOffMap(posted(request)), do, "take_off_map", then=_by_map(opened), place=place
    )


@child_page("an offer of help")
def record_offer(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    people = [one for one in queries.family_rows(opened.child).people if one.id != opened.child.pk]
    form = forms.RecordOffer(
        posted(request), people=people, pack=pack_of(opened), initial={"called": request.GET.get("who", "")}
    )
    do = partial(_with_person, acts.record_offer, {one.ref: one.id for one in people})
    return _ask(request, opened, form, do, "offer")


@child_page("a change in an offer")
def change_offer(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    offer = own(opened, queries.offer(pk))
    do = partial(acts.change_offer, offer=offer)
    return _ask(request, opened, forms.ChangeOffer(posted(request)), do, "change_offer", offer=offer)


@child_page("why a service")
def say_why_service(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.SayWhyService(posted(request), initial={"service": request.GET.get("service", "")})
    return _ask(request, opened, form, acts.say_why_service, "why_service")


def _with_person(do: Any, refs: dict[str, int], *, person: str = "", **told: Any) -> Any:
    return do(other=queries.open_person(refs[person]) if person else None, **told)


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, template: str, then: Any = "", **context: Any
) -> HttpResponse:
    path = _map(opened)

    def go(made: Any) -> str:
        return saying(request, "Saved.", then(made) if then else path)(made)

    return ask(
        request,
        f"pages/tree/{template}.html",
        form=form,
        do=partial(do, by=opened.actor, about=opened.child),
        then=go,
        **context,
        **header(opened, "child-family"),
    )


def _map(opened: Opened) -> str:
    return reverse("child-map", args=[opened.child.ref])
