"""From a request to an actor, and from an actor to a transaction the database itself polices."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils import timezone
from psycopg.errors import InsufficientPrivilege

from kith.access import Actor, Audience, acting_as
from kith.directory import queries
from kith.record import NotYours, Refused, attempts
from kith.web import errors
from kith.web.doors import FOR_ANYONE, OF_A_WORKER, is_door, is_of_a_child
from kith.web.signing_in.rules import owes_second_step

Answer = Callable[[HttpRequest], HttpResponse]
LONGEST_SESSION = timedelta(hours=12)
SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
log = logging.getLogger("kith.alarm")


def headers(get_response: Answer) -> Answer:
    """Nothing about a child is kept by a browser, a proxy or a search engine."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return middleware


def attempts_written(get_response: Answer) -> Answer:
    """Write down refused and forbidden tries once the transaction they failed in is over."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with attempts.collected():
            return get_response(request)

    return middleware


def acting(get_response: Answer) -> Answer:
    """One request, one transaction, one database role. Doors (sign-in, comfort) run as the serving login itself.

    A session in a child's hands stays in the child's corner: every other address, there or not, leads back to it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        view_name = _view_name(request)
        if view_name == "health":
            return get_response(request)
        if back := _back_to_the_corner(request, view_name):
            return redirect(back)
        actor = request.actor = _actor(request)  # type: ignore[attr-defined]
        owed = request.second_step_owed = _second_step_is_owed(request, actor)  # type: ignore[attr-defined]
        if is_door(view_name) and not (owed and view_name in OF_A_WORKER):
            return get_response(request)
        if owed and view_name not in FOR_ANYONE:
            return redirect("mfa_index")
        if owed:
            actor = request.actor = _nobody(actor.now)  # type: ignore[attr-defined]
        return _answered_for(actor, request, get_response)

    middleware.process_exception = _answered_all_the_same  # type: ignore[attr-defined]
    return middleware


def _answered_for(actor: Actor, request: HttpRequest, get_response: Answer) -> HttpResponse:
    with transaction.atomic(), acting_as(actor):
        response = get_response(request)
        if response.status_code >= 500:
            transaction.set_rollback(True)
    return response


def _answered_all_the_same(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """A caught exception still undoes everything the request did."""
    if isinstance(exception, NotYours) or isinstance(exception.__cause__, InsufficientPrivilege):
        if not isinstance(exception, NotYours):
            log.error("A policy stopped a request that reached it.", extra={"view": _view_name(request)})
        transaction.set_rollback(True)
        return errors.missing(request, exception)
    if isinstance(exception, Refused):
        transaction.set_rollback(True)
        return errors.refused(request, exception)
    return None


def _view_name(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _back_to_the_corner(request: HttpRequest, view_name: str) -> str:
    """Where a session in a child's hands is led instead; empty when it may be here, or is not in a child's hands."""
    if not request.user.is_authenticated or request.user.audience != Audience.CHILD:
        return ""
    if is_of_a_child(view_name, _draft_key(request)):
        return ""
    return "corner-not-safe" if view_name == "worried" else "corner"


def _draft_key(request: HttpRequest) -> str:
    try:
        return str(resolve(request.path_info).kwargs.get("key", ""))
    except Resolver404:
        return ""


def _actor(request: HttpRequest) -> Actor:
    now = settings.FIXED_NOW or timezone.now()
    account = request.user
    if not account.is_authenticated or _session_is_over(request, now.timestamp()):
        return _nobody(now)
    return queries.actor_for(account, now)


def _nobody(now: datetime) -> Actor:
    return Actor(None, Audience.PUBLIC, now)


def _second_step_is_owed(request: HttpRequest, actor: Actor) -> bool:
    """Staff and partners of a live instance set up a passkey or one-time codes before anything else (S-31)."""
    if not owes_second_step(actor.audience):
        return False
    if not request.session.get("second_step"):
        request.session["second_step"] = is_mfa_enabled(request.user, SECOND_STEPS)
    return not request.session["second_step"]


def _session_is_over(request: HttpRequest, now: float) -> bool:
    began = request.session.setdefault("began_at", now)
    if now - began <= LONGEST_SESSION.total_seconds():
        return False
    logout(request)
    return True
