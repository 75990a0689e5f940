"""Pages that belong to no room: how a reader likes to read."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from kith.web.asking import SeeOther
from kith.web.context import COMFORT_COOKIE, Comfort
from kith.web.forms import asked

YEAR = 365 * 24 * 60 * 60  # seconds


class ComfortForm(forms.Form):
    text = forms.ChoiceField(
        label="Size of the words",
        choices=[("100", "As it is"), ("125", "Bigger"), ("150", "Biggest")],
    )
    contrast = forms.ChoiceField(
        label="Colours",
        required=False,
        choices=[("", "Calm colours"), ("high", "High visibility: yellow on black")],
    )
    spacing = forms.ChoiceField(
        label="Space between letters and lines",
        required=False,
        choices=[("", "As it is"), ("wide", "Wider")],
    )
    motion = forms.ChoiceField(
        label="Movement",
        required=False,
        choices=[("", "Small movements are fine"), ("less", "Keep everything still")],
    )


for field in ComfortForm.base_fields.values():
    asked(field, legend_classes="govuk-fieldset__legend--m")


@require_http_methods(["GET", "POST"])
def comfort(request: HttpRequest) -> HttpResponse:
    """Text size, colours, spacing and movement: kept in a cookie for a year, then back to where they were."""
    back = safe_path(request.POST.get("back") or request.GET.get("back") or "")
    now = Comfort.read(request.COOKIES.get(COMFORT_COOKIE, ""))
    form = ComfortForm(request.POST or None, initial=vars(now))
    if form.is_bound and form.is_valid():
        response = SeeOther(back)
        response.set_cookie(
            COMFORT_COOKIE,
            Comfort(**form.cleaned_data).as_cookie(),
            max_age=YEAR,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
        return response
    return render(request, "comfort/comfort.html", {"form": form, "back": back}, status=422 if form.errors else 200)


def safe_path(given: str) -> str:
    """A path on this very site, or the first page: nobody is sent elsewhere by a link we did not write."""
    inside = given.startswith("/") and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if inside else "/"
