"""What a page of a record checks before it shows or asks anything: whose row this is, and who may write."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest

from kith import packs
from kith.pages.staff.opening import Opened
from kith.record.queries import draft_for
from kith.web.forms import from_draft


def must_write(opened: Opened) -> None:
    """For someone who may not write about this child, the page is not there."""
    if not opened.may_write:
        raise Http404


def must_describe(opened: Opened) -> None:
    """For someone who may not say who this person is or where they live, the page is not there."""
    if not opened.may_describe:
        raise Http404


def own(opened: Opened, row: Any) -> Any:
    """A row of this very child's. For any other, and for none, the page is not there (S-03)."""
    if row is None or row.person_id != opened.child.pk:
        raise Http404
    return row


def pack_of(opened: Opened) -> packs.Pack:
    return packs.pack_for(settings.PACK, opened.actor.today)


def at_hand(form: type[forms.Form], request: HttpRequest, kept: Any, **options: Any) -> forms.Form:
    """The form as it was sent; else as its draft was left; else new."""
    if request.method == "POST":
        return form(request.POST, **options)
    return from_draft(form, kept.fields, **options) if kept else form(**options)


def as_typed(request: HttpRequest, actor: Any, key: str, form: Any, **options: Any) -> dict[str, Any]:
    """What `ask` needs of a page whose words are kept as they are typed: the form, its draft, and what was kept."""
    kept = draft_for(actor, key)
    return {"form": at_hand(form, request, kept, **options), "draft": kept or key, "kept": kept}


def saying(request: HttpRequest, sentence: str, path: str) -> Callable[[Any], str]:
    """Where to go once an act is done, and what to say there."""

    def then(_made: Any) -> str:
        messages.success(request, sentence)
        return path

    return then


def whole_number(typed: str, otherwise: int = 1) -> int:
    """A number from an address, or `otherwise` when what stands there is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else otherwise
