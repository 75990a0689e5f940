"""Drafts over HTTP: what a page's script sends as it is typed, and the page that shows two texts of one form.

`kith.js` posts the form every few seconds; with it come `draft_version`, `draft_title` and `draft_back` (where the form
is). It is answered in JSON: 200 saved, 401 signed out, 409 written elsewhere too, 415 or 422 not something to keep.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.access import Actor, Audience
from kith.access.actor import HOME_TIME
from kith.record.drafts import Conflict, carry_on_with, discard_draft, keep_draft
from kith.record.queries import draft_for
from kith.record.refusals import Refused
from kith.web.asking import SeeOther
from kith.web.doors import CORNER_DRAFT
from kith.web.pages import safe_path
from kith.web.sent import fields_of, title_of, version_of
from kith.web.signed_out import sign_in_first
from kith.web.texts import side_by_side

LONGEST_KEY = 120
FormsOf = Callable[[HttpRequest, str], Sequence[Form]]


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, key: str, forms_of: FormsOf) -> HttpResponse:
    """POST keeps what is in the form; GET goes on with it, or shows both texts when there are two, in the words of
    the forms that `forms_of` finds for the draft.
    """
    if len(key) > LONGEST_KEY:
        raise Http404
    return _keep(request, key) if request.method == "POST" else _show(request, key, forms_of)


@require_POST
def carry_on(request: HttpRequest, key: str) -> HttpResponse:
    """The writer has chosen one of the texts."""
    chosen = carry_on_with(by=_signed_in(request), key=key, page=request.POST.get("text", ""))
    if chosen is None:
        raise Http404
    return SeeOther(_place(chosen.fields))


@require_POST
def discard(request: HttpRequest, key: str) -> HttpResponse:
    discard_draft(by=_signed_in(request), key=key)
    return SeeOther("/")


def _keep(request: HttpRequest, key: str) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    # A child's words never become a worker's draft, nor the other way round, when the device changes hands.
    if by.account_id is None or key.startswith(CORNER_DRAFT) != (by.audience == Audience.CHILD):
        return JsonResponse({"signed_in": False}, status=401)
    if request.FILES:
        return JsonResponse({"refused": "A file is not kept in a draft."}, status=415)
    try:
        kept = keep_draft(
            by=by, key=key, title=title_of(request, key), fields=fields_of(request), version=version_of(request)
        )
    except Conflict:
        return JsonResponse({"conflict": reverse("draft", args=[key])}, status=409)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=422)
    return JsonResponse({"saved": f"{by.now.astimezone(HOME_TIME):%H:%M}", "version": kept.version})


def _show(request: HttpRequest, key: str, forms_of: FormsOf) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    if by.account_id is None:
        return sign_in_first(request)
    found = draft_for(by, key)
    if found is None:
        raise Http404
    if not found.other_fields and "draft_back" in found.fields:
        return SeeOther(_place(found.fields))
    texts = side_by_side(found, forms_of(request, key))
    return render(request, "drafts/draft.html", {"draft": found, "texts": texts})


def _signed_in(request: HttpRequest) -> Actor:
    by: Actor = request.actor  # type: ignore[attr-defined]
    if by.account_id is None:
        raise Http404
    return by


def _place(fields: dict[str, Any]) -> str:
    """Where the form is, as its page said: a path of ours, or the first page."""
    return safe_path(str(fields.get("draft_back", "/")))
