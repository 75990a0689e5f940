"""Telling one named person of a visit: a letter and a calendar entry, both through the release check (S3-29, 7.8).

And whom it is not safe to tell: they get none, and the page says why (design 7.4).
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import words
from kith.access.actor import HOME_TIME
from kith.calendar import in_full
from kith.directory import queries as directory
from kith.packs import Pack
from kith.pages.papers import paper_file
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts as people_acts
from kith.people import forms as people_forms
from kith.people import queries as people
from kith.people.acts.telling import LOOK_AGAIN
from kith.sharing import acts, queries
from kith.sharing.forms import GiveAppointment
from kith.visits import queries as visits
from kith.visits import rules
from kith.visits.forms import spoken_name
from kith.web.asking import ask, posted

_WHERE = {"home": "at your home", "school": "at school", "carers": "where you live", "office": "at our office"}
_OURS = ("us", "")  # a change that is ours to be sorry for


@child_page("telling of a visit")
def tell_of_visit(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    planned = own(opened, visits.planned(pk))
    held_back = people.not_safe_to_tell(_may_be_told(opened))
    open_to = [person for person in _may_be_told(opened) if person.pk not in held_back]
    return ask(
        request,
        "pages/visits/tell.html",
        form=GiveAppointment(
            posted(request),
            people=open_to,
            initial={"text": _letter(opened, planned)},
        ),
        do=partial(acts.give_appointment, by=opened.actor, about=opened.child, planned=planned),
        then=lambda made: reverse("appointment", args=[opened.child.ref, made.pk]),
        planned=planned,
        held_back=told_why(held_back.values(), pack_of(opened)),
        interpreters=[row for row in people.languages_of(open_to) if row.interpreter_needed],
        **header(opened, "child-contacts"),
    )


def _may_be_told(opened: Opened) -> list[Any]:
    """The child, unless too young for a letter, and their grown-ups: brothers and sisters have letters of their own."""
    siblings = {sibling for sibling, _ in opened.siblings}
    own = [] if rules.is_young(opened.child, opened.actor.today) else [opened.child]
    return list(dict.fromkeys([*own, *(one.person for one in opened.family if one.person not in siblings)]))


def told_why(held_back: Any, pack: Pack) -> list[dict[str, Any]]:
    """Whom it is not safe to tell, in words."""
    return [
        {
            "pk": one.pk,
            "called": one.person.called,
            "reason": label(pack, "not_safe_to_tell", one.reason),
            "because": one.because,
            "decided_by": one.decided_by,
            "review_on": one.review_on,
        }
        for one in held_back
    ]


def _letter(opened: Opened, planned: Any) -> str:
    """The usual letter, to be put in one's own words: when, where, how to change it, and what suits the child."""
    at = planned.planned_for.astimezone(HOME_TIME)
    where = _WHERE.get(planned.mode, "")
    parts = [f"I will see you on {at:%A} {in_full(at.date())} at {words.clock(at)}{', ' if where else ''}{where}."]
    if before := visits.moved_from(planned):
        was = before.planned_for.astimezone(HOME_TIME)
        sorry = " I am sorry for the change." if before.moved_by in _OURS else ""
        parts.append(f"This is instead of {was:%A} {in_full(was.date())}.{sorry}")
    parts += _pace(opened)
    parts.append("If that time does not suit you, ring me and we will find another.")
    return "\n\n".join([*parts, _signed(opened)])


def _pace(opened: Opened) -> list[str]:
    """What was said to suit the child is kept to, and the letter says so (S3-29)."""
    name = spoken_name(opened.child)
    lines = people.about_me(opened.child).get("pace", [])
    said = " ".join(f"“{line.text.strip()}”" for line in lines)
    return [f"We remember what suits {name}: {said}"] if said else []


def _signed(opened: Opened) -> str:
    phone = directory.phone_of(opened.actor)
    return "\n".join(part for part in (opened.actor.name, phone) if part)


@child_page("an appointment")
def appointment(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The letter as it was given, to print, and the way to its calendar entry."""
    made = own(opened, queries.appointment(pk))
    return render(
        request,
        "pages/visits/appointment.html",
        {"appointment": made, "release": made.release, "child": opened.child},
    )


@child_page("an appointment, file")
def appointment_file(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    return paper_file(own(opened, queries.appointment(pk)).release, "ics", "appointment")


@child_page("who must not be told")
def not_safe(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    held_back = people.not_safe_to_tell([opened.child, *opened.everyone_around])
    return ask(
        request,
        "pages/visits/not_safe.html",
        form=people_forms.NotSafe(
            posted(request),
            known=[p for p in [opened.child, *opened.everyone_around] if p.pk not in held_back],
            pack=pack_of(opened),
            decider=opened.actor.name,
            review=opened.actor.today + LOOK_AGAIN,
        ),
        do=partial(people_acts.say_not_safe_to_tell, by=opened.actor, about=opened.child),
        then=saying(request, "Kept: no letter and no calendar entry goes to them.", _contacts(opened)),
        held_back=told_why(held_back.values(), pack_of(opened)),
        **header(opened, "child-contacts"),
    )


@child_page("safe to tell again")
def safe_again(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    telling = people.telling(pk)
    if telling is None or telling.person not in [opened.child, *opened.everyone_around]:
        raise Http404
    return ask(
        request,
        "pages/visits/safe_again.html",
        form=people_forms.SafeAgain(posted(request)),
        do=partial(people_acts.say_safe_to_tell, by=opened.actor, about=opened.child, telling=telling),
        then=saying(request, "Kept: they may be told again.", _contacts(opened)),
        one=told_why([telling], pack_of(opened))[0],
        **header(opened, "child-contacts"),
    )


def _contacts(opened: Opened) -> str:
    return reverse("child-contacts", args=[opened.child.ref])
