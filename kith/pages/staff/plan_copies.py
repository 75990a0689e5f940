"""A plan for one named person: in plain words, or as a sheet for the fridge, after the check (design 7.8)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages import plan_words
from kith.pages.staff.guarding import must_write, pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plainness import advice, copy_form, items_of
from kith.pages.staff.plans import first_name, in_layer
from kith.pages.staff.printing import choices, recipients
from kith.plans import queries
from kith.record import Refused
from kith.sharing import acts
from kith.sharing.forms import ReleasePicture
from kith.voice import queries as voice
from kith.web.asking import ask, posted
from kith.words import possessive


@child_page("printing the plan")
def plan_print(request: HttpRequest, opened: Opened) -> HttpResponse:
    """`?as=fridge`: the sheet with its words; otherwise the words alone, which may be changed before they leave."""
    must_write(opened)
    plan = queries.open_plan(opened.child)
    if plan is None:
        raise Http404
    fridge = request.GET.get("as") == "fridge"
    top = header(opened, "child-plan")
    newest = queries.reviews_of(plan).exclude(finished_on=None).first()
    next_on = queries.next_review_by(plan, newest, pack_of(opened))
    held = queries.held(plan)
    shown = in_layer(opened, held, top, next_on, hung=fridge)
    text = plan_words.as_text(shown["parts"], f"{possessive(first_name(opened))} plan")
    family = recipients(opened)
    asked: dict[str, Any] = {"people": choices(family), "initial": {"text": text}, "items": items_of(opened)}
    form = ReleasePicture(posted(request), **asked) if fridge else copy_form(request, opened, **asked)
    made_as: dict[str, Any] = {"kind": "plan"}
    if fridge:  # it hangs where anybody in the kitchen reads it
        made_as = {"kind": "fridge", "picture": str(shown["sheet"]), "travels": True}
    return ask(
        request,
        "pages/plans/print.html",
        form=form,
        do=partial(_release, opened, family, held, **{"text": text, **made_as}),
        then=lambda path: path,
        fridge=fridge,
        **advice(request, opened),
        **shown,
        **top,
    )


def _release(
    opened: Opened,
    family: dict[str, Any],
    held: queries.Held,
    *,
    recipient: str,
    recipient_name: str,
    text: str,
    paper: str = "a4",
    **rest: Any,
) -> str:
    """The copy is made; gives the address where it can be read, on that paper."""
    person = family.get(recipient)
    if person is None:
        _must_be_for_others(held, text)
    made = acts.release_copy(
        by=opened.actor,
        about=opened.child,
        recipient=person,
        recipient_name=person.called if person else recipient_name,
        text=text,
        **rest,
    )
    return f"{reverse('released-copy', args=[opened.child.ref, made.pk])}?paper={paper}"


def _must_be_for_others(held: queries.Held, text: str) -> None:
    """Words the child said the family may hear are for the family: nobody else has them in a copy, unless the child is
    content with that too (design 7.8). Raises Refused, with what was typed kept.
    """
    for_family, for_others = (voice.may_be_told(held.outcomes, whom) for whom in ("family", "meeting"))
    for row, said in for_family.items():
        for words in said:
            if words not in for_others[row] and words.rstrip(".") in text:
                raise Refused(f"“{words}” was said for the family alone. Take it out, or ask first.", field="text")
