"""A step of a plan in other words, given to somebody else, or taken out (S3-26)."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from kith.pages.staff.guarding import must_write, own
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.planning import asking, new_version, step_form, warn_of_age
from kith.plans import acts, forms, queries
from kith.record.queries import draft_for
from kith.web.asking import posted

_AS_IT_IS = (
    "what",
    "owner_kind",
    "owner_name",
    "by_when",
    "lane",
    "notice",
    "uses",
    "help_used",
    "age_because",
    "protective",
    "of_who_they_are",
)


@child_page("a step changed")
def change_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.step(pk))
    plan = queries.plan_of(row.plan_id)
    initial = {name: getattr(row, name) for name in _AS_IT_IS}
    initial |= {"owner": str(row.owner_id or ""), "outcome": str(row.outcome_id or "")}
    key = f"change-step:{row.pk}"
    kept = draft_for(opened.actor, key)
    form = step_form(request, opened, plan, kept, step=row, **({} if kept else {"initial": initial}))

    def do(*, with_plans: Any = (), **given: Any) -> Any:
        made = acts.change_step(by=opened.actor, about=opened.child, step=row, **given)
        warn_of_age(request, opened, made)
        return made

    title, note = "Change a step", new_version(plan)
    return asking(request, opened, form, do, title=title, done="Changed.", draft=kept or key, kept=kept, note=note)


@child_page("a step taken out")
def take_out_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.step(pk))
    form = forms.TakeOut(posted(request))
    do = partial(acts.take_out_step, by=opened.actor, about=opened.child, step=row)
    title, note = "Take a step out of the plan", new_version(queries.plan_of(row.plan_id))
    return asking(
        request, opened, form, do, title=title, done="Taken out.", button="Take it out", about=row.what, note=note
    )
