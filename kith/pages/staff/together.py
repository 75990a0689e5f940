"""Together mode: a worker hands their device to a child (J3). From then on the session is the child's, on the server.

Handing over is a door: the record is opened and the act written as the worker, in transactions of their own; between
them, as nobody, the account the child acts with is found and the session changes hands.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access import Actor, Audience, acting_as
from kith.directory import acts, handing
from kith.involvement import queries as involvement
from kith.pages.child.device import changed_hands
from kith.pages.staff.forms import ChoosePin, HandOver
from kith.pages.staff.guarding import must_write
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, opened_for
from kith.record import Refused
from kith.voice import queries as voice
from kith.web.asking import SeeOther, blame, key_of
from kith.web.context import CORNER
from kith.web.pages import safe_path

if TYPE_CHECKING:
    from kith.directory.models import Account


@child_page("handing over")
def hand_over(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What will happen, and the worker's PIN: whoever hands over knows that they can come back."""
    must_write(opened)
    return render(request, "pages/together/hand_over.html", {**_asking(request, opened, HandOver()), "key": ""})


def _asking(request: HttpRequest, opened: Opened, form: HandOver) -> dict[str, Any]:
    guided = voice.may_be_guided(opened.child)
    if guided or not _leads(opened):
        del form.fields["guided"]
    back_to = safe_path(request.POST.get("back_to") or request.GET.get("from") or "")
    return {
        **header(opened, "child-voice"),
        "form": form,
        "guided": guided,
        "back_to": back_to if back_to != "/" else reverse("child-voice", args=[opened.child.ref]),
    }


def _leads(opened: Opened) -> bool:
    lead = involvement.leads_of([opened.child]).get(opened.child.pk)
    return bool(lead and lead.account_id == opened.actor.account_id)


@require_POST
def hand_over_now(request: HttpRequest, ref: str) -> HttpResponse:
    """The PIN is right: the session, and with it every tab of this browser, is the child's."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.audience != Audience.STAFF:
        return redirect("home")
    form = HandOver(request.POST)
    if not form.is_valid() or not _knows_pin(request, form):
        return _asked_again(request, ref, actor, form)
    with transaction.atomic(), acting_as(actor):
        opened = opened_for(request, ref)
        must_write(opened)
        child = opened.child
        guided = voice.may_be_guided(child) or (_leads(opened) and form.cleaned_data["guided"])
    account = handing.childs_account(child.pk, child.ref, child.called)
    with transaction.atomic(), acting_as(actor):
        device, signed_in_at = form.cleaned_data["device"], _signed_in_at(request, actor)
        held = acts.hand_over(
            by=actor, about=child, account=account, device=device, signed_in_at=signed_in_at, guided=guided
        )
    back_to = safe_path(request.POST.get("back_to", ""))
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["began_at"] = signed_in_at.timestamp()
    request.session[CORNER] = {
        "hand_over": held.pk,
        "worker": actor.name,
        "device": device,
        "guided": guided,
        "back_to": back_to,
    }
    return changed_hands(reverse("corner"))


def _asked_again(request: HttpRequest, ref: str, actor: Actor, form: HandOver) -> HttpResponse:
    with transaction.atomic(), acting_as(actor):
        opened = opened_for(request, ref)
        must_write(opened)
        page = {**_asking(request, opened, form), "key": key_of(request)}
        return render(request, "pages/together/hand_over.html", page, status=422)


def _knows_pin(request: HttpRequest, form: HandOver) -> bool:
    if handing.pin_is(_account(request), form.cleaned_data["pin"]):
        return True
    unset = "You have no PIN yet. Choose one first: it takes a moment."
    form.add_error("pin", "That is not your PIN." if handing.has_pin(_account(request)) else unset)
    return False


def _account(request: HttpRequest) -> "Account":
    """Who is signed in: asked only once that is known to be a worker."""
    return cast("Account", request.user)


def _signed_in_at(request: HttpRequest, actor: Actor) -> datetime:
    began = request.session.get("began_at")
    return datetime.fromtimestamp(began, UTC) if began else actor.now


def my_pin(request: HttpRequest) -> HttpResponse:
    """Choose the PIN that brings me back after a child has had my device."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return redirect("account_login")
    if actor.audience != Audience.STAFF:
        raise Http404
    form = ChoosePin(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            handing.choose_pin(_account(request), form.cleaned_data["pin"], actor.now)
            messages.success(request, "Your PIN is set.")
            return SeeOther(safe_path(request.POST.get("back") or reverse("today")))
        except Refused as refusal:
            blame(form, refusal)
    page = {
        "form": form,
        "back": safe_path(request.GET.get("back", "/")),
        "has_pin": handing.has_pin(_account(request)),
    }
    return render(request, "pages/together/my_pin.html", page, status=422 if form.errors else 200)
