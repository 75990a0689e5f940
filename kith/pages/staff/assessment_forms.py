"""How each part of an assessment is asked for: one form, a few words above it, and back to the assessment."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.assessment import queries
from kith.pages.staff.citing import with_quotes
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, saying
from kith.pages.staff.opening import Opened
from kith.record.queries import draft_for

HERE = "child-assessment"


def newest_of(opened: Opened) -> Any:
    """The version that is being written, or was signed last. Without one, or a right to write, there is no page."""
    must_write(opened)
    return own(opened, queries.newest(opened.child))


def back(opened: Opened) -> str:
    return reverse(HERE, args=[opened.child.ref])


def one_form(
    request: HttpRequest, opened: Opened, title: str, form: Any, do: Any, done: str, lead: str = "", **more: Any
) -> HttpResponse:
    then = saying(request, done, back(opened))
    below = (f"Back to what we understand of {opened.child.called}", back(opened))
    context: dict[str, Any] = more | {"title": title, "then": then, "about": lead, "back": below, "here": HERE}
    return framed(request, opened, form, do, **context)


def drafted(
    request: HttpRequest,
    opened: Opened,
    title: str,
    key: str,
    make: Any,
    do: Any,
    done: str,
    lead: str = "",
    quotes: Sequence[Any] | None = None,
) -> HttpResponse:
    """A page whose words are kept as they are typed. `quotes`: the child's words it rests on so far, where it may rest
    on any.
    """
    kept = draft_for(opened.actor, key)
    form = at_hand(make, request, kept)
    more = {"draft": kept or key, "draft_key": key, "kept": kept}
    if quotes is not None:
        form = with_quotes(form, opened, quotes)
    return one_form(request, opened, title, form, do, done, lead, **more)
