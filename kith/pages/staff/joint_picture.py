"""What we make of it together: written child by child at the front door, and given to agencies to sign (N40)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts, forms, queries, rules
from kith.pages.staff.front_door import deciding
from kith.pages.staff.guarding import as_typed, saying
from kith.pages.staff.opening import staff_only
from kith.web.asking import ask, posted

_KEPT = "Kept. Whoever was asked to sign stands as “has not signed” until they do."


@staff_only
def write_picture(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """A first text, or one anew beside the one that stands and what was said of it."""
    found, child, texts, asked = _of_child(request, reference, place)
    actor = request.actor  # type: ignore[attr-defined]
    agencies = {str(one.agency_id): one.agency for one in asked}
    stands = texts[0] if texts else None
    given = {str(one.agency_id) for one in stands.views.all()} if stands else set(agencies)
    initial = {name: getattr(stands, name, "") for name in ("adds_up", "not_known", "means")}
    return ask(
        request,
        "pages/front/write_picture.html",
        **as_typed(
            request,
            actor,
            f"write-picture:{reference}:{place}",
            forms.WritePicture,
            agencies=[(pk, one.name) for pk, one in agencies.items()],
            initial={**initial, "agencies": sorted(given)},
        ),
        do=partial(_with_agencies, acts.write_picture, agencies, by=actor, about=_person(child), child=child),
        then=saying(request, _KEPT, _back(reference)),
        contact=found,
        told=child,
        stands=stands,
        standing=rules.stand(asked, texts),
        actor=actor,
    )


@staff_only
def give_picture(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """The text that stands, to agencies that have not had it."""
    found, child, texts, asked = _of_child(request, reference, place)
    actor = request.actor  # type: ignore[attr-defined]
    agencies = {str(one.agency.pk): one.agency for one in rules.stand(asked, texts) if not one.given}
    if not texts or not agencies:
        raise Http404
    choices = [(pk, one.name) for pk, one in agencies.items()]
    return ask(
        request,
        "pages/front/give_picture.html",
        form=forms.GivePicture(posted(request), agencies=choices),
        do=partial(_with_agencies, acts.give_picture, agencies, by=actor, about=_person(child), picture=texts[0]),
        then=saying(request, _KEPT, _back(reference)),
        contact=found,
        told=child,
        text=texts[0],
        actor=actor,
    )


def _of_child(request: HttpRequest, reference: str, place: int) -> tuple[Any, Any, list[Any], list[Any]]:
    """The contact, the child as described, every text about them, and one question for each agency that was asked."""
    found = deciding(request, reference)
    child = next((one for one in found.children.all() if one.place == place), None)
    if child is None:
        raise Http404
    return found, child, queries.pictures_of(found).get(child.pk, []), rules.agencies_asked(queries.requests_of(found))


def _with_agencies(act: Any, by_pk: dict[str, Any], *, agencies: Any = (), **given: Any) -> Any:
    return act(agencies=[by_pk[pk] for pk in agencies], **given)


def _person(child: Any) -> Any:
    line = queries.line_of(child)
    return line.person if line else None


def _back(reference: str) -> str:
    return f"{reverse('contact', args=[reference])}#together"
