"""I don't feel safe: on every screen of the corner, for anyone, without a script, and never a dead end.

It reaches whoever is on duty at once; the child is told, truly, who has been told. When nobody is on duty the page says
so, gives numbers that answer, and Kith keeps trying by itself (`pass_on_concerns`). A page that was open when the
session ended still knows whose it was: each carries a signed word for it.
"""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from kith import packs, words
from kith.access import Actor, Audience
from kith.access.actor import HOME_TIME
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.involvement.acts import raise_concern
from kith.pages.child import saying
from kith.pages.child.forms import NotSafe
from kith.pages.child.keeping import Me, child_only, me_of
from kith.pages.child.phrases import phrases_for
from kith.voice import rules
from kith.web.asking import SeeOther, key_of

_SALT = "kith.corner.not-safe"
_GOOD_FOR = 12 * 60 * 60  # seconds: no session lasts longer


@csrf_exempt  # a browser that has forgotten everything must still get through: the worst a forger gets is duty told
def not_safe(request: HttpRequest) -> HttpResponse:
    """Two taps and no words needed. Without a session it works all the same."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is not None and actor.audience != Audience.CHILD:
        return redirect("worried")
    me = me_of(request) if actor.account_id else None
    band = me.corner.band if me else rules.band_for(None)
    form = NotSafe(request.POST or None, band=band)
    if form.is_bound and form.is_valid():
        return _raised(request, me, actor, form.cleaned_data, band)
    return render(request, "pages/corner/not_safe.html", {**_around(request, me, actor, band), "form": form})


def _around(request: HttpRequest, me: Me | None, actor: Actor, band: str) -> dict[str, Any]:
    return {
        "me": me,
        "say": phrases_for(band),
        "key": key_of(request),
        "whose": request.POST.get("whose") or (signing.dumps(me.person.ref, salt=_SALT) if me else ""),
        "duty": _on_duty(actor),
        **_numbers(actor),
    }


def _raised(request: HttpRequest, me: Me | None, actor: Actor, given: dict[str, Any], band: str) -> HttpResponse:
    key = f"{involvement.FROM_CORNER}{key_of(request)}"[:64]
    pressed = "“I don’t feel safe” was pressed in a child's own corner."
    what = f"{pressed} “{given['what'].strip()}”" if given["what"].strip() else pressed
    ref = _whose(request.POST.get("whose", ""))
    raise_concern(
        by=actor,
        key=key,
        what=what,
        where=given["where"],
        who="" if me else f"A child; the page was open as {ref}" if ref else "A child who did not say who they are",
        person=me.person if me else None,
    )
    if me:
        told = involvement.concern_of_mine(actor, key)
        return SeeOther(reverse("corner-told", args=[told.pk]))
    return render(request, "pages/corner/told.html", {**_around(request, None, actor, band), "concern": None})


def _whose(signed: str) -> str:
    """The reference a page carried from before its session ended; "" for anything that was not ours."""
    try:
        return str(signing.loads(signed, salt=_SALT, max_age=_GOOD_FOR)) if signed else ""
    except signing.BadSignature:
        return ""


@child_only
def told(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    """Who has been told, and whether they have it: true each time it is looked at."""
    concern = involvement.my_concern(me.actor, pk)
    if concern is None:
        raise Http404
    turns = {turn.account_id: turn.name for turn in directory.on_duty(me.actor.now)}
    page = {
        **_around(request, me, me.actor, me.corner.band),
        "concern": concern,
        "told": turns.get(concern.told_id, "The person on duty") if concern.told_id else "",
        "at": words.clock(concern.raised_at.astimezone(HOME_TIME)),
        "worker": saying.worker(me),
    }
    return render(request, "pages/corner/told.html", page)


def _on_duty(actor: Actor) -> Any:
    return next(iter(directory.on_duty(actor.now)), None)


def _numbers(actor: Actor) -> dict[str, Any]:
    """Numbers that answer day and night, from the pack; and the office's own."""
    codes = packs.pack_for(settings.PACK, actor.today).codes("help_numbers").codes
    return {
        "numbers": [{"label": code.label, "number": code.note} for code in codes],
        "office": directory.office() if actor.account_id else None,
    }
