"""What you can expect from us: every promise in plain words, and how we are doing with this family (users.md 5.5)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.involvement import queries as involvement
from kith.pages.family.my_page import family_only
from kith.people import queries as people
from kith.standards import expecting


@family_only
def my_promises_from_us(request: HttpRequest, ref: str) -> HttpResponse:
    """For a child of the reader's."""
    actor, child = request.actor, people.person_by_ref(ref)  # type: ignore[attr-defined]
    if child is None or child.pk == actor.person_id:
        raise Http404
    promises, counted_at = expecting.expected(child, "family")
    return render(
        request,
        "pages/family/my_promises.html",
        {
            "child": child,
            "lead": involvement.who_leads(child),
            "standing": [one for one in promises if one.state],
            "headings": expecting.under_headings(promises),
            "counted_at": counted_at,
        },
    )
