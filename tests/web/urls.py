"""A few named places, so that the frame can be tested apart from the rooms."""

from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from kith.web import errors
from kith.web.pages import comfort


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nothing")


def gone(request: HttpRequest) -> HttpResponse:
    raise OperationalError("the connection is closed")


def session_gone(request: HttpRequest) -> HttpResponse:
    """As Django's sessions say it."""
    try:
        gone(request)
    except OperationalError:
        raise SessionInterrupted from None


urlpatterns = [
    path("gone/", gone),
    path("session_gone/", session_gone),
    path("", nothing, name="home"),
    path("today/", nothing, name="today"),
    path("team/", nothing, name="team"),
    path("duty/", nothing, name="duty"),
    path("families/", nothing, name="my-families"),
    path("search/", nothing, name="search"),
    path("worried/", nothing, name="worried"),
    path("help/", nothing, name="help"),
    path("sign-out/", nothing, name="sign-out"),
    path("comfort/", comfort, name="comfort"),
]

handler400, handler500 = errors.unclear, errors.broken
