"""What I said I would do: a parent writes it, asks us to come, or says that it has to change (N17)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.family.my_page import family_only
from kith.people import queries as people
from kith.visits import acts, forms
from kith.visits import queries as visits
from kith.web.asking import ask, posted


@family_only
def my_word(request: HttpRequest, ref: str) -> HttpResponse:
    """For a child of the reader's; for any other the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    child = people.person_by_ref(ref)
    if child is None or child.pk == actor.person_id:
        raise Http404
    return ask(
        request,
        "pages/family/my_word.html",
        form=forms.SayAsFamily(posted(request)),
        do=partial(acts.say_as_family, by=actor, about=child),
        then=partial(_thanked, request, "It is kept, and whoever works with you has been told."),
        child=child,
        actor=actor,
    )


@family_only
def my_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Something I said has to change."""
    promise = visits.family_promise(pk)
    if promise is None or promise.outcome:
        raise Http404
    return ask(
        request,
        "pages/family/my_change.html",
        form=forms.ChangeAsFamily(posted(request)),
        do=partial(acts.change_as_family, by=request.actor, about=promise.person, promise=promise),  # type: ignore[attr-defined]
        then=partial(_thanked, request, "Thank you for telling us."),
        promise=promise,
    )


def _thanked(request: HttpRequest, words: str, _made: Any) -> str:
    messages.success(request, words)
    return reverse("my-page")
