"""The few pages of sign-in that are Kith's own, or say more than the library's."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.signing_in.keys import Unreadable
from kith.web.signing_in.rules import owes_second_step

Page = Callable[..., HttpResponse]


def answered(page: Page) -> Page:
    """The library's page, saying 422 rather than 200 when what was sent was not right."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = page(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and form is not None and form.errors:
            response.status_code = 422
        return response

    return shown


def readable(page: Page) -> Page:
    """The library's page of recovery codes, or a sentence where they cannot be read (`keys.Unreadable`)."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except Unreadable as unreadable:
            return render(request, "mfa/unreadable.html", {"why": unreadable.message}, status=503)

    return shown


def gone(request: HttpRequest) -> HttpResponse:
    """A page of the library's that it still links to and Kith does not have."""
    raise Http404


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Kith sends no e-mail: a new link comes from a person who knows you."""
    return render(request, "account/password_reset.html")


class WaysIn(IndexView):
    """How someone signs in; the first page of a newcomer, who owes a second step."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        user: Any = self.request.user
        has_step = {"totp", "webauthn"} & set(context["authenticators"])
        codes = _codes(context["authenticators"].get("recovery_codes"))
        return {**context, **codes, "owed": owes_second_step(user.audience) and not has_step}


def _codes(kept: Any) -> dict[str, Any]:
    """How many recovery codes are left of how many, or why that cannot be said."""
    try:
        return {"codes_left": len(kept.get_unused_codes()), "codes": len(kept.generate_codes())} if kept else {}
    except Unreadable as unreadable:
        return {"unreadable": unreadable.message}


class RemovePasskey(RemoveWebAuthnView):
    """The library asks whether an app may be taken away, and not whether a passkey may."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_go = get_adapter().can_delete_authenticator(self.object)
        return {**super().get_context_data(**kwargs), "may_go": may_go}

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            return self.render_to_response(self.get_context_data(), status=422)
        return super().form_valid(form)
