"""A sign-off given by mistake: taken back with its reason, and what was signed to be read for ever."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.assessment import acts as assessment_acts
from kith.assessment import queries as assessments
from kith.decisions import acts, forms, queries
from kith.pages.staff.deciding import decision_of
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.plans import acts as plan_acts
from kith.plans import queries as plans
from kith.web.asking import posted

_STAYS = "It is kept, with your reason and what it stood under. Its clocks stay where they are. "
_TAKEN_BACK = "Taken back. It is open again."
_HERE = {"decision": "child-decisions", "assessment": "child-assessment", "plan": "child-plan"}


@child_page("a decision: a signature taken back")
def take_back_agreement(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found = own(opened, queries.decision(pk))
    if not opened.actor.may(Right.AGREE_DECISIONS) or found.state != "agreed":
        raise Http404
    note = f"{_STAYS}What was done on it, and what somebody was told of it, stands: tell them, and decide again."
    do = partial(acts.take_back_agreement, decision=found)
    return _ask(request, opened, do, "decision", decision_of(opened, pk), "This decision was agreed by mistake", note)


@child_page("assessment: a signature taken back")
def take_back_signature(request: HttpRequest, opened: Opened) -> HttpResponse:
    found = assessments.newest(opened.child)
    if found is None or not opened.actor.may(Right.SIGN_ASSESSMENTS):
        raise Http404
    note = f"{_STAYS}What the family was told of it stands until you tell them."
    do, to = partial(assessment_acts.take_back_signature, assessment=found), _to(opened, "assessment")
    return _ask(request, opened, do, "assessment", to, "This assessment was signed by mistake", note)


@child_page("a plan: a signature taken back")
def take_back_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, plans.plan_of(pk))
    note = f"{_STAYS}Whoever has a copy of the plan has it still: tell them."
    do, to = partial(plan_acts.take_back_plan, plan=found), _to(opened, "plan")
    return _ask(request, opened, do, "plan", to, "This plan was agreed by mistake", note)


def _ask(request: HttpRequest, opened: Opened, do: Any, of: str, to: str, title: str, note: str) -> HttpResponse:
    return framed(
        request,
        opened,
        forms.TakeBack(posted(request)),
        partial(do, by=opened.actor, about=opened.child),
        title=title,
        then=saying(request, _TAKEN_BACK, to),
        here=_HERE[of],
        button="Take it back",
        note=note,
    )


@child_page("what was signed")
def taken_back(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """As it read under the signature; what stands now is one link away."""
    found = own(opened, queries.sign_off_taken_back(pk))
    now = decision_of(opened, found.row) if found.of == "decision" else _to(opened, found.of)
    context = {"one": found, "now": now, **header(opened, _HERE[found.of])}
    return render(request, "pages/decisions/as_signed.html", context)


def _to(opened: Opened, of: str) -> str:
    return reverse(_HERE[of], args=[opened.child.ref])
