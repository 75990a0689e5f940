"""Describing someone: names, numbers, languages, and who they are in their own words (S2-20)."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.staff.guarding import must_describe, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import acts, forms
from kith.web.asking import ask, posted


@child_page("describing", around=True)
def describe_person(request: HttpRequest, opened: Opened) -> HttpResponse:
    form = forms.DescribePerson(posted(request), person=opened.child, pack=pack_of(opened))
    return _ask(request, opened, form, acts.describe_person, "describe")


@child_page("a name", around=True)
def give_name(request: HttpRequest, opened: Opened) -> HttpResponse:
    return _ask(request, opened, forms.GiveName(posted(request), pack=pack_of(opened)), acts.give_name, "name")


@child_page("a number", around=True)
def give_identifier(request: HttpRequest, opened: Opened) -> HttpResponse:
    form = forms.GiveIdentifier(posted(request), pack=pack_of(opened))
    return _ask(request, opened, form, acts.give_identifier, "number")


@child_page("a language", around=True)
def add_language(request: HttpRequest, opened: Opened) -> HttpResponse:
    form = forms.SpeaksLanguage(posted(request), pack=pack_of(opened))
    return _ask(request, opened, form, acts.add_language, "language")


@child_page("how to reach them", around=True)
def give_contact_point(request: HttpRequest, opened: Opened) -> HttpResponse:
    return _ask(request, opened, forms.GiveContactPoint(posted(request)), acts.give_contact_point, "reach")


def _ask(request: HttpRequest, opened: Opened, form: Any, do: Any, template: str) -> HttpResponse:
    must_describe(opened)
    return ask(
        request,
        f"pages/family/{template}.html",
        form=form,
        do=partial(do, by=opened.actor, about=opened.child),
        then=saying(request, "Saved.", reverse("child-family", args=[opened.child.ref])),
        **header(opened, "child-family"),
    )
