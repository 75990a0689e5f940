"""The standards as pages show them: a child's panel, a worker's owed list, and what people say about lateness."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Actor, Right
from kith.pages.staff.forms import AcceptExplanation, ExplainMissed
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.rights import in_words
from kith.standards import acts, queries
from kith.standards.clocks import queries as clocks
from kith.standards.clocks.rules import A_CLOCK
from kith.standards.forms import JudgePromise
from kith.standards.register import STANDARDS, is_for_few
from kith.web.asking import ask, posted

# Pages that need no more than the child; the others are about one wish, answer or gap of theirs.
_ABOUT_ONE_THING = {"answer-wish", "tell-child", "complete-gap", "follow-up-valued", "take-up-exposure"}
_A_MANAGERS = {"allocate", "note-handover", "thanks"}

_ABOUT_EVERYBODY = {"complaints", "front-door", "duty", "thanks"}


@dataclass(frozen=True)
class Line:
    """One promise to one child as a page shows it: where it stands, in words, and the way to put it right."""

    state: str
    promise: str
    sentence: str
    because: str
    child: str
    href: str
    put_right_href: str
    put_right_words: str
    explain_href: str
    waits: bool
    judge_href: str = ""


FIRST = 6  # lines that need somebody, before the rest is folded away
_ORDER = ("missed", "due", "explained", "not_yet", "met", "not_applicable")


def panel(opened: Opened) -> dict[str, Any]:
    """Every promise to this child: what needs someone, in that order; apart, those kept, and those that do not apply.
    One query.
    """
    lines = sorted(
        (line_of(row, opened.actor) for row in queries.panel(opened.child, opened.actor)),
        key=lambda line: _ORDER.index(line.state),
    )
    kept = [line for line in lines if line.state == "met"]
    apply = [line for line in lines if line.state not in ("met", "not_applicable")]
    return {
        "apply": apply[:FIRST],
        "more": apply[FIRST:],
        "more_title": f"{len(apply) - FIRST} more that are not kept yet",
        "kept": kept,
        "kept_title": "1 promise is kept" if len(kept) == 1 else f"{len(kept)} promises are kept",
        "do_not": [line for line in lines if line.state == "not_applicable"],
    }


def owed_today(actor: Actor, led: Iterable[int]) -> list[Line]:
    """What is due or missed for the children this worker leads, the worst first. One query."""
    return [line_of(row, actor) for row in queries.owed_today(actor, led)]


def line_of(row: Any, actor: Actor | None = None) -> Line:
    """`actor`: whose page it is on, where a page that is not theirs is to be left out."""
    name = row.put_right.url if row.put_right else ""
    one_thing = name in _ABOUT_ONE_THING
    args = [] if name in _ABOUT_EVERYBODY else [row.ref, row.item] if one_thing else [row.ref]
    theirs = name not in _A_MANAGERS or actor is None or actor.may(Right.ALLOCATE_WORK)
    reachable = bool(name) and row.is_open and theirs and (not one_thing or row.item)
    return Line(
        state=str(row.state),
        promise=row.promise,
        sentence=row.sentence,
        because=row.because,
        child=row.child,
        href=reverse("child", args=[row.ref]),
        put_right_href=reverse(name, args=args) if reachable else "",
        put_right_words=row.put_right.words if row.put_right else "",
        explain_href=reverse("explain-standard", args=[row.ref, row.id]) if str(row.state) == "missed" else "",
        waits=row.waits_for_acceptance,
        judge_href=_judge(row, actor),
    )


def _judge(row: Any, actor: Actor | None) -> str:
    """Where whoever looks from outside the work says what they found; never of what few may know of."""
    if actor is None or not actor.may(Right.JUDGE_PROMISES) or is_for_few(row.standard):
        return ""
    return reverse("judge-promise", args=[row.ref, row.id])


@child_page("looking at a promise")
def judge_promise(request: HttpRequest, opened: Opened, standard: str) -> HttpResponse:
    """Met, not met, or met on paper only: by whoever looks from outside the work, with what they saw (design 7.11)."""
    row = next((row for row in queries.panel(opened.child, opened.actor) if row.id == standard), None)
    if row is None or not _judge(row, opened.actor):
        raise Http404
    return framed(
        request,
        opened,
        JudgePromise(posted(request)),
        partial(acts.judge_promise, by=opened.actor, about=opened.child, standard_id=standard),
        title=row.standard.question,
        then=saying(request, "Kept beside the promise, with your name.", reverse("child", args=[opened.child.ref])),
        here="child",
        about=f"{row.promise} {row.sentence}",
        note="Read what it rests on first. What the record says stands as it is; what you found stands beside it.",
    )


@child_page("explaining")
def explain_standard(request: HttpRequest, opened: Opened, standard: str) -> HttpResponse:
    """Say why a promise was missed. It stays missed until someone else accepts the reason; it is never met."""
    row = next((row for row in queries.panel(opened.child, opened.actor) if row.id == standard), None)
    if row is None:
        raise Http404
    return ask(
        request,
        "pages/explain.html",
        form=ExplainMissed(request.POST or None, needs_plan=row.standard.needs_plan),
        do=partial(acts.explain_missed, by=opened.actor, about=opened.child, standard_id=standard),
        then=reverse("child", args=[opened.child.ref]),
        row=row,
        rights=in_words(pack_of(opened), pack_of(opened).rights(standard)),
        **header(opened, "child"),
    )


@child_page("accepting", minimum=True)
def accept_explanation(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    explanation = queries.explanation(pk)
    if (
        explanation is None
        or explanation.person_id != opened.child.pk
        or not opened.actor.may(Right.ACCEPT_EXPLANATIONS)
    ):
        raise Http404
    soon = opened.actor.today + timedelta(days=28)
    return ask(
        request,
        "pages/accept.html",
        form=AcceptExplanation(request.POST or None, initial={"expires_on": soon}),
        do=partial(acts.accept_explanation, by=opened.actor, about=opened.child, explanation=explanation),
        then=reverse("team"),
        explanation=explanation,
        what=_what(explanation.standard, opened),
        **header(opened, "child"),
    )


def _what(explained: str, opened: Opened) -> str:
    """What was late, in words: a promise, or a clock no promise holds, which is looked up in one query."""
    if not explained.startswith(A_CLOCK):
        return next((promise.title for promise in STANDARDS if promise.id == explained), "")
    line = clocks.clock_of(opened.child, opened.actor, explained)
    return f"{line.clock.timescale.title}: {line.clock.because}" if line else ""
