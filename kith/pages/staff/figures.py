"""Figures of one promise for somebody else: no names, no small numbers, a named recipient, kept as they left (7.8)."""

from collections.abc import Mapping, Sequence
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Actor, Right
from kith.calendar import in_full
from kith.pages.staff import tables
from kith.pages.staff.opening import staff_only
from kith.pages.staff.scopes import Scope, scope_of
from kith.pages.staff.standing import ORDER, TREND, promise_called
from kith.standards import acts, forms, queries, trends
from kith.standards.rules import few_hidden
from kith.standards.shapes import Shape
from kith.standards.versions import version
from kith.web.asking import ask, posted
from kith.web.components.own import STATES

HIDDEN = "fewer than 5, or hidden beside one that is"


@staff_only
def give_figures(request: HttpRequest, standard: str) -> HttpResponse:
    """The very figures of the page, as a file for one person. Names never leave; numbers under five are hidden."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    promise, scope = promise_called(standard), scope_of(request)
    rows = table(promise, scope, actor)
    return ask(
        request,
        "pages/standards/give.html",
        form=forms.GiveFigures(posted(request)),
        do=partial(
            acts.release_figures,
            by=actor,
            about=None,
            standard_id=promise.id,
            team=scope.team,
            text=as_csv(promise, scope, actor, rows),
        ),
        then=lambda made: reverse("figures-file", args=[made.pk]),
        promise=promise,
        scope=scope,
        head=["Day", *(STATES[state].words for state in ORDER)],
        rows=rows,
        hidden=HIDDEN,
    )


def table(promise: Shape, scope: Scope, actor: Actor) -> list[list[str]]:
    """Today as it stands, then each day that was counted, the newest first; small numbers hidden."""
    today = queries.measure(promise, actor.today, scope.people)
    kept = trends.trend(promise.id, scope.team.pk if scope.team else None, actor.today - TREND)
    days: Sequence[tuple[str, Mapping[str, int]]] = [
        (f"{in_full(actor.today)}, as it stands", today),
        *((f"{in_full(point.on)}, as counted that night", point.counts) for point in reversed(kept)),
    ]
    return [[day, *_shown(counts)] for day, counts in days]


def _shown(counts: Mapping[str, int]) -> list[str]:
    hidden = few_hidden(counts)
    return ["hidden" if state in hidden else str(counts[state]) for state in ORDER]


def as_csv(promise: Shape, scope: Scope, actor: Actor, rows: Sequence[Sequence[str]]) -> str:
    """The table of the page, with what it counts, for whom and by which version, in its first lines."""
    return tables.as_csv(
        [
            [promise.title, promise.promise],
            ["How it is counted", promise.evidence.words],
            ["Of", scope.title],
            ["As at", in_full(actor.today), "Version", version(promise)],
            ["Hidden", HIDDEN],
            ["", *(STATES[state].words for state in ORDER)],
            *rows,
        ]
    )


@staff_only
def figures_file(request: HttpRequest, pk: int) -> HttpResponse:
    """A copy as it left, for whoever manages a team."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    copy = trends.figures_copy(pk) if actor.may(Right.SEE_TEAM) else None
    if copy is None:
        raise Http404
    answer = HttpResponse(copy.text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="figures-{copy.standard}-{copy.released_on}.csv"'
    return answer
