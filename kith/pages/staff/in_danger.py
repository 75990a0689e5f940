"""A danger to this child, the safety it asks for, and how safe it is now in each one’s view."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from kith.assessment import acts, forms, queries
from kith.pages.staff.assessment_forms import drafted, one_form
from kith.pages.staff.guarding import must_write, own, pack_of
from kith.pages.staff.opening import Opened, child_page


@child_page("assessment: a danger")
def say_danger(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    people = opened.who_may_be_a_danger
    return drafted(
        request,
        opened,
        "A danger",
        f"danger:{opened.child.ref}",
        partial(forms.SayDanger, people=people),
        partial(acts.say_danger, by=opened.actor, about=opened.child),
        "It is at the top of every page of this record. A safety goal and everyone’s number come next.",
        lead="It is at the top of every page of this record as soon as you save. Only the first answer is needed.",
    )


@child_page("assessment: a safety goal")
def set_safety_goal(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    danger = own(opened, queries.danger(pk))
    goal = getattr(danger, "goal", None)
    names = ("family_does", "child_lives", "others_see")
    return one_form(
        request,
        opened,
        "What will be so when this child is safe",
        forms.SetSafetyGoal(request.POST or None, initial={n: getattr(goal, n) for n in names} if goal else {}),
        partial(acts.set_safety_goal, by=opened.actor, about=opened.child, danger=danger),
        "Kept: what safety will look like.",
        lead=danger.what,
    )


@child_page("assessment: how safe")
def rate_safety(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    danger = own(opened, queries.danger(pk))
    people = [opened.child, *opened.everyone_around]
    return one_form(
        request,
        opened,
        "How safe is it now?",
        forms.RateSafety(request.POST or None, pack=pack_of(opened), people=people),
        partial(acts.rate_safety, by=opened.actor, about=opened.child, danger=danger),
        "Kept. Everyone’s number stands beside the others.",
        lead=danger.what,
    )
