"""What a partner knows, thinks or makes of a child: given, and what became of it; their own agency's alone (S0-16)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.assessment import acts, forms, queries
from kith.calendar import in_full
from kith.packs import Pack
from kith.pages.partner.telling import partner_only
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.web.asking import ask, posted


@partner_only
def given(request: HttpRequest, ref: str) -> HttpResponse:
    """For a child this partner works with, and may write about; for any other the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    child = people.person_by_ref(ref)
    if child is None or not people.may_be_written([child], actor):
        raise Http404
    pack = pack_of(actor)

    def then(made: Any) -> str:
        by = in_full(pack.due("contribution-acknowledged", made.given_on)) if hasattr(made, "given_on") else ""
        messages.success(request, "We have it." + (f" You will read here by {by} what became of it." if by else ""))
        return reverse("given-by-us", args=[ref])

    return ask(
        request,
        "pages/partner/given.html",
        form=forms.GiveAsAgency(posted(request), pack=pack),
        do=partial(acts.give_as_agency, by=actor, about=child),
        then=then,
        child=child,
        today=actor.today,
        given=[_row(one, pack, actor) for one in queries.given_by_my_agency(child)],
    )


def _row(one: Any, pack: Pack, actor: Any) -> dict[str, Any]:
    due = pack.due("contribution-acknowledged", one.given_on)
    return {
        "row": one,
        "kind": label(pack, "contribution_kind", one.kind).partition(":")[0],
        "part": label(pack, "assessment_domain", one.domain) if one.domain else "",
        "use": label(pack, "contribution_use", one.use) if one.use else "",
        "due": due,
        "late": one.used_on is None and due < actor.today,
    }
