"""Writing a plan: in the room with the family, one question at a time, everything kept as it is."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.assessment import queries as assessment
from kith.pages.staff.citing import FORM_FIELD, citing, said_beside, with_quotes
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.opening import Opened, child_page
from kith.plans import acts, forms, queries, rules
from kith.record.queries import draft_for
from kith.web.asking import posted


def to_plan(opened: Opened) -> str:
    return reverse("child-plan", args=[opened.child.ref])


def asking(
    request: HttpRequest, opened: Opened, form: django_forms.Form, do: Callable[..., Any], *, done: str, **context: Any
) -> HttpResponse:
    """One question about a plan, and back to the plan when it is answered."""
    back = to_plan(opened)
    context |= {"then": saying(request, done, back), "back": ("Back to the plan", back), "here": "child-plan"}
    return framed(request, opened, form, do, **context)


def open_plan(opened: Opened, pk: int) -> Any:
    """A plan of this very child's. Only for whoever may write."""
    must_write(opened)
    return own(opened, queries.plan_of(pk))


@child_page("a plan begun")
def begin_plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    key = f"begin-plan:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.BeginPlan, request, kept, pack=pack_of(opened))
    do = partial(acts.begin_plan, by=opened.actor, about=opened.child)
    done = "Kept. Now: what will be different, and who does what."
    return asking(request, opened, form, do, title="Begin a plan", done=done, draft=kept or key, kept=kept)


@child_page("a plan changed")
def change_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    form = forms.ChangePlan(
        posted(request), initial={name: getattr(plan, name) for name in ("because", "ends_when", "if_worse")}
    )
    do = partial(acts.change_plan, by=opened.actor, about=opened.child, plan=plan)
    return asking(request, opened, form, do, title="Change the plan", done="Changed.", note=new_version(plan))


def new_version(plan: Any) -> str:
    return (
        "This plan is agreed. A change makes a new version, which everybody says yes to again." if plan.agreed else ""
    )


@child_page("left for later")
def not_now(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Why the plan does not aim at some of what makes a good childhood (S2-11)."""
    plan = open_plan(opened, pk)
    pack, held = pack_of(opened), queries.held(plan)
    left = rules.untouched(plan, held.outcomes, dict(pack.choices("five_outcomes")))
    form = forms.NotNow(posted(request), pack=pack, untouched=[*left, *plan.not_now])
    do = partial(acts.say_not_now, by=opened.actor, about=opened.child, plan=plan)
    return asking(request, opened, form, do, title="Left for later", done="Kept.")


@child_page("an outcome")
def add_outcome(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    key = f"add-outcome:{plan.pk}"
    kept = draft_for(opened.actor, key)
    newest = assessment.newest(opened.child)
    signed_on = newest.authorised_on if newest else None
    form = at_hand(forms.WriteOutcome, request, kept, pack=pack_of(opened), initial={"assessed_on": signed_on})
    form = _on_words(form, opened, [])

    def do(*, assessed_on: date | None = None, **given: Any) -> Any:
        rests_on = newest if signed_on and assessed_on == signed_on else None
        given |= {"assessed_on": assessed_on, "assessment": rests_on}
        return acts.add_outcome(by=opened.actor, about=opened.child, plan=plan, **given)

    title = "What will be different?"
    note = new_version(plan)
    return asking(
        request, opened, form, citing(do, opened), title=title, done="Kept.", draft=kept or key, kept=kept, note=note
    )


def _on_words(form: django_forms.Form, opened: Opened, already: list[Any]) -> django_forms.Form:
    """Asking which of the child's words it rests on besides those `already`, or why on none (S3-02)."""
    form = with_quotes(form, opened, without=already)
    form.order_fields(["statement", "need", FORM_FIELD, "no_words", "seen"])
    return form


@child_page("an outcome changed")
def change_outcome(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.outcome(pk))
    initial = {name: getattr(row, name) for name in forms.WriteOutcome.base_fields}
    asked = forms.WriteOutcome(posted(request), pack=pack_of(opened), initial=initial)
    form = _on_words(asked, opened, said_beside(row))
    do = citing(partial(acts.change_outcome, by=opened.actor, about=opened.child, outcome=row), opened)
    title, note = "What will be different?", new_version(row.plan)
    return asking(request, opened, form, do, title=title, done="Kept.", note=note)


@child_page("an outcome ended")
def end_outcome(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.outcome(pk))
    form = forms.EndIt(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.end_outcome, by=opened.actor, about=opened.child, outcome=row)
    title = "No longer work on this outcome"
    return asking(
        request, opened, form, do, title=title, done="Kept.", button="End it", about=row.statement or row.need
    )


@child_page("a step")
def add_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    siblings = queries.with_plans(plan, [sibling for sibling, _ in opened.siblings])
    key = f"add-step:{plan.pk}"
    kept = draft_for(opened.actor, key)
    form = step_form(request, opened, plan, kept, siblings={str(one.pk): one for one in siblings})

    def do(*, with_plans: Any = (), **given: Any) -> Any:
        about = [opened.child, *(one.person for one in with_plans)] if with_plans else opened.child
        made = acts.add_step(by=opened.actor, about=about, plan=plan, with_plans=with_plans, **given)
        warn_of_age(request, opened, made)
        return made

    title, note = "Who does what?", new_version(plan)
    return asking(request, opened, form, do, title=title, done="Kept.", draft=kept or key, kept=kept, note=note)


def step_form(
    request: HttpRequest,
    opened: Opened,
    plan: Any,
    kept: Any,
    *,
    siblings: Any = None,
    step: Any = None,
    **options: Any,
) -> django_forms.Form:
    """What is asked about a step of this plan. `kept`: its draft; `step`: the one that is changed."""
    return at_hand(
        forms.WriteStep,
        request,
        kept,
        pack=pack_of(opened),
        owners={str(worker.account_id): worker for worker in queries.may_own(opened.child, step)},
        outcomes={str(one.pk): one for one in queries.held(plan).outcomes},
        siblings=siblings or {},
        **options,
    )


def warn_of_age(request: HttpRequest, opened: Opened, step: Any) -> None:
    """It is kept; that it is for another age is said at once (S1-10)."""
    if misfit := rules.age_misfit(pack_of(opened), step.help_used, opened.child.born_on, step.given_on):
        why = "" if step.age_because else " Write why this one."
        messages.warning(request, f"{misfit}{why}")


@child_page("how a step goes")
def report_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.step(pk))
    form = forms.ReportStep(posted(request), pack=pack_of(opened), initial={"state": row.state, "why": row.why})
    do = partial(acts.report_step, by=opened.actor, about=opened.child, step=row)
    return asking(request, opened, form, do, title="How is this step going?", done="Kept.", about=row.what)


@child_page("a step accepted")
def accept_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.step(pk))
    form = forms.AcceptStep(posted(request), initial={"accepted_by": row.owner_name, "on": opened.actor.today})
    do = partial(acts.accept_step, by=opened.actor, about=opened.child, step=row)
    return asking(request, opened, form, do, title="Somebody said yes to a step", done="Kept.", about=row.what)


@child_page("a view of the plan")
def confirm_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    key = f"confirm-plan:{plan.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.ConfirmPlan, request, kept, pack=pack_of(opened))
    if not form.is_bound and not kept:
        form.initial["who"] = request.GET.get("who", "")[:200]
    do = partial(acts.confirm_plan_words, by=opened.actor, about=opened.child, plan=plan)
    title = "What somebody thinks of the plan"
    return asking(request, opened, form, do, title=title, done="Kept, in their words.", draft=kept or key, kept=kept)


@child_page("a plan agreed")
def agree_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    gaps = queries.plan_gaps(queries.held(plan), pack_of(opened))
    form = forms.AgreePlan(posted(request), wanted={gap.field for gap in gaps if gap.field})
    do = partial(acts.agree_plan, by=opened.actor, about=opened.child, plan=plan)
    title, done = "Agree the plan", "Agreed. Give everybody their copy."
    return asking(request, opened, form, do, title=title, done=done, button="Everybody agrees this plan", lacks=gaps)


@child_page("something to celebrate")
def celebrate(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """`?outcome=`: the one that was reached; otherwise anything there is to be glad of."""
    plan, reached = open_plan(opened, pk), request.GET.get("outcome", "")
    outcomes = queries.held(plan).outcomes if reached else []
    outcome = next((one for one in outcomes if str(one.pk) == reached), None)
    form = forms.SayCelebration(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.celebrate, by=opened.actor, about=opened.child, plan=plan, outcome=outcome)
    return asking(request, opened, form, do, title="Something to celebrate", done="Kept. Tell them.")


@child_page("a plan ended")
def end_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    form = forms.EndIt(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.end_plan, by=opened.actor, about=opened.child, plan=plan)
    return asking(request, opened, form, do, title="End the plan", done="The plan has ended.", button="End the plan")
