"""What stands around a child: what is needed now, school and doctor, the family's own meeting, other work, places."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.involvement import acts, forms, queries, rules
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts as people_acts
from kith.people import forms as people_forms
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.standards.clocks import queries as clocks
from kith.web.asking import posted

LANES = {"now": "Now", "short": "The next weeks", "long": "Later"}


@child_page("around the child")
def child_around(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Eight queries besides those of every page of a record."""
    pack, today, top = pack_of(opened), opened.actor.today, header(opened, "child-around")
    since = top["spell"].started_on or top["spell"].known_from if top["spell"] else None
    needs = list(queries.needs_of(opened.child))
    meetings = list(queries.family_meetings_of(opened.child))
    touchpoints = list(queries.touchpoints_of(opened.child))
    return render(
        request,
        "pages/around/around.html",
        {
            **top,
            "lanes": [
                (title, [row(need, opened) for need in needs if need.is_open and need.lane == lane])
                for lane, title in LANES.items()
            ],
            "settled": [row(need, opened) for need in needs if not need.is_open],
            "services": [_service(one, opened) for one in people.services_of(opened.child, pack, today, since)],
            "meetings": meetings,
            "owed": _offer_owed(opened, touchpoints, meetings),
            "touchpoints": [(one, kind_of(pack, one.kind)) for one in touchpoints],
            "kinds": list(pack.touchpoints.values()),
            "places": [one for one in queries.places_linked(opened.child) if not one.ended_on],
            "looks": [
                (one, [label(pack, "outside_danger", code) for code in one.dangers])
                for one in queries.screenings_of(opened.child)[:6]
            ],
        },
    )


def row(need: Any, opened: Opened) -> dict[str, Any]:
    """A need in words: what, since when, who brings it, and whether the time for it is over."""
    pack = pack_of(opened)
    due = pack.due("urgent-need-action", need.told_at) if need.lane == "now" else None
    late = due is not None and need.is_open and opened.actor.now > due
    state = "met" if need.met_at else "closed" if need.over_at else "owed_late" if late else "owed" if due else "open"
    words = {"owed": "Owed", "owed_late": "Late", "met": "It is there"}.get(state, "")
    kind = label(pack, "need_kind", need.kind)
    return {"need": need, "kind": kind, "due": due, "state": state, "state_words": words}


def kind_of(pack: packs.Pack, kind: str) -> str:
    """What this kind of work is called; its code, where a pack of another day or place had it."""
    return pack.touchpoints[kind].title if kind in pack.touchpoints else kind


def _service(one: Any, opened: Opened) -> dict[str, Any]:
    known, late = one.known, bool(one.due_on and one.due_on < opened.actor.today)
    said = label(pack_of(opened), "service_standing", known.standing) if known else "Not known: nobody has asked yet"
    return {
        "one": one,
        "said": said,
        "state": ("owed_late" if late else "owed") if one.is_gap else "met",
        "state_words": ("Late" if late else "Owed") if one.is_gap else "Known",
        "missing_education": one.is_gap and one.service.key == "school" and known is not None,
    }


def _offer_owed(opened: Opened, touchpoints: Any, meetings: Any) -> Any:
    """The duty that still stands before an application to court, or None (S3-30)."""
    going = next((one for one in touchpoints if one.kind == "before_court" and not one.ended_on), None)
    if going is None:
        return None
    today = opened.actor.today
    began = rules.considered_on(going.began_on, going.steps.all())
    return rules.offer_owed(packs.in_turn(settings.PACK, today), began, meetings, today)


@child_page("something needed")
def say_need(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    siblings = {one.ref: one for one in people.may_be_written([one for one, _ in opened.siblings], opened.actor)}
    others = [(ref, one.called) for ref, one in siblings.items()]
    given = {"on": opened.actor.today, "lane": "now"}
    form = forms.SayNeed(posted(request), pack=pack_of(opened), others=others, initial=given)

    def do(*, also: Any = (), **told: Any) -> Any:
        return acts.say_need(by=opened.actor, about=[opened.child, *(siblings[ref] for ref in also)], **told)

    note = (
        "Food, warmth and a bed come before anything else. What is needed now stands on every page until it is there."
    )
    return ask_around(request, opened, form, do, title="What is needed?", note=note)


@child_page("who brings something")
def arrange_need(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    need = _open_need(opened, pk)
    held = {name: getattr(need, name) for name in ("brings", "brings_what", "brings_by")}
    form = forms.ArrangeNeed(posted(request), initial=held)
    do = partial(acts.arrange_need, by=opened.actor, about=opened.child, need=need)
    return ask_around(request, opened, form, do, title=f"Who brings it: {need.what}")


@child_page("something is there")
def meet_need(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    need = _open_need(opened, pk)
    form = forms.MeetNeed(posted(request), initial={"on": opened.actor.today, "how": need.brings_what})
    do = partial(acts.meet_need, by=opened.actor, about=opened.child, need=need)
    return ask_around(request, opened, form, do, title=f"It is there: {need.what}")


@child_page("something is not needed any more")
def drop_need(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    need = _open_need(opened, pk)
    do = partial(acts.drop_need, by=opened.actor, about=opened.child, need=need)
    return ask_around(request, opened, forms.DropNeed(posted(request)), do, title=f"Not needed any more: {need.what}")


@child_page("school, doctor, dentist")
def say_service(request: HttpRequest, opened: Opened, service: str) -> HttpResponse:
    must_write(opened)
    pack = pack_of(opened)
    found = next((one for one in pack.services if one.key == service), None)
    if found is None:
        raise Http404
    form = people_forms.SayService(posted(request), pack=pack, initial={"on": opened.actor.today})
    do = partial(people_acts.say_service, by=opened.actor, about=opened.child, service=service)
    return ask_around(request, opened, form, do, title=found.title)


@child_page("a family’s own meeting")
def offer_family_meeting(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.OfferFamilyMeeting(posted(request), initial={"on": opened.actor.today})

    def do(*, offered: str, offered_to: str, because: str, **told: Any) -> Any:
        told |= {"by": opened.actor, "about": opened.child}
        if offered == "yes":
            return acts.offer_family_meeting(**told, offered_to=offered_to)
        return acts.withhold_family_meeting(**told, because=because)

    return ask_around(request, opened, form, do, title="The family’s own meeting")


@child_page("what came of a family’s own meeting")
def note_family_meeting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    meeting = own(opened, queries.family_meeting(pk))
    if meeting.offered_on is None:
        raise Http404
    key = f"family-meeting:{meeting.pk}"
    kept = draft_for(opened.actor, key)
    held = {name: getattr(meeting, name) for name in forms.NoteFamilyMeeting.base_fields}
    form = at_hand(forms.NoteFamilyMeeting, request, kept, initial=held)
    do = partial(acts.note_family_meeting, by=opened.actor, about=opened.child, meeting=meeting)
    return ask_around(request, opened, form, do, title="What came of it", draft=kept or key, kept=kept)


def ask_around(
    request: HttpRequest, opened: Opened, form: Any, do: Any, *, then: Any = None, **context: Any
) -> HttpResponse:
    """One question about what stands around a child: back to it, unless said otherwise."""
    then = then or saying(request, "Saved.", reverse("child-around", args=[opened.child.ref]))
    return framed(request, opened, form, do, then=then, here="child-around", **context)


def clocks_about(opened: Opened, limits: Any, of: int) -> list[Any]:
    """The clocks of these limits that run, or ran, of one thing."""
    lines = clocks.clocks_of(opened.child, opened.actor)
    return [
        line
        for line in lines
        if line.runs.limit in limits and f"{line.id}-".startswith(f"clock-{line.runs.limit}-{of}-")
    ]


def _open_need(opened: Opened, pk: int) -> Any:
    must_write(opened)
    need = own(opened, queries.need(pk))
    if not need.is_open:
        raise Http404
    return need
