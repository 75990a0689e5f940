"""All about me, in a child's own hand: what they like, what they are good at, how to tell them things (S3-28)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.child import saying, telling
from kith.pages.child.forms import AboutMyself
from kith.pages.child.keeping import Me, child_only
from kith.people import acts, queries
from kith.web.asking import ask


@child_only
def about_me(request: HttpRequest, me: Me) -> HttpResponse:
    """What this child said of themselves stands there already, to be said otherwise."""
    card = queries.about_me(me.person)
    own = {part: next((one.text for one in lines if one.said_by == "child"), "") for part, lines in card.items()}

    def then(_made: Any) -> str:
        messages.success(request, me.page()["say"].card_kept)
        return reverse("corner")

    return ask(
        request,
        "pages/corner/about.html",
        form=AboutMyself(request.POST or None, me=me, initial=own),
        do=partial(_keep, me),
        then=then,
        **me.page(truth=telling.phrased(me, "card_truth", worker=saying.worker(me))),
    )


def _keep(me: Me, *, key: str = "", **told: str) -> Any:
    return acts.tell_about_me(by=me.actor, about=me.person, key=key, told=told)
