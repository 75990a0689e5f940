"""A few named places, so that the frame can be tested apart from the rooms."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from kith.web.pages import comfort


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nothing")


urlpatterns = [
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
