"""An answer, on a card: you said, we said, because. And what the child thinks of it, which is heard (design 7.12)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import words as spoken
from kith.pages.child import saying, telling
from kith.pages.child.keeping import Me, child_only
from kith.record import Refused
from kith.voice import acts, rules
from kith.voice import queries as voice
from kith.web.asking import SeeOther, key_of


@child_only
def answer(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    """The card. Opening it tells nobody anything: the child does, with one of three faces."""
    found = voice.answer(pk)
    if found is None or found.person_id != me.person.pk:
        raise Http404
    if request.method == "POST":
        return _reacted(request, me, found)
    return render(request, "pages/corner/answer.html", _card(me, found))


def _card(me: Me, found: Any, wrong: str = "") -> dict[str, Any]:
    wish = found.wish or found.first_for
    return me.page(
        answer=found,
        words=wish.words,
        shown=wish.words.way in rules.SHOWN,
        outcome=me.pack.label("answer_outcome", found.outcome),
        pictures=[(code, me.pack.label("answer_picture", code)) for code in found.pictures],
        told=spoken.short_day(found.told_on, me.actor.today) if found.told_on else "",
        may_react=found.first_for_id is None and found.reaction in ("", "not_asked"),
        not_ok_hint=telling.phrased(me, "not_ok_hint", worker=saying.worker(me)) if not wish.reopened_on else "",
        tell=telling.phrased(me, "tell_worker", worker=saying.worker(me)),
        said_of_it=_said_of_it(me, found, wish),
        wrong=wrong,
    )


def _reacted(request: HttpRequest, me: Me, found: Any) -> HttpResponse:
    try:
        acts.react(
            by=me.actor,
            about=me.person,
            key=key_of(request),
            answer=found,
            reaction=request.POST.get("reaction", ""),
            words=request.POST.get("words", "")[:2_000],
            wants_helper=request.POST.get("helper") == "yes",
        )
    except Refused as refusal:
        return render(request, "pages/corner/answer.html", _card(me, found, str(refusal)), status=422)
    messages.success(request, telling.phrased(me, "thank_you", name=me.corner.called))
    return SeeOther(reverse("corner-answer", args=[found.pk]))


def _said_of_it(me: Me, found: Any, wish: Any) -> str:
    """After a "not OK": who looks again and by when; or, the second time, that it was heard and stays."""
    if found.first_for_id:
        by = spoken.short_day(wish.answer_by_on, me.actor.today)
        return telling.phrased(me, "asked_again", who=wish.owed_by_name, day=by)
    if found.reaction == "not_ok":
        return telling.phrased(me, "heard_still", worker=saying.worker(me))
    return ""
