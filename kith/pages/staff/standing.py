"""How the promises stand: all of them, and one with how it is counted, its lists and its trend (S4-01, users 5.10).

One reading for a page: a number and the list it opens are made of the same rows. Nothing is averaged, nobody is ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith import packs
from kith.access import Actor, Right
from kith.calendar import counted
from kith.pages.staff import promises
from kith.pages.staff.header import level_words
from kith.pages.staff.opening import staff_only
from kith.pages.staff.scopes import Scope, scope_of
from kith.standards import acts, queries, trends
from kith.standards.register import STANDARDS, standard
from kith.standards.rules import Row
from kith.standards.shapes import COUNTED, Shape
from kith.standards.themes import IN_ORDER, by_theme
from kith.standards.versions import version
from kith.web.asking import SeeOther, key_of
from kith.web.components.own import STATES
from kith.web.pictures import Lines, lines
from kith.words import joined

ORDER = ("missed", "due", "explained", "met", "not_yet", "not_applicable")  # what a reader looks for first
TREND = timedelta(days=91)
MOST = 100  # names on one page


@dataclass(frozen=True)
class Number:
    """How many children in one state, and the list it opens."""

    state: str
    count: int
    href: str

    @property
    def words(self) -> str:
        return STATES[self.state].words


@staff_only
def all_standards(request: HttpRequest) -> HttpResponse:
    """Every promise beside how many children it is kept for, and not, today."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    scope = scope_of(request)
    board = queries.board(actor.today, scope.people)
    rows = [(each, scope.href("standard", each.id), _numbers(each, board[each.id], scope)) for each in IN_ORDER]
    return render(
        request,
        "pages/standards/all.html",
        {
            "scope": scope,
            "themes": by_theme(rows, lambda row: row[0]),
            "states": [(state, STATES[state].words) for state in ORDER],
            "children": counted(sum(board[STANDARDS[0].id].values()), "child", "children"),
            "today": actor.today,
            "behind": trends.behind(trends.newest(), actor.now) if scope.has_trend else "",
            "may_ask": actor.may(Right.SEE_TEAM),
        },
    )


@staff_only
def one_standard(request: HttpRequest, standard: str) -> HttpResponse:
    """One promise: in words, how it is counted, how it stands, the children behind each number, and its trend."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    promise = promise_called(standard)
    scope = scope_of(request)
    rows = queries.judge(promise, actor.today, scope.people)
    counts = {state: sum(row.state == state for row in rows) for state in ORDER}
    points = trends.trend(promise.id, scope.team.pk if scope.team else None, actor.today - TREND)
    points = points if scope.has_trend else []
    return render(
        request,
        "pages/standards/one.html",
        {
            "promise": promise,
            "scope": scope,
            "numbers": _numbers(promise, counts, scope),
            "denominator": _denominator(counts, len(rows)),
            "listed": _listed(request.GET.get("state", ""), rows, scope),
            "limits": _limits(promise, actor),
            "made_to": _made_to(promise, actor),
            "version": version(promise),
            "points": weekly(points),
            "picture": picture(points),
            "states": [(state, STATES[state].words) for state in ORDER],
            "behind": trends.behind(trends.newest(), actor.now) if scope.has_trend else "",
            "today": actor.today,
            "may_ask": actor.may(Right.SEE_TEAM),
        },
    )


def promise_called(id_: str) -> Shape:
    try:
        return standard(id_)
    except LookupError:
        raise Http404 from None


def _numbers(promise: Shape, counts: dict[str, int], scope: Scope) -> list[Number]:
    return [Number(state, counts[state], scope.href("standard", promise.id, state=state) + "#list") for state in ORDER]


def _denominator(counts: dict[str, int], children: int) -> str:
    """12 of 20 children with open work: it does not apply to 6, and it is too soon to say for 2."""
    made = sum(counts[state] for state in COUNTED)
    said = f"Of {counted(children, 'child', 'children')} with open work it is counted for {made}."
    return f"{said} It does not apply to {counts['not_applicable']}, and it is too soon to say for {counts['not_yet']}."


def _listed(state: str, rows: Sequence[Row], scope: Scope) -> dict[str, Any] | None:
    """The children behind one number, the longest due first: those the reader works with or manages by name."""
    if state not in ORDER:
        return None
    found = queries.sorted_rows([row for row in rows if row.state == state])
    mine = [row for row in found if row.facts.person_id in scope.named]
    return {
        "state": STATES[state].words,
        "count": len(found),
        "rows": [promises.line_of(row) for row in mine[:MOST]],
        "more": max(0, len(mine) - MOST),
        "others": len(found) - len(mine),
    }


def _limits(promise: Shape, actor: Actor) -> list[dict[str, Any]]:
    """Every limit it may be held to, with its source and its mark."""
    pack = packs.pack_for(settings.PACK, actor.today)
    named = promise.limits
    keys = [named] if isinstance(named, str) else list(named.values())
    keys += [*getattr(promise, "also", ()), getattr(promise, "timed", "")]
    found = []
    for key in dict.fromkeys(filter(None, keys)):
        try:
            limit = pack.timescale(key, actor.today)
        except packs.NotInPack:
            continue
        found.append({"limit": limit, "source": pack.cite(limit), "mark": packs.MARKS[limit.mark]})
    return found


def _made_to(promise: Shape, actor: Actor) -> str:
    levels = [level_words(level, actor.today).lower() for level in promise.applies_to.levels]
    said = f"Children with open work at these levels: {joined(levels)}." if levels else "Every child with open work."
    return f"{said} From the day they are born." if promise.applies_to.born else said


def weekly(points: Sequence[trends.Point]) -> list[tuple[trends.Point, list[int]]]:
    """The table beside the picture: the last day counted of each week, the newest first."""
    last = {point.on.isocalendar()[:2]: point for point in points}
    return [(point, [point.counts[state] for state in ORDER]) for point in reversed(last.values())]


def picture(points: Sequence[trends.Point]) -> Any:
    drawn = [
        Lines(STATES[state].words, state, [(point.on, point.counts[state]) for point in points])
        for state in ("missed", "due", "explained", "met")
    ]
    return lines(drawn, label="How many children in each state, day by day; the table says the same.")


@require_POST
@staff_only
def count_again(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    acts.ask_to_count_again(by=actor, key=key_of(request))
    messages.success(request, "Today’s figures are being counted again. They are here within a minute.")
    return SeeOther(_back(request.POST.get("standard", "")))


def _back(id_: str) -> str:
    return reverse("standard", args=[id_]) if id_ in {each.id for each in STANDARDS} else reverse("standards")
