"""Printing for someone: nothing leaves without a name, a check, and a thought for who else is at home (design 7.8).

The browser's own print of any staff page is watermarked "staff copy"; only the page of a released copy is not.
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from kith.calendar import in_full
from kith.pages.staff.consenting import consent_text
from kith.pages.staff.header import header
from kith.pages.staff.helps import helps_child_text, helps_text
from kith.pages.staff.ledger import ledger_text
from kith.pages.staff.letters import lead_text
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plainness import advice, copy_form
from kith.plans import queries as plans
from kith.sharing import acts, queries
from kith.sharing.forms import SOMEONE_ELSE
from kith.sharing.rules import LEDGER, ledger
from kith.web.asking import ask


@child_page("printing")
def child_print(request: HttpRequest, opened: Opened, kind: str) -> HttpResponse:
    make_text = TEXTS.get(kind)
    if make_text is None:
        raise Http404
    family = recipients(opened)
    theirs = {"recipient": opened.child.ref} if kind in (LEDGER, CARD, HELPS_CHILD) else {}
    return ask(
        request,
        "pages/print.html",
        form=copy_form(request, opened, people=choices(family), initial={"text": make_text(opened), **theirs}),
        do=partial(_release, opened, kind, family),
        then=lambda made: reverse("released-copy", args=[opened.child.ref, made.pk]),
        **advice(request, opened),
        kind=kind,
        released=queries.releases_about(opened.child)[:10],
        **header(opened, "child"),
    )


def _release(
    opened: Opened, kind: str, family: dict[str, Any], *, recipient: str, recipient_name: str, **rest: Any
) -> Any:
    person = family.get(recipient)
    return acts.release_copy(
        by=opened.actor,
        about=opened.child,
        recipient=person,
        recipient_name=person.called if person else recipient_name,
        kind=kind,
        **rest,
    )


@child_page("released copy")
def released_copy(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    release = queries.release(pk)
    if release is None or release.person_id != opened.child.pk:
        raise Http404
    return render(
        request,
        "pages/released_copy.html",
        {
            "release": release,
            "child": opened.child,
            "ledger": ledger(release.text) if release.kind == LEDGER else None,
            "picture": mark_safe(queries.picture(release)),  # noqa: S308 - drawn and escaped by us before it left
            "paper": "a3" if request.GET.get("paper") == "a3" else "a4",
        },
    )


def recipients(opened: Opened) -> dict[str, Any]:
    """People a copy may be for, by reference: the child and their own people."""
    return {person.ref: person for person in [opened.child, *(member.person for member in opened.family)]}


def choices(family: dict[str, Any]) -> list[tuple[str, str]]:
    return [(ref, person.called) for ref, person in family.items() if ref != SOMEONE_ELSE]


def _overview_text(opened: Opened) -> str:
    today = opened.actor.today
    lines = [f"About {opened.child.called}, {today:%-d %B %Y}", ""]
    for kind, title in (
        ("now", "Where things are"),
        ("worry", "What we are worried about"),
        ("strength", "What is going well"),
    ):
        standing = opened.situation.get(kind, [])
        lines += [title, *(f"- {line.text}" for line in standing), ""] if standing else []
    return "\n".join(lines).strip()


def _glad_text(opened: Opened) -> str:
    """A card for the child: what there is to be glad of, in whose words, and when (N37)."""
    name = opened.child.called.partition(" ")[0]
    said = [f"{one.what}\n{one.raised_by}, {in_full(one.celebrated_on)}" for one in plans.celebrations_of(opened.child)]
    return "\n\n".join([f"For {name}: something to be glad of", *said]) if said else ""


CARD, HELPS_CHILD = "card", "helps-child"
TEXTS = {
    "overview": _overview_text,
    LEDGER: ledger_text,
    CARD: _glad_text,
    "consent": consent_text,
    "lead": lead_text,
    "helps": helps_text,
    HELPS_CHILD: helps_child_text,
}
