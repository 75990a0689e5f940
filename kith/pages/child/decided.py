"""What grown-ups decided, as the child was told of it; and "I don’t agree" (S3-20, S1-03)."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.calendar import in_full
from kith.decisions import acts, queries
from kith.pages.child.forms import Disagree
from kith.pages.child.keeping import Me, child_only
from kith.pages.staff.quoting import label
from kith.web.asking import ask, posted


@child_only
def decided(request: HttpRequest, me: Me) -> HttpResponse:
    """What they were told, and what became of each "I don’t agree". Three queries."""
    pack = packs.pack_for(settings.PACK, me.actor.today)
    paused = queries.my_challenges_paused(me.person)
    mine = [_raised(me, one, pack, one.pk in paused) for one in queries.my_challenges(me.actor, me.person)]
    return render(request, "pages/corner/decided.html", me.page(told=queries.told_of(me.person), mine=mine))


def _raised(me: Me, one: Any, pack: packs.Pack, paused: bool) -> dict[str, Any]:
    if one.answered_on:
        outcome = label(pack, "challenge_outcome", one.outcome)
        said = f"{one.answered_by_name} said: {outcome}. {one.reply}"
    else:
        say = me.page()["say"]
        late = one.due_on < me.actor.today
        when = say.disagree_late if late else f"{say.disagree_waits} {in_full(one.due_on)}."
        said = f"{say.disagree_with} {when} {say.disagree_paused if paused else say.disagree_goes_on}"
    return {"concern": one.concern, "said": said, "when": in_full(one.raised_on)}


@child_only
def no(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    told = queries.my_told(me.person, pk)
    if told is None:
        raise Http404

    def then(_made: Any) -> str:
        messages.success(request, me.page()["say"].disagree_sent)
        return reverse("corner-decided")

    return ask(
        request,
        "pages/corner/disagree.html",
        form=Disagree(posted(request), me=me),
        do=partial(acts.disagree, by=me.actor, about=me.person, decision_id=told.decision_id),
        then=then,
        **me.page(told=told),
    )
