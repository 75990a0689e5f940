"""The front door of the site: everyone to their own first page; and, in a demo, choosing whom to be."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from kith.access import Audience
from kith.directory import queries as directory
from kith.web.pages import safe_path

DEMO_PIN = "2580"  # of everyone in a demo who may hand a device over
FIRST_PAGE = {
    Audience.STAFF: "today",
    Audience.PARTNER: "my-children",
    Audience.FAMILY: "my-page",
    Audience.CHILD: "corner",
}


def home(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return redirect("demo-sign-in" if settings.DEMO else "account_login")
    return redirect(FIRST_PAGE.get(actor.audience, "worried"))


def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """A plain page of people to sign in as. It exists in demo mode alone."""
    if not settings.DEMO:
        raise Http404
    accounts = directory.accounts_to_be()
    if request.method == "POST":
        chosen = next((a for a in accounts if str(a.pk) == request.POST.get("account")), None)
        if chosen is None:
            raise Http404
        login(request, chosen, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect(safe_path(request.POST.get("next", "")))
    groups = [
        (title, [a for a in accounts if a.audience == audience])
        for title, audience in (
            ("People who work here", "staff"),
            ("Another agency", "partner"),
            ("The family", "family"),
            ("The children, on a device of their own", "child"),
        )
    ]
    page = {"groups": groups, "pin": DEMO_PIN, "next": request.GET.get("next", "")}
    return render(request, "pages/demo_sign_in.html", page)


def health(request: HttpRequest) -> HttpResponse:
    """Is the site up and its database answering? Says nothing else: 200, or 503 while the database is away."""
    answering = directory.answering()
    return JsonResponse({"ok": answering}, status=200 if answering else 503)
