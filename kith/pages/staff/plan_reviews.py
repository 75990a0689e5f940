"""Looking at a plan again: one page, kept as it is typed; what is missing is named before it is finished."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.meetings import queries as meetings
from kith.pages.staff import readiness
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.opens_with import opens_with
from kith.pages.staff.planning import open_plan, to_plan
from kith.pages.staff.plans import first_name
from kith.pages.staff.quoting import label
from kith.pages.staff.said_did import of_family
from kith.plans import acts, forms, queries, rules
from kith.plans.forms import Someone
from kith.record.queries import draft_for
from kith.web.asking import ask, posted


@child_page("a review begun")
def review_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = open_plan(opened, pk)
    held, key = queries.held(plan), f"review-plan:{plan.pk}"
    kept, before = draft_for(opened.actor, key), queries.before_review(plan)
    invited = queries.invited_to(before)
    form = at_hand(
        forms.WriteReview,
        request,
        kept,
        pack=pack_of(opened),
        name=first_name(opened),
        outcomes=held.outcomes,
        people=_people(opened, held.to_do, [*invited, *held.views]),
    )
    do = partial(acts.review_plan, by=opened.actor, about=opened.child, plan=plan)
    top = {"title": "Look at the plan again", "strip": readiness.of_plan(opened, plan, before, invited)}
    return _sheet(request, opened, form, do, kept=kept, key=key, **top)


@child_page("a review added to")
def add_to_review(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    review = own(opened, queries.review(pk))
    looked, key = queries.looked(review), f"add-to-review:{review.pk}"
    kept = draft_for(opened.actor, key)
    answered = {(one.who.casefold()) for one in looked.takingparts}
    people = _people(opened, looked.steps, [])
    form = at_hand(
        forms.WriteReview,
        request,
        kept,
        pack=pack_of(opened),
        name=first_name(opened),
        outcomes=[one for one in looked.outcomes if one.pk not in looked.actuals] or looked.outcomes,
        people=[one for one in people if one.who.casefold() not in answered],
        dated=False,
    )
    do = partial(acts.add_to_review, by=opened.actor, about=opened.child, review=review)
    return _sheet(request, opened, form, do, kept=kept, key=key, title="Add to the review")


def _sheet(
    request: HttpRequest, opened: Opened, form: Any, do: Any, *, kept: Any, key: str, **top: Any
) -> HttpResponse:
    return ask(
        request,
        "pages/plans/review_write.html",
        form=form,
        do=do,
        then=lambda made: reverse("plan-review", args=[opened.child.ref, made.pk]),
        draft=kept or key,
        kept=kept,
        first=opens_with(opened),
        **top,
        **header(opened, "child-plan"),
    )


def _people(opened: Opened, steps: Any, views: Any) -> list[Someone]:
    """The child, then everybody who has a step or a view, each once."""
    whose = {"family": "parent", "network": "network"}
    owners = [Someone(one.owner_name, whose.get(one.owner_kind, "professional")) for one in steps if one.owner_name]
    others = [Someone(view.who, view.whose) for view in views if view.whose != "child"]
    found = {one.who.casefold(): one for one in [*others, *owners]}
    return [Someone(first_name(opened), "child", opened.child), *found.values()]


def _finished(request: HttpRequest, opened: Opened, review: Any) -> str:
    """Back to the plan; to the assessment when what we understand has changed (S3-08)."""
    if review.understanding in pack_of(opened).flagged("understanding", "reopens"):
        then = saying(
            request,
            "The review is finished. Begin a new version of the assessment: every word is carried over.",
            reverse("child-assessment", args=[opened.child.ref]),
        )
        return then(review)
    return saying(request, "The review is finished. Is there something to celebrate?", to_plan(opened))(review)


@child_page("a review")
def plan_review(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What was found and, until it is finished, what is missing and the form that finishes it. Eight queries."""
    review = own(opened, queries.review(pk))
    looked, pack = queries.looked(review), pack_of(opened)
    struck, latest = meetings.struck_in(review), rules.next_review_by(review.plan.kind, review.held_on, pack)
    gaps = [] if review.finished_on else rules.review_gaps(looked, latest, pack)
    if request.method == "POST" and not opened.may_write:
        raise Http404
    form = forms.FinishReview(
        posted(request), pack=pack, wanted={gap.field for gap in gaps if gap.field}, family=of_family(opened)
    )
    if not form.is_bound:
        form.initial["next_on"] = latest
    return ask(
        request,
        "pages/plans/review.html",
        form=form,
        do=partial(acts.finish_review, by=opened.actor, about=opened.child, review=review),
        then=partial(_finished, request, opened),
        review=review,
        understanding=label(pack, "understanding", review.understanding) if review.understanding else "",
        plan=review.plan,
        has_board=bool(review.finished_on) and meetings.board_of(review=review) is not None,
        gaps=[gap for gap in gaps if gap.field != "next_on"],
        latest=latest,
        columns=[
            (title, [(point, struck.get(point.pk)) for point in looked.points if point.column == code])
            for code, title in pack.choices("review_column")
        ],
        stood=[_stood(one, looked.actuals.get(one.pk), pack) for one in looked.outcomes],
        parts=[_part(one, pack) for one in looked.takingparts],
        differences=_differences(review),
        left_off=rules.left_off(looked.steps, looked.takingparts),
        views=dict(pack.choices("whose_view")),
        first=None if review.finished_on else opens_with(opened),
        **header(opened, "child-plan"),
    )


def _differences(review: Any) -> list[tuple[str, str]]:
    """What difference we make, in the words of each (S3-16)."""
    asked = (("The child", "child"), ("The family", "family"), ("School, health and others", "others"))
    return [(called, said) for called, whose in asked if (said := getattr(review, f"difference_{whose}"))]


def _stood(outcome: Any, actual: Any, pack: Any) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "actual": actual,
        "now": label(pack, "outcome_now", actual.now) if actual else "",
        "whose": label(pack, "whose_view", actual.whose) if actual and actual.whose else "",
    }


def _part(one: Any, pack: Any) -> dict[str, Any]:
    spoke = "child_took_part" if one.whose == "child" else "spoke"
    said = [("took_part_how", one.how), ("attended", one.attended), (spoke, one.spoke)]
    return {
        "row": one,
        "words": [label(pack, codes, code) for codes, code in said if code],
        "prepared": [label(pack, "prepared_with", code) for code in one.prepared_with],
    }
