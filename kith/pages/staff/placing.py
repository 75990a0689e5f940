"""A looked-after child moves: the new home, what is noted of it, its end."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from kith.involvement import acts, forms, queries
from kith.pages.staff import relating
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.looked_after import asked_of, first_name, places, to_care
from kith.pages.staff.opening import Opened, child_page
from kith.web.asking import posted


@child_page("a new home of a looked-after child")
def begin_placement(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    known = places(opened)
    addresses = {address.pk: address for address, _, _ in known}
    form = forms.BeginPlacement(
        posted(request),
        pack=pack_of(opened),
        places=[relating.place(*place) for place in known],
        others=[one for one in opened.everyone_around if one != opened.child],
        has_home=queries.has_home(opened.child),
    )

    def do(*, place: int | None, **told: Any) -> Any:
        address = addresses.get(place) if place else None
        return acts.begin_placement(by=opened.actor, about=opened.child, address=address, **told)

    return asked_of(
        request,
        opened,
        form,
        do,
        title=f"{first_name(opened)} has a new home",
        then=saying(request, "Kept. The clock of the first visit there runs from that day.", to_care(opened)),
    )


@child_page("what is known of a home")
def note_placement(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    home = own(opened, queries.placement(pk))
    initial = {name: getattr(home, name) for name in forms.AboutHome.base_fields}
    form = forms.AboutHome(posted(request), pack=pack_of(opened), initial=initial)
    do = partial(acts.note_placement, by=opened.actor, about=opened.child, placement=home)
    return asked_of(request, opened, form, do, title="About this home", then=to_care(opened))


@child_page("a home that ended")
def end_placement(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    home = own(opened, queries.placement(pk))
    if home.ended_on:
        raise Http404
    form = forms.EndPlacement(posted(request), pack=pack_of(opened))
    do = partial(acts.end_placement, by=opened.actor, about=opened.child, placement=home)
    note = "If there is a new home already, record that instead: it ends this one."
    return asked_of(request, opened, form, do, title="This home ended", then=to_care(opened), note=note)
