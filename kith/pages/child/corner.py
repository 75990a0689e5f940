"""My page: who my people are, what I said and what was done, when someone comes; and how it looks."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from kith.access.actor import HOME_TIME
from kith.involvement import queries as involvement
from kith.pages.child import telling
from kith.pages.child.forms import ChooseLook, ChoosePerson
from kith.pages.child.keeping import Me, child_only, keep_corner
from kith.pages.child.sheets import sheet_called
from kith.pages.papers import say_of_copy
from kith.pages.pictures import as_picture
from kith.record.queries import drafts_of
from kith.sharing import queries as sharing
from kith.sharing.forms import SayClear
from kith.standards import expecting
from kith.visits import queries as visits
from kith.voice import acts, rules
from kith.voice import queries as voice
from kith.web.asking import SeeOther, ask, posted
from kith.web.doors import CORNER_DRAFT

MOST_SLEEPS = 14


@child_only
def corner(request: HttpRequest, me: Me) -> HttpResponse:
    return render(
        request,
        "pages/corner/home.html",
        me.page(
            lead=involvement.who_leads(me.person),
            cards=voice.cards_waiting(me.person)[:3],
            kept=_kept(me),
            plan=sharing.my_plan(me.actor),
            received=telling.received_lately(me),
            **_coming(me),
        ),
    )


def _kept(me: Me) -> list[dict[str, str]]:
    """What this child began to say and kept for themselves."""
    found = []
    for draft in drafts_of(me.actor):
        sheet = sheet_called(draft.key.removeprefix(CORNER_DRAFT))
        if sheet:
            found.append({"title": sheet.title_for(me.corner.band), "href": reverse("corner-sheet", args=[sheet.code])})
    return found


def _coming(me: Me) -> dict[str, Any]:
    visit = visits.next_visits([me.person], me.actor).get(me.person.pk)
    if visit is None:
        return {"visit": None}
    sleeps = (visit.planned_for.astimezone(HOME_TIME).date() - me.actor.today).days
    return {"visit": visit, "sleeps": sleeps, "moons": range(min(sleeps, MOST_SLEEPS))}


@child_only
def said(request: HttpRequest, me: Me) -> HttpResponse:
    """What I said, what you did: to read, hear and print. With a worker near, what was told to workers is there too."""
    rows = [telling.row(words, me) for words in voice.own_words(me.person, corner_only=me.alone)]
    promises = [] if me.alone else visits.promises_to(me.person)
    told = [] if me.alone else involvement.differences_of(me.person)
    difference = [(one, telling.what_we_did(me, one)) for one in told]
    return render(request, "pages/corner/said.html", me.page(rows=rows, promises=promises, difference=difference))


@child_only
def my_plan(request: HttpRequest, me: Me) -> HttpResponse:
    """My plan, in the words of the copy that was made for me."""
    release = sharing.my_plan(me.actor)
    sheet = mark_safe(sharing.picture(release)) if release else ""  # noqa: S308 - drawn and escaped by us before it left
    return ask(
        request,
        "pages/corner/plan.html",
        form=SayClear(posted(request) if release else None),
        do=partial(say_of_copy, me.actor, release),
        then=lambda made: _heard(request, me, made),
        **me.page(release=release, sheet=sheet, answers=sharing.answers_to(release) if release else None),
    )


def _heard(request: HttpRequest, me: Me, made: Any) -> str:
    say = me.page()["say"]
    messages.success(request, say.not_clear_kept if hasattr(made, "due_on") else say.clear_kept)
    return reverse("corner-plan")


@child_only
def good_things(request: HttpRequest, me: Me) -> HttpResponse:
    return render(request, "pages/corner/good.html", me.page(good=voice.own_words(me.person).filter(sort="good_thing")))


@child_only
def expect(request: HttpRequest, me: Me) -> HttpResponse:
    """What I can expect: what we promise every child, and how we are doing with this one."""
    promises, _ = expecting.expected(me.person, "child")
    standing = [one for one in promises if one.state]
    headings = expecting.under_headings(promises)
    return render(request, "pages/corner/expect.html", me.page(standing=standing, headings=headings))


@child_only
def my_people(request: HttpRequest, me: Me) -> HttpResponse:
    lead = involvement.who_leads(me.person)
    return ask(
        request,
        "pages/corner/people.html",
        form=ChoosePerson(request.POST or None),
        do=partial(acts.choose_person, by=me.actor, about=me.person),
        then=reverse("corner-people"),
        **me.page(
            rings=telling.rings(voice.chosen_people(me.person)),
            lead=lead,
            reach=involvement.how_to_reach([lead.account_id]).get(lead.account_id) if lead else None,
            visit=visits.next_visits([me.person], me.actor).get(me.person.pk),
        ),
    )


@child_only
def worker_photo(request: HttpRequest, me: Me) -> HttpResponse:
    """The face of whoever works with me, where they put it in."""
    lead = involvement.who_leads(me.person)
    return as_picture(involvement.photo_of_worker(lead.account_id) if lead else None)


@child_only
def my_tree(request: HttpRequest, me: Me) -> HttpResponse:
    """My family, drawn: the picture somebody chose to give this child, and everyone in it in a list. A child's own
    login reads no relationships and no homes; what is here left through the release check (design 7.8).
    """
    given = sharing.own_tree(me.person)
    title, *people = given.text.splitlines() if given else [""]
    picture = mark_safe(sharing.picture(given)) if given else ""  # noqa: S308 - drawn and escaped by us before it left
    rows = [line.partition(": ")[::2] for line in people]
    return render(request, "pages/corner/tree.html", me.page(title=title, picture=picture, rows=rows))


@require_POST
@child_only
def let_go(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    chosen = voice.chosen_person(pk)
    if chosen is None:
        raise Http404
    acts.let_go_of_person(by=me.actor, about=me.person, chosen=chosen)
    return SeeOther(reverse("corner-people"))


@child_only
def drawing(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    """A picture of one's own."""
    return picture(voice.drawing(pk))


def picture(drawing: Any) -> HttpResponse:
    if drawing is None:
        raise Http404
    return HttpResponse(bytes(drawing.png), content_type="image/png")


@child_only
def look(request: HttpRequest, me: Me) -> HttpResponse:
    """Colours, a helper, and how much there is to read: chosen by the child, whatever their age."""

    def chosen(made: Any) -> str:
        band = made.band or rules.band_for(None)
        keep_corner(request, replace(me.corner, colour=made.colour, helper=made.helper, band=band))
        messages.success(request, "It looks like you chose.")
        return reverse("corner")

    now = {"colour": me.corner.colour, "helper": me.corner.helper, "band": me.corner.band}
    return ask(
        request,
        "pages/corner/look.html",
        form=ChooseLook(request.POST or None, initial=now),
        do=partial(acts.choose_look, by=me.actor, about=me.person),
        then=chosen,
        **me.page(),
    )


@child_only
def quiet(request: HttpRequest, me: Me) -> HttpResponse:
    """Hide: a page with nothing on it that says whose it is."""
    return render(request, "pages/corner/quiet.html")
