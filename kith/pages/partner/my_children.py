"""A partner's own children: who leads the work with each. Nothing beyond their own involvement."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access import Audience
from kith.involvement import queries as involvement
from kith.people import queries as people
from kith.web.signed_out import sign_in_first


def my_children(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return sign_in_first(request)
    if actor.audience != Audience.PARTNER:
        raise Http404
    children = list(people.people_i_am_tied_to())
    leads, mine = involvement.leads_of(children), people.may_be_written(children, actor)
    rows = [{"child": c, "lead": leads.get(c.pk), "may_write": c in mine} for c in children]
    return render(request, "pages/partner/my_children.html", {"rows": rows})
