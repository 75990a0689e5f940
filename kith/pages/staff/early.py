"""Early help without a social worker: begun with the family, planned in the room, others asked in (S2-15, J13)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.involvement import acts, forms, queries, rules
from kith.pages.staff.agreed_sharing import shared_with
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plans import first_name
from kith.pages.staff.quoting import label
from kith.plans import acts as plan_acts
from kith.plans import forms as plan_forms
from kith.plans import queries as plans
from kith.record.queries import draft_for
from kith.web.asking import ask, posted


@child_page("early help")
def early_help(request: HttpRequest, opened: Opened) -> HttpResponse:
    """How it began with the family, and who joins in."""
    begun = queries.early_help_of(opened.child)
    top = header(opened, "child-plan")
    return render(
        request,
        "pages/early/early_help.html",
        {**top, **(_shown(opened, begun) if begun else {}), **shared_with(opened)},
    )


@child_page("beginning early help", minimum=True)
def begin_early_help(request: HttpRequest, opened: Opened) -> HttpResponse:
    """For whoever may begin it, with a child nobody works with: two questions, asked with the family."""
    if not opened.actor.may(Right.LEAD_EARLY_HELP) or queries.open_spell(opened.child):
        raise Http404
    return ask(
        request,
        "pages/early/begin.html",
        form=forms.BeginEarlyHelp(posted(request)),
        do=partial(acts.begin_early_help, by=opened.actor, about=opened.child),
        then=saying(request, "It has begun, and you lead it. Now: who else should help?", _back(opened)),
        **header(opened, "child-plan"),
    )


def _shown(opened: Opened, begun: Any) -> dict[str, Any]:
    services, pack = sorted(begun.services.all(), key=lambda one: one.pk), pack_of(opened)
    return {
        "begun": begun,
        "plan": plans.open_plan(opened.child),
        "services": [(one, label(pack, "universal_service", one.service)) for one in services],
        "days": rules.days_to_joint_work(begun.needed_on, services),
    }


@child_page("asking a service to join in")
def answer_service(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    return _about_service(request, opened, pk, forms.AnswerService, acts.answer_service, joined=False)


@child_page("a service joined in")
def service_joined(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    return _about_service(request, opened, pk, forms.NoteJoined, acts.note_joined, joined=True)


def _about_service(request: HttpRequest, opened: Opened, pk: int, form: Any, act: Any, *, joined: bool) -> HttpResponse:
    must_write(opened)
    found = own(opened, queries.service_asked(pk))
    if found.joined_on or (found.answered and not joined):
        raise Http404
    return ask(
        request,
        "pages/early/service.html",
        form=form(posted(request)),
        do=partial(act, by=opened.actor, about=opened.child, service=found),
        then=saying(request, "Kept.", _back(opened)),
        service=label(pack_of(opened), "universal_service", found.service),
        joined=joined,
        **header(opened, "child-plan"),
    )


@child_page("a plan made in the room")
def family_plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    """One page for the whole of it; kept as it is typed."""
    must_write(opened)
    key = f"family-plan:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/early/family_plan.html",
        form=at_hand(plan_forms.MakeFamilyPlan, request, kept, pack=pack_of(opened), name=first_name(opened)),
        do=partial(plan_acts.make_family_plan, by=opened.actor, about=opened.child),
        then=saying(request, "Kept. Read it together, then agree it.", reverse("child-plan", args=[opened.child.ref])),
        draft=kept or key,
        kept=kept,
        **header(opened, "child-plan"),
    )


def _back(opened: Opened) -> str:
    return reverse("early-help", args=[opened.child.ref])
