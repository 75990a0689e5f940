"""Asking somebody to sign an assessment or a plan off, sending one back with a question, reading a plan (users 5.6)."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Right
from kith.assessment import acts as assessment_acts
from kith.assessment import queries as assessments
from kith.decisions import forms, queries
from kith.directory import queries as directory
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.opens_with import opens_with
from kith.plans import acts as plan_acts
from kith.plans import queries as plans
from kith.plans import rules as plan_rules
from kith.web.asking import ask, posted

_ASKED = "Asked. They see it in what waits for them."
_BACK = "Sent back. Whoever asked has been told, and every word stays."


@child_page("asking for an assessment to be signed")
def ask_for_signature(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    found = assessments.newest(opened.child)
    if found is None or found.signed:
        raise Http404
    do = partial(assessment_acts.ask_for_signature, assessment=found)
    return _ask(request, opened, do, "Ask somebody to read the assessment and sign it", "child-assessment")


@child_page("asking for a plan to be read")
def ask_to_read_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, plans.plan_of(pk))
    if found.ended_on:
        raise Http404
    do = partial(plan_acts.ask_to_read_plan, plan=found)
    return _ask(request, opened, do, "Ask somebody to read the plan and sign it off", "child-plan")


def _ask(request: HttpRequest, opened: Opened, do: Any, title: str, here: str) -> HttpResponse:
    actor = opened.actor
    who = [one for one in directory.holding(Right.SIGN_ASSESSMENTS) if one.account_id != actor.account_id]
    who.sort(key=lambda one: (one.team_id != actor.team_id, one.name))
    return framed(
        request,
        opened,
        forms.AskForSignOff(posted(request), readers=[(one.account_id, one.name) for one in who]),
        partial(do, by=actor, about=opened.child),
        title=title,
        then=saying(request, _ASKED, reverse(here, args=[opened.child.ref])),
        here=here,
        button="Ask",
        note="They read it whole, with what is missing and what is new since they last read it.",
    )


@child_page("an assessment sent back")
def send_back_assessment(request: HttpRequest, opened: Opened) -> HttpResponse:
    """For whoever was asked to sign it; for anybody else the page is not there."""
    found = assessments.newest(opened.child)
    if found is None or waiting_for(opened, queries.sign_offs_of("assessment", found.pk)) is None:
        raise Http404
    return framed(
        request,
        opened,
        forms.SendBack(posted(request)),
        partial(assessment_acts.send_back_assessment, by=opened.actor, about=opened.child, assessment=found),
        title="Send the assessment back with a question",
        then=saying(request, _BACK, reverse("sign-off")),
        here="child-assessment",
        button="Send it back",
    )


@child_page("reading a plan to sign it off")
def read_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """All of it in lines, what is new since this reader last read it, the child's own words; then an answer."""
    found = own(opened, plans.plan_of(pk))
    rows = queries.sign_offs_of("plan", found.pk)
    asked = waiting_for(opened, rows)
    if asked is None or found.ended_on:
        raise Http404
    lines = plan_rules.in_lines(plans.held(found))
    return ask(
        request,
        "pages/sign_off/plan.html",
        form=forms.ReadPlan(posted(request)),
        do=partial(plan_acts.read_plan, by=opened.actor, about=opened.child, plan=found),
        then=saying(request, "Answered. Whoever asked has been told.", reverse("sign-off")),
        plan=found,
        asked=asked,
        first=opens_with(opened),
        **changes(opened, rows, lines),
        **header(opened, "child-plan"),
    )


def waiting_for(opened: Opened, rows: Sequence[Any]) -> Any:
    """Of the sign-offs asked for, the one this reader was asked and has not answered; or None."""
    return next((one for one in rows if one.asked_id == opened.actor.account_id and not one.answer), None)


def changes(opened: Opened, rows: Sequence[Any], text: str) -> dict[str, Any]:
    """`lines`: (heading, words, is new) since this reader last answered; `gone`: lines that stood then and do not now;
    `read_before`: the reading it is held against.
    """
    mine = [one for one in rows if one.asked_id == opened.actor.account_id]
    before = next((one for one in mine if one.as_read), None)
    now, then = text.split("\n\n"), before.as_read.split("\n\n") if before else []
    return {
        "lines": [(*_parted(line), before is not None and line not in then) for line in now if line],
        "gone": [_parted(line) for line in then if line and line not in now],
        "read_before": before,
    }


def _parted(line: str) -> tuple[str, str]:
    title, _, words = line.partition(": ")
    return title, words
