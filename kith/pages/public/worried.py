"""Worried now: one question, for anyone, about anyone; and the duty list it reaches."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.directory import queries as directory
from kith.involvement import acts, queries
from kith.pages.staff.forms import WorriedNow
from kith.pages.staff.opening import staff_only
from kith.people import queries as people
from kith.record import Refused
from kith.web.asking import SeeOther, blame, key_of


def worried(request: HttpRequest) -> HttpResponse:
    """No sign-in, no script, no name and no record needed (design 7.2). What was typed is never lost."""
    actor = request.actor  # type: ignore[attr-defined]
    form = WorriedNow(request.POST or None)
    about = people.person_by_ref(request.GET.get("child", "")) if actor.account_id else None
    if form.is_bound and form.is_valid():
        try:
            phone = acts.raise_concern(by=actor, key=key_of(request), person=about, **form.cleaned_data)
            return render(request, "pages/worried_sent.html", {"phone": phone})
        except Refused as refusal:
            blame(form, refusal)
    return render(request, "pages/worried.html", _asking(request, form, about), status=422 if form.errors else 200)


def _asking(request: HttpRequest, form: WorriedNow, about: Any) -> dict[str, Any]:
    key = key_of(request)
    return {"form": form, "key": key, "about": about, "duty": directory.on_duty(request.actor.now)[:1]}  # type: ignore[attr-defined]


def help_page(request: HttpRequest) -> HttpResponse:
    """Who to ask, for anyone."""
    return render(request, "pages/help.html", {"duty": directory.on_duty(request.actor.now)[:1]})  # type: ignore[attr-defined]


@staff_only
def duty(request: HttpRequest) -> HttpResponse:
    return _duty_list(request)


@staff_only
def take_concern(request: HttpRequest, pk: int) -> HttpResponse:
    """I have this. Someone else may have been quicker: the list then says who."""
    _must_be_duty(request.actor)  # type: ignore[attr-defined]
    concern = queries.concern(pk)
    if concern is None or request.method != "POST":
        raise Http404
    try:
        acts.take_concern(by=request.actor, concern=concern)  # type: ignore[attr-defined]
    except Refused as refusal:
        return _duty_list(request, notice=str(refusal), status=422)
    return SeeOther(reverse("duty"))


def _duty_list(request: HttpRequest, notice: str = "", status: int = 200) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    _must_be_duty(actor)
    lists = {
        "waiting": queries.concerns_waiting(),
        "taken": queries.recent_concerns(),
        "turns": directory.on_duty(actor.now),
    }
    return render(request, "pages/duty.html", {**lists, "actor": actor, "notice": notice}, status=status)


def _must_be_duty(actor: Any) -> None:
    if not actor.may(Right.BE_ON_DUTY):
        raise Http404
