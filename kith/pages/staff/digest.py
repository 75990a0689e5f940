"""When an e-mail about what is owed comes, and whether."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith import packs
from kith.access import Right
from kith.pages.staff.opening import staff_only
from kith.web.asking import ask, posted
from kith.workforce import acts, forms, queries, rules


@staff_only
def choose_digest(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    wish = queries.digest_wish(actor.account_id)
    form = forms.ChooseDigest(
        posted(request),
        hours=rules.digest_hours(packs.pack_for(settings.PACK, actor.today)),
        manages=actor.may(Right.SEE_TEAM),
        initial={"daily": wish.daily, "weekly": wish.weekly, "hour": wish.hour},
    )
    do = partial(acts.choose_digest, by=actor)
    return ask(request, "pages/digest.html", form=form, do=do, then=reverse("today"))
