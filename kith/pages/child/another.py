"""I want another worker: asked by the child, without having to say why; a manager answers (S1-21)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith import words as spoken
from kith.involvement import acts, queries
from kith.pages.child import telling
from kith.pages.child.forms import AnotherWorker
from kith.pages.child.keeping import Me, child_only
from kith.web.asking import ask


@child_only
def another(request: HttpRequest, me: Me) -> HttpResponse:
    """What happens is said before it is sent: who reads it, who answers, by when."""

    def then(_made: Any) -> str:
        messages.success(request, me.page()["say"].another_sent)
        return reverse("corner-another")

    lead = queries.who_leads(me.person)
    return ask(
        request,
        "pages/corner/another.html",
        form=AnotherWorker(request.POST or None, me=me),
        do=partial(acts.ask_for_another_worker, by=me.actor, about=me.person),
        then=then,
        **me.page(
            asked=_asked(me),
            lead=lead,
            truth=telling.phrased(me, "another_truth", worker=lead.name.partition(" ")[0] if lead else "your worker"),
        ),
    )


def _asked(me: Me) -> dict[str, Any] | None:
    """The last time they asked, and how it stands: an answer is read here once somebody has told them."""
    last = queries.asked_of(me.person).first()
    if last is None:
        return None
    today = me.actor.today
    if last.told_on:
        said = f"{last.answered_by_name} said: {last.answer}"
    elif last.answered_on:
        said = f"{last.answered_by_name} has an answer. Someone will tell you soon."
    else:
        by = spoken.short_day(last.answer_by_on, today)
        late = last.answer_by_on < today
        said = f"Your answer is late. It was due by {by}." if late else f"You get an answer by {by}."
    return {
        "when": spoken.short_day(last.asked_on, today),
        "text": last.text,
        "said": said,
        "open": not last.answered_on,
    }
