"""A partner's own steps: what they said they would do, in whichever child's plan, and nothing else of it."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access import Audience
from kith.directory import queries as directory
from kith.plans import acts, forms, queries, rules
from kith.web.asking import SeeOther, ask, key_of, posted
from kith.web.signed_out import sign_in_first


def my_steps(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return sign_in_first(request)
    if actor.audience != Audience.PARTNER:
        raise Http404
    labels = dict(_pack(actor).choices("step_state"))
    pack = _pack(actor)
    rows = [
        {
            "row": step,
            "state": labels.get(step.state, ""),
            "yes_by": None if step.accepted_on else rules.step_accepted_by(step.given_on, pack),
        }
        for step in queries.steps_of_mine(actor)
    ]
    return render(
        request,
        "pages/partner/my_steps.html",
        {"rows": rows, "today": actor.today, "notices": directory.notices_for(actor)[:20]},
    )


def my_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes to it, or say how it goes."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return sign_in_first(request)
    step = queries.step(pk) if actor.audience == Audience.PARTNER else None
    if step is None or step.taken_out_on or step.owner_id != actor.account_id:
        raise Http404
    if request.method == "POST" and "yes" in request.POST:
        acts.accept_step(by=actor, about=step.person, step=step, key=key_of(request))
        messages.success(request, "Thank you. The lead worker can see that you said yes.")
        return SeeOther(reverse("my-step", args=[pk]))
    form = forms.ReportStep(
        posted(request),
        pack=_pack(actor),
        initial={"state": step.state, "why": step.why},
    )

    def then(_made: object) -> str:
        messages.success(request, "Kept. The lead worker can see it.")
        return reverse("my-steps")

    do = partial(acts.report_step, by=actor, about=step.person, step=step)
    return ask(request, "pages/partner/my_step.html", form=form, do=do, then=then, step=step)


def _pack(actor: Any) -> packs.Pack:
    return packs.pack_for(settings.PACK, actor.today)
