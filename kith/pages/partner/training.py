"""A partner worker’s own training; and, for whoever answers for the agency, everybody’s there (S2-09)."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith import packs
from kith.access import Audience
from kith.directory import queries as directory
from kith.directory import rules
from kith.directory import training as trained
from kith.pages.training_words import in_words, taken_in_words
from kith.web.asking import SeeOther, ask, key_of, posted
from kith.web.signed_out import sign_in_first
from kith.workforce.forms import DeclareTraining


def partner_training(request: HttpRequest) -> HttpResponse:
    """Five queries."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return sign_in_first(request)
    me = directory.partner_of(actor) if actor.audience == Audience.PARTNER else None
    if me is None:
        raise Http404
    pack, others = packs.pack_for(settings.PACK, actor.today), trained.answered_for_by(actor)
    people = {one.account_id: one for one in (*others, me)}
    taken = trained.training_of(people)
    roles = {account: trained.roles_of_partner(one) for account, one in people.items()}
    rows = rules.matrix(people.values(), roles, taken, actor.today, pack)

    def then(_made: Any) -> str:
        messages.success(request, "Written down. Whoever answers for your agency verifies it.")
        return reverse("partner-training")

    return ask(
        request,
        "pages/training/partner.html",
        form=DeclareTraining(posted(request), pack=pack),
        do=partial(trained.declare_training, by=actor),
        then=then,
        actor=actor,
        needed=[in_words(one) for one in rows if one.who.account_id == actor.account_id],
        taken=taken_in_words(taken.get(actor.account_id, []), pack),
        colleagues=[in_words(one) for one in rows if one.who.account_id != actor.account_id],
        share=rules.share(rows) if others else None,
    )


@require_POST
def verify_partner_training(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = trained.training(pk) if actor.audience == Audience.PARTNER else None
    if found is None or found.account_id == actor.account_id or found.verified_on:
        raise Http404
    trained.verify_training(by=actor, taken=found, key=key_of(request))
    messages.success(request, "Verified.")
    return SeeOther(reverse("partner-training"))
