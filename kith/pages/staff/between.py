"""Between two reviews: how what was decided stands, what has happened since, and the check of whoever chairs (E22)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access.actor import HOME_TIME
from kith.decisions import acts as decision_acts
from kith.decisions import queries as decisions
from kith.involvement import acts, forms, queries
from kith.pages.staff import time_limits
from kith.pages.staff.guarding import own, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.plans import queries as plans
from kith.standards.clocks import queries as clocks
from kith.web.asking import ask, posted
from kith.words import short_day

LIMITS = ("midway-check-in-care", "midway-check-conference")
_DECIDED = "Decided"
_STATES = {"agreed": "Decided", "proposed": "Decided, not finished", "challenged": "Decided, and challenged"}


def happened(children: dict[int, date], today: date) -> Iterator[tuple[int, date, str, str]]:
    """(child, day, words, page) of what has happened to each since that day: decided, missing, moved, challenged. Four
    queries, however many children.
    """
    if not children:
        return
    first = min(children.values())
    for one in decisions.decided_since(children, first):
        what = one.chosen or one.question or "no words yet"
        yield one.person_id, one.decided_on, f"{_STATES.get(one.state, 'Decided before')}: {what}", "child-decisions"
    for raised in decisions.challenges_since(children, first):
        answered = raised.answered_on
        still = f"answered {short_day(answered, today)}" if answered else "not answered yet"
        yield raised.person_id, raised.raised_on, f"A challenge, {still}: {raised.concern}", "child-decisions"
    for gone in queries.missing_since(children, first):
        back = "not found yet" if gone.found_at is None else "found"
        yield gone.person_id, gone.missing_at.astimezone(HOME_TIME).date(), f"Missing, {back}", "child-looked-after"
    for home in queries.moves_since(children, first):
        stay = "A stay for a time" if home.temporary else "A new home"
        yield home.person_id, home.began_on, stay, "child-looked-after"


def since(children: dict[int, date], today: date) -> dict[int, list[tuple[date, str, str]]]:
    """The same by child, the newest first, and nothing from before that child's own day."""
    found: dict[int, list[tuple[date, str, str]]] = {}
    for pk, day, words, page in happened(children, today):
        found.setdefault(pk, []).append((day, words, page))
    return {pk: after(sorted(rows, reverse=True), children[pk]) for pk, rows in found.items()}


def after(rows: Iterable[tuple[date, str, str]], held_on: date) -> list[tuple[date, str, str]]:
    """What came of that day and after it, but for what was decided on the day itself: the review did."""
    return [one for one in rows if one[0] > held_on or (one[0] == held_on and not one[1].startswith(_DECIDED))]


@child_page("between two reviews")
def between_reviews(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Read by whoever works with the child; the check is for whoever chairs. It stops nothing."""
    reviews = queries.last_reviews(opened.child)
    mine = next((one for one in reviews if _chairs(one, opened)), None)
    if request.method == "POST" and mine is None:
        raise Http404
    may_be_challenged = [
        (one.pk, one.chosen or one.question)
        for one in decisions.decisions_of(opened.child)
        if one.state in ("agreed", "proposed") and (one.chosen or one.question)
    ]
    return ask(
        request,
        "pages/chairing/between.html",
        form=forms.CheckMidway(
            posted(request), decisions=may_be_challenged, initial={"on": opened.actor.today, "decision_id": ""}
        ),
        do=lambda **given: _check(opened, own(opened, mine.line), **given),  # type: ignore[union-attr]
        then=saying(request, "Kept.", reverse("between-reviews", args=[opened.child.ref])),
        mine=mine,
        reviews=_reviews(reviews, opened),
        checks=queries.checks_of(opened.child),
        clocks=[
            time_limits.shown(line, opened.actor) for line in clocks.open_of([opened.child.pk], opened.actor, LIMITS)
        ],
        **header(opened, "child-decisions"),
    )


def _chairs(one: Any, opened: Opened) -> bool:
    return opened.may_write and one.chair.casefold() == opened.actor.name.casefold()


def _check(
    opened: Opened,
    line: Any,
    *,
    on: date,
    found: str,
    satisfied: bool,
    decision_id: int | None = None,
    wanted: str = "",
    **sent: Any,
) -> Any:
    """The challenge first, when there is one: both or neither."""
    about = {"by": opened.actor, "about": opened.child}
    with transaction.atomic():
        challenge = None
        if not satisfied and decision_id:
            to = {"decision_id": decision_id, "concern": found, "wanted": wanted}
            challenge = decision_acts.challenge_decision(**about, **to)
        told = {"found": found, "satisfied": satisfied, "challenge": challenge}
        return acts.check_midway(**about, on=on, line=line, **told, **sent)


def _reviews(reviews: list[queries.Last], opened: Opened) -> list[dict[str, Any]]:
    """Each with what was agreed then and what has come since. Twelve queries at most."""
    if not reviews:
        return []
    child, today = opened.child, opened.actor.today
    since_first = since({child.pk: min(one.held_on for one in reviews)}, today).get(child.pk, [])
    plan = plans.open_plan(child)
    asked = plans.held(plan).steps if plan else []
    return [_review(one, opened, after(since_first, one.held_on), asked) for one in reviews]


def _review(one: queries.Last, opened: Opened, since_then: Any, asked: list[Any]) -> dict[str, Any]:
    """`asked`: the steps of the plan; those given since then stand beside what a conference wrote down itself."""
    today, ref = opened.actor.today, opened.child.ref
    page = "care-review" if one.of_care else "protection-meeting"
    agreed = [*queries.steps_since(one), *(step for step in asked if step.given_on >= one.held_on)]
    return {
        "held_on": one.held_on,
        "chair": one.chair,
        "name": "Review of a child looked after" if one.of_care else "Conference",
        "href": reverse(page, args=[ref, one.line.pk]),
        "decided": _decided(one),
        "steps": [_step(row, today) for row in agreed],
        "since": [(day, words, reverse(name, args=[ref])) for day, words, name in since_then],
    }


def _decided(one: queries.Last) -> str:
    if one.of_care:
        return str(one.line.decided)  # type: ignore[union-attr]
    decision = one.line.decision  # type: ignore[union-attr]
    return decision.chosen if decision else ""


def _step(row: Any, today: date) -> dict[str, Any]:
    done = row.done_on is not None if hasattr(row, "done_on") else row.state == "done"
    late = not done and row.by_when is not None and row.by_when < today
    return {
        "what": row.what,
        "who": row.who if hasattr(row, "done_on") else row.owner_name,
        "by_when": row.by_when,
        "state": "done" if done else "missed" if late else "open",
        "words": "Done" if done else "Past its day" if late else "To do",
    }
