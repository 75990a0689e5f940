"""The one place a form is bound to an act: show it, do the act, move on."""

from collections.abc import Callable
from typing import Any, Protocol
from uuid import uuid4

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.record.refusals import Refused
from kith.web.signed_out import whose

LONGEST_KEY = 64


class SeeOther(HttpResponseRedirect):
    """Moved on after a POST: the next page is fetched with GET, so that reloading sends nothing twice."""

    status_code = 303


class Kept(Protocol):
    """A draft as the page that found it hands it over: ``kith.record.models.Draft`` is one."""

    key: str
    version: int


def posted(request: HttpRequest) -> Any:
    """What was sent, even when every question was left empty; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def key_of(request: HttpRequest) -> str:
    """What says that two submissions are one, as the page sent it; a new one where it did not, or sent none of ours."""
    sent = request.POST.get("key", "")
    return sent if 0 < len(sent) <= LONGEST_KEY and sent.isprintable() else str(uuid4())


def ask(
    request: HttpRequest,
    template: str,
    *,
    form: Form,
    do: Callable[..., Any],
    then: str | Callable[[Any], str],
    draft: Kept | str | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form; once it is answered well, do the act and move on.

    ``do`` is an act with all but the form's answers already given. ``then`` is the path to go to, or a
    function from what the act returned to that path. ``draft`` is the draft this form keeps (or its key):
    the act clears it, and ``draft_url`` tells the template where to keep it. Answers 303 when done, 422 with
    everything typed still there when not.
    """
    key = key_of(request)
    if form.is_bound and form.is_valid():
        extra = {"key": key} if "key" in request.POST else {}
        if draft:
            extra["draft"] = draft if isinstance(draft, str) else draft.key
        try:
            made = do(**form.cleaned_data, **extra)
        except Refused as refusal:
            blame(form, refusal)
        else:
            return SeeOther(then(made) if callable(then) else then)
    status = 422 if form.is_bound and form.errors else 200
    keeps = {"draft": draft, **_kept_at(request, draft)}
    return render(request, template, {"form": form, "key": key, **keeps, **context}, status=status)


def _kept_at(request: HttpRequest, draft: Kept | str | None) -> dict[str, str]:
    """Where this form's words are sent as they are typed, and whose they are; "" for a form that keeps no draft."""
    if not draft:
        return {"draft_url": "", "whose": ""}
    key = draft if isinstance(draft, str) else draft.key
    return {"draft_url": reverse("draft", args=[key]), "whose": whose(request.actor, key)}  # type: ignore[attr-defined]


def blame(form: Form, refusal: Refused) -> None:
    """Put a refusal where it belongs: beside the field it names, or at the top of the form; each part of it."""
    for field, words in refusal.each or [(refusal.field or "", str(refusal))]:
        form.add_error(field if field in form.fields else None, words)
