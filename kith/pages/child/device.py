"""Giving the device back: the worker's PIN, or their full sign-in. Doors: nobody is acting yet.

Nothing here leads to a worker's page without one of the two. A session that ended, a battery that died, a browser that
was closed: all come back to signing in.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access import Audience
from kith.directory import handing
from kith.directory.handing import Tried
from kith.pages.child.forms import GiveBack
from kith.record import Refused, attempts
from kith.web.asking import SeeOther
from kith.web.context import CORNER
from kith.web.middleware import LONGEST_SESSION
from kith.web.pages import safe_path

OUTSIDE = "https://www.bbc.co.uk/weather"


def changed_hands(path: str) -> HttpResponse:
    """The next page, with nothing of the one before left in the browser to go back to."""
    response = SeeOther(path)
    response["Clear-Site-Data"] = '"cache"'
    return response


def give_back(request: HttpRequest) -> HttpResponse:
    """The worker's PIN brings them back to where they were; the fifth wrong one asks for their full sign-in."""
    held = _held(request)
    if held is None:
        return redirect("home")
    form = GiveBack(request.POST or None)
    if form.is_bound and form.is_valid():
        now = request.actor.now  # type: ignore[attr-defined]
        tried = handing.try_pin(held, form.cleaned_data["pin"], now)
        if tried is Tried.RIGHT:
            return _back(request, held)
        attempts.note("give_back", request.actor, [held.person_id], Refused("A wrong PIN."))  # type: ignore[attr-defined]
        if tried is Tried.LOCKED:
            logout(request)
            return changed_hands(reverse("home"))
        form.add_error("pin", "That is not the PIN. After five wrong ones you sign in again.")
    page = {"form": form, "held": held}
    return render(request, "pages/corner/give_back.html", page, status=422 if form.errors else 200)


def _held(request: HttpRequest) -> Any:
    """The hand-over this session speaks of, while it lasts: whether or not a page of the corner was opened yet."""
    return handing.held(request.session.get(CORNER, {}).get("hand_over")) if request.user.is_authenticated else None


def _back(request: HttpRequest, held: Any) -> HttpResponse:
    """The worker's own session goes on, no longer than it would have: twelve hours from when they signed in."""
    now = request.actor.now  # type: ignore[attr-defined]
    handing.end(held, "pin", now)
    if now - held.signed_in_at > LONGEST_SESSION - timedelta(minutes=1):
        logout(request)
        return changed_hands(reverse("home"))
    back_to = request.session[CORNER].get("back_to", "")
    login(request, held.worker, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["began_at"] = held.signed_in_at.timestamp()
    return changed_hands(safe_path(back_to))


def away(request: HttpRequest) -> HttpResponse:
    """Stop here: the child's session is over, and only signing in leads anywhere. `?out` leaves the site altogether."""
    if not request.user.is_authenticated or request.user.audience != Audience.CHILD:
        return redirect("home")
    if held := _held(request):
        handing.end(held, "left", request.actor.now)  # type: ignore[attr-defined]
    logout(request)
    return changed_hands(OUTSIDE if "out" in request.GET else reverse("home"))
