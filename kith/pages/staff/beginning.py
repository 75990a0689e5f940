"""A record for a child nobody here had heard of: searched for first, and begun only when nobody alike is the child."""

import hashlib
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith import packs
from kith.access import Right
from kith.involvement import acts
from kith.involvement.forms import BeginEarlyHelpWith, FirstContact
from kith.pages.staff.guarding import at_hand
from kith.pages.staff.opening import remember_because, staff_only
from kith.people import queries as people
from kith.people.rules import name_words
from kith.record.queries import draft_for
from kith.web.asking import ask

BEGAN = "began this record"
DRAFT = "begin-record"


@staff_only
def begin_record(request: HttpRequest) -> HttpResponse:
    """For those who may record on any child; whoever leads early help begins it here too; the others ask duty."""
    actor = request.actor  # type: ignore[attr-defined]
    early = not actor.may(Right.RECORD_ON_ANY_CHILD)
    if early and not actor.may(Right.LEAD_EARLY_HELP):
        raise Http404
    key = f"{DRAFT}:{_about(request)}"
    kept = draft_for(actor, key)
    pack = packs.pack_for(settings.PACK, actor.today)
    form = at_hand(BeginEarlyHelpWith if early else FirstContact, request, kept, pack=pack, initial=_named(request))
    return ask(
        request,
        "pages/begin.html",
        form=form,
        do=partial(acts.begin_early_help_with if early else acts.take_first_contact, by=actor),
        then=partial(_to_early_help if early else _to_the_record, request),
        early=early,
        maybe=_maybe(form) if form.is_bound else None,
        draft=kept or key,
        kept=kept,
    )


def _about(request: HttpRequest) -> str:
    """Another search begins another draft: nobody finds one child's words in a form for another. No name is in it."""
    words = " ".join(name_words(request.GET.get("q", "")))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _named(request: HttpRequest) -> dict[str, str]:
    """The names that were searched for, the last of them the family's."""
    *given, family = [word for word in request.GET.get("q", "").split() if word.isalpha()] or [""]
    return {"given": " ".join(given) or family, "family": family if given else ""}


def _maybe(form: Any) -> Any:
    """Called by the page only when nothing was saved: who may be the child, each with their brothers and sisters."""

    def found() -> dict[str, Any]:
        siblings = people.siblings_of_each(form.alike.people)
        return {
            "people": [(one, siblings.get(one.pk, [])) for one in form.alike.people],
            "restricted": form.alike.restricted,
            "refs": " ".join(form.alike.refs),
            "too_many": form.alike.too_many,
        }

    return found


def _to_the_record(request: HttpRequest, child: Any) -> str:
    remember_because(request, child, BEGAN)
    messages.success(request, f"{child.called} has a record. Nobody leads the work yet: it is on the list to allocate.")
    return reverse("child", args=[child.ref])


def _to_early_help(request: HttpRequest, child: Any) -> str:
    messages.success(request, f"Early help for {child.called} has begun, and you lead it. Now: who else should help?")
    return reverse("early-help", args=[child.ref])
