"""What the records of a team's children hold: a few figures, each with how it is counted.

S0-02, S0-06, S0-08, S2-11, S3-02, S3-15, S3-21. They say nothing of any one worker; answers of few children are
not averaged.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import mean, median
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access import Right
from kith.assessment import queries as assessment
from kith.assessment import rules as looking
from kith.feedback import queries as feedback
from kith.involvement import queries
from kith.packs import Pack
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.plans import queries as plans
from kith.sharing import queries as sharing
from kith.visits import queries as visits

FEW = 5  # children: an average of fewer could be read as one child's
TWELVE_WEEKS = timedelta(weeks=12)


class ToHelp(NamedTuple):
    """From the first sign to the first help: the days of each child who had any, and how many still wait."""

    days: list[int]
    waiting: int

    @property
    def middle(self) -> float | None:
        return median(self.days) if self.days else None


def days_to_help(since: Mapping[int, date], *helped: Mapping[int, date]) -> ToHelp:
    """`since`: the first sign, by child; `helped`: the first help of each kind. Help that was there already is 0."""
    first = {child: min([one[child] for one in helped if child in one], default=None) for child in since}
    days = [max(0, (on - since[child]).days) for child, on in first.items() if on]
    return ToHelp(sorted(days), len(since) - len(days))


def to_help(children: Iterable[int]) -> ToHelp:
    """Five queries, however many they are."""
    people = list(children)
    return days_to_help(queries.known_since(people), queries.first_helped(people), plans.first_begun(people))


def average(scores: list[int]) -> float | None:
    """None when so few answered that it could be read as one child's."""
    return round(mean(scores), 1) if len(scores) >= FEW else None


@staff_only
def team_figures(request: HttpRequest) -> HttpResponse:
    """Fifteen queries, however many children the team works with."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    led = {lead.person_id: lead.person for lead in queries.led_by_team(actor.team_id)}
    children = list(led)
    heard, seen = visits.with_own_words(children, actor.today - TWELVE_WEEKS)
    cited, outcomes = plans.resting_on_words(children)
    scores, aims = feedback.valued_in_all(children), plans.aims_of(children)
    return render(
        request,
        "pages/records_hold.html",
        {
            "actor": actor,
            "heard": heard,
            "seen": seen,
            "percent": round(100 * heard / seen) if seen else None,
            "cited": cited,
            "outcomes": outcomes,
            "percent_cited": round(100 * cited / outcomes) if outcomes else None,
            "clear": sharing.acknowledged_in_time(children, actor.today, pack_of(actor)),
            "gone_through": sharing.gone_through(children),
            "to_help": to_help(children),
            "answers": len(scores),
            "valued": average(scores),
            "few": FEW,
            "aims": _aims(aims, actor),
            "unlooked": _unlooked(led, pack_of(actor), request.GET.get("cell", "")),
        },
    )


def _aims(aims: Mapping[str, int], actor: Any) -> list[tuple[str, int]]:
    return [(title, aims.get(code, 0)) for code, title in pack_of(actor).choices("five_outcomes")]


def _unlooked(led: Mapping[int, Any], pack: Pack, opened: str) -> dict[str, Any]:
    """Where no version of an assessment has looked, of the five outcomes by the sides of a life; and the children
    behind the number that was opened. Three queries.
    """
    assessed, notes, aside = assessment.looked_over(led)
    found = looking.never_looked_at(assessed, notes, aside, pack)
    titles, sides = pack.choices("five_outcomes"), pack.choices("assessment_side")
    cell = next((key for key in found if ".".join(key) == opened), None)
    return {
        "of": len(assessed),
        "sides": [title for _, title in sides],
        "rows": [
            {"called": called, "cells": [_cell(outcome, side, title, found) for side, title in sides]}
            for outcome, called in titles
        ],
        "opened": f"{dict(titles)[cell[0]]}: {dict(sides)[cell[1]].lower()}" if cell else "",
        "children": sorted((led[pk] for pk in found[cell]), key=lambda one: one.called) if cell else [],
    }


def _cell(outcome: str, side: str, title: str, found: Mapping[tuple[str, str], list[int]]) -> dict[str, Any]:
    return {"key": f"{outcome}.{side}", "side": title, "count": len(found[outcome, side])}
