"""Drafts over HTTP: what a page's script sends as it is typed, and the page that shows two texts of one form.

`kith.js` posts the form every few seconds; with it come `draft_version`, `draft_title` and `draft_back` (where the form
is). It is answered in JSON: 200 saved, 401 signed out, 409 written elsewhere too, 415 or 422 not something to keep.
"""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.access import Actor, Audience
from kith.access.actor import HOME_TIME
from kith.record.drafts import Conflict, carry_on_with, discard_draft, keep_draft, texts
from kith.record.models import Draft
from kith.record.queries import draft_for
from kith.record.refusals import Refused
from kith.web.asking import SeeOther
from kith.web.doors import CORNER_DRAFT
from kith.web.pages import safe_path

# Sent with every form, and no part of what was written.
CARRIED = ("csrfmiddlewaretoken", "draft_version", "draft_title")
_NOT_SHOWN = ("key", "draft_back", "opened_at")  # kept with a text, and not its writer's words
LONGEST_KEY = 120


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """POST keeps what is in the form; GET goes on with it, or shows both texts when there are two."""
    if len(key) > LONGEST_KEY:
        raise Http404
    return _keep(request, key) if request.method == "POST" else _show(request, key)


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
            by=by, key=key, title=_title(request, key), fields=fields_of(request), version=version_of(request)
        )
    except Conflict:
        return JsonResponse({"conflict": reverse("draft", args=[key])}, status=409)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=422)
    return JsonResponse({"saved": f"{by.now.astimezone(HOME_TIME):%H:%M}", "version": kept.version})


def _show(request: HttpRequest, key: str) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    if by.account_id is None:
        return redirect_to_login(request.get_full_path())
    found = draft_for(by, key)
    if found is None:
        raise Http404
    if not found.other_fields and "draft_back" in found.fields:
        return SeeOther(_place(found.fields))
    return render(request, "drafts/draft.html", {"draft": found, "texts": side_by_side(found)})


def side_by_side(draft: Draft) -> list[dict[str, Any]]:
    """Each text with the answers in which they differ (all of them when there is one text), and how many are alike."""
    all_texts = texts(draft)
    names = list(dict.fromkeys(name for fields in all_texts.values() for name in fields if name not in _NOT_SHOWN))
    differing = [n for n in names if len({str(f.get(n, "")) for f in all_texts.values()}) > 1 or len(all_texts) == 1]
    return [
        {
            "page": page,
            "called": "Also written" if place else "Kept first",
            "answers": [(_question(name, names), _answer(fields.get(name, ""))) for name in differing],
            "alike": len(names) - len(differing),
        }
        for place, (page, fields) in enumerate(all_texts.items())
    ]


def _question(name: str, names: list[str]) -> str:
    """A field's name in words; for the second and further children on a page, with their number."""
    prefixes = list(dict.fromkeys(n.rpartition("-")[0] for n in names if "-" in n))
    prefix, _, own = name.rpartition("-")
    words = own.replace("_", " ").capitalize()
    return f"{words} ({prefixes.index(prefix) + 1})" if prefix and len(prefixes) > 1 else words


def _answer(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else value


def _signed_in(request: HttpRequest) -> Actor:
    by: Actor = request.actor  # type: ignore[attr-defined]
    if by.account_id is None:
        raise Http404
    return by


def fields_of(request: HttpRequest) -> dict[str, Any]:
    return {
        name: values[0] if len(values) == 1 else values
        for name, sent in request.POST.lists()
        if name not in CARRIED
        for values in [[value.replace("\0", "") for value in sent]]  # the database keeps no such letter
    }


def _title(request: HttpRequest, key: str) -> str:
    given = request.POST.get("draft_title", "").removeprefix("Error: ").removesuffix(" – Kith").strip()
    return given or key.partition(":")[0].replace("-", " ").capitalize()


def version_of(request: HttpRequest) -> int:
    try:
        return int(request.POST.get("draft_version", "0"))
    except ValueError:
        return 0


def _place(fields: dict[str, Any]) -> str:
    """Where the form is, as its page said: a path of ours, or the first page."""
    return safe_path(str(fields.get("draft_back", "/")))
