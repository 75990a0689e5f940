"""I am worried about a child: for anybody, without signing in, at most eight questions, and no name needed (S2-01)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith import packs
from kith.directory import queries as directory
from kith.involvement import acts
from kith.involvement.forms import TellUs
from kith.record import Refused
from kith.web.asking import blame, key_of, posted


def tell_us(request: HttpRequest) -> HttpResponse:
    """Kept, with a reference to say on the telephone. Nobody is told here what became of it (design 7.9)."""
    actor = request.actor  # type: ignore[attr-defined]
    pack, key = packs.pack_for(settings.PACK, actor.today), key_of(request)
    form = TellUs(posted(request), pack=pack)
    duty = directory.on_duty(actor.now)[:1]
    if form.is_bound and form.is_valid():
        try:
            reference = acts.tell_us(by=actor, key=key, **form.cleaned_data)
            return render(request, "pages/front/told_us.html", {"reference": reference, "duty": duty})
        except Refused as refusal:
            blame(form, refusal)
    shown = {"form": form, "key": key, "duty": duty, "terms": pack.terms}
    return render(request, "pages/front/tell_us.html", shown, status=422 if form.errors else 200)
