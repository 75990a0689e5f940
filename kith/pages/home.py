"""The front door of the site: everyone to their own first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access import Audience

FIRST_PAGE = {Audience.STAFF: "today", Audience.PARTNER: "my-children", Audience.FAMILY: "my-page"}


def home(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return redirect("account_login")
    return redirect(FIRST_PAGE.get(actor.audience, "worried"))
