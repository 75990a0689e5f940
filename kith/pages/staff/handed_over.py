"""What one lead worker leaves to the next, on one page, read before the first visit (S4-27, S4-28)."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import acts, queries, rules
from kith.pages.staff.agendas import agenda
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.opens_with import opens_with
from kith.sharing.queries import released_since
from kith.visits import queries as visits
from kith.web.asking import SeeOther, key_of

_LINES = (("danger", "What is dangerous"), ("bottom_line", "What must stay true"), ("strength", "What is strong"))


@child_page("what was handed over")
def handover_pack(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The child’s life and newest words first, then what keeps them safe, what was agreed, and what is owed."""
    top = header(opened, "child")
    lead = queries.who_leads(opened.child) if top["lead"] else None
    if lead is None:
        raise Http404
    mine = lead.account_id == opened.actor.account_id
    if request.method == "POST":
        if not mine or not lead.takes_over or lead.pack_read_on:
            raise Http404
        acts.read_handover(by=opened.actor, about=opened.child, lead=lead, key=key_of(request))
        return SeeOther(reverse("handover-pack", args=[opened.child.ref]))
    return render(
        request,
        "pages/handed_over.html",
        {
            "receipt": rules.handed_over(lead, visits.first_by_lead([lead]).get(opened.child.pk)),
            "before": queries.led_before(lead),
            "mine": mine,
            "terms": [one for one in queries.terms_of(opened.child) if not one.superseded_on],
            "letter": released_since(opened.child, "lead", lead.from_on),
            "first": opens_with(opened),
            "lines": [(title, opened.situation.get(kind, [])) for kind, title in _LINES if opened.situation.get(kind)],
            "agenda": agenda(opened, top["spell"].level if top["spell"] else ""),
            **top,
            "lead": lead,
        },
    )


def not_read(led: Iterable[Any]) -> list[rules.HandedOver]:
    """Of a team’s lead workers, who has not read what they took over, or read it after the first visit. One query."""
    over = [lead for lead in led if lead.takes_over]
    first = visits.first_by_lead(over)
    found = [rules.handed_over(lead, first.get(lead.person_id)) for lead in over]
    return [one for one in found if one and one.state in ("owed", "not_read")]
